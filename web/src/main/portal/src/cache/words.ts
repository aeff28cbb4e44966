import { roundCount } from '../figures/amounts';
import type { Shelf } from './cache';

/** `4.2 s`, `2 min`, `1 h 30 min`, `1 d 2 h`: at most two units. */
export function span(seconds: number): string {
  if (seconds < 60) {
    return `${Number(seconds.toFixed(seconds < 10 ? 1 : 0))} s`;
  }
  const units: [string, number][] = [
    ['d', 86_400],
    ['h', 3_600],
    ['min', 60],
    ['s', 1],
  ];
  const first = units.findIndex(([, size]) => seconds >= size);
  const [name, size] = units[first] as [string, number];
  const whole = Math.floor(seconds / size);
  const next = units[first + 1];
  const rest = next ? Math.floor((seconds - whole * size) / next[1]) : 0;
  return next && rest > 0 ? `${whole} ${name} ${rest} ${next[0]}` : `${whole} ${name}`;
}

/** `512 B`, `3.4 KB`, `12 MB`. */
export function bytes(count: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  let size = count;
  let unit = 0;
  while (size >= 1_000 && unit < units.length - 1) {
    size /= 1_000;
    unit += 1;
  }
  return `${size >= 10 || unit === 0 ? Math.round(size) : size.toFixed(1)} ${units[unit]}`;
}

/** `1 call`, `2 calls`, `1.2K entries`: a count with its noun, whose plural may not end on s alone. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${roundCount(count)} ${count === 1 ? one : many}`;
}

/** `EARNINGS_RELEASE` as `earnings release`. */
export function words(constant: string): string {
  return constant.toLowerCase().replaceAll('_', ' ');
}

/** `SYMBOL:AAPL` as `AAPL`, `MARKET:*` as `the whole market`; others keep their kind. */
export function ingredient(text: string): string {
  if (text === 'MARKET:*') {
    return 'the whole market';
  }
  const [kind, ...id] = text.split(':');
  if (id.length === 0) {
    return text;
  }
  if (kind === 'SYMBOL') {
    return id.join(':');
  }
  // The portfolios that somebody has, as a whole.
  return kind === 'PORTFOLIO' && id[0] === 'of' ? `portfolios of ${short(id.slice(1).join(':'))}` : `${words(kind ?? '')} ${short(id.join(':'))}`;
}

/** An id's first digits, which are enough to tell it from others on a page. */
function short(id: string): string {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id) ? `${id.slice(0, 8)}…` : id;
}

/** Durations as ISO 8601 has them in a factor's effect (`= PT5S`, `at most PT1H30M`), as people say them. */
export function effect(text: string): string {
  return text.replace(/PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?/, (_all, hours, minutes, seconds) =>
    span(Number(hours ?? 0) * 3_600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)),
  );
}

/** All shelves as one. */
export function together(shelves: Shelf[]) {
  const sum = (figure: (shelf: Shelf) => number) => shelves.reduce((all, shelf) => all + figure(shelf), 0);
  const served = sum(({ counts }) => counts.hits + counts.staleServed + counts.staleOnError);
  const calls = served + sum(({ counts }) => counts.misses + counts.failuresRemembered);
  return {
    served,
    calls,
    hitRate: calls > 0 ? served / calls : undefined,
    loads: sum(({ counts }) => counts.loads),
    savedLoads: sum(({ counts }) => counts.savedLoads),
    savedSeconds: sum(({ counts }) => counts.savedMillis) / 1_000,
    entries: sum(({ entries }) => entries),
    bytes: sum((shelf) => shelf.bytes),
    dropped: sum(({ counts }) => counts.dropped),
  };
}
