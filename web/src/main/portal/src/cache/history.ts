import type { HistoryPoint } from './cache';

/**
 * Hit rates of the last hour or since the start, one a minute, oldest first; undefined where nobody asked. Calls count, not looks: a look in
 * which one call missed does not outweigh one in which a thousand hit.
 */
export function byMinute(points: HistoryPoint[]): (number | undefined)[] {
  const minutes = new Map<number, { served: number; missed: number }>();
  for (const point of points) {
    const minute = Math.floor(Date.parse(point.at) / 60_000);
    const known = minutes.get(minute) ?? { served: 0, missed: 0 };
    minutes.set(minute, { served: known.served + point.served, missed: known.missed + callsOf(point) - point.served });
  }
  if (minutes.size === 0) {
    return [];
  }
  const last = Math.max(...minutes.keys());
  // Shortly after the server's start the picture is of what there is, but never of less than a quarter of an hour.
  const length = Math.min(60, Math.max(15, last - Math.min(...minutes.keys()) + 1));
  return Array.from({ length }, (_nothing, order) => {
    const { served, missed } = minutes.get(last - length + 1 + order) ?? { served: 0, missed: 0 };
    return served + missed > 0 ? served / (served + missed) : undefined;
  });
}

/** The hit rate over the last minutes of them all; undefined where nobody asked. */
export function lately(points: HistoryPoint[], minutes: number): number | undefined {
  const end = points.at(-1);
  if (!end) {
    return undefined;
  }
  const begin = Date.parse(end.at) - minutes * 60_000;
  const late = points.filter((point) => Date.parse(point.at) > begin);
  const served = late.reduce((all, point) => all + point.served, 0);
  const calls = late.reduce((all, point) => all + callsOf(point), 0);
  return calls > 0 ? served / calls : undefined;
}

/** All calls of a stretch, remembered failures included. */
function callsOf(point: HistoryPoint): number {
  return point.hitRate ? Math.round(point.served / point.hitRate) : point.served + point.misses;
}
