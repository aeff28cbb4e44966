import { describe, expect, it } from 'vitest';
import type { HistoryPoint } from './cache';
import { byMinute, lately } from './history';

const point = (at: string, served: number, misses: number): HistoryPoint => ({
  at,
  served,
  misses,
  loads: misses,
  loadMillis: 0,
  entries: 1,
  ...(served + misses > 0 ? { hitRate: served / (served + misses) } : {}),
});

describe('the last hour of a shelf', () => {
  const points = [
    point('2025-03-03T15:00:10Z', 1, 1),
    point('2025-03-03T15:00:20Z', 998, 0),
    point('2025-03-03T15:01:10Z', 0, 0),
    point('2025-03-03T15:02:10Z', 0, 4),
  ];

  it('weighs calls, and knows nothing of minutes without any', () => {
    const minutes = byMinute(points);
    expect(minutes).toHaveLength(15);
    expect(minutes[12]).toBeCloseTo(0.999);
    expect(minutes[13]).toBeUndefined();
    expect(minutes[14]).toBe(0);
    expect(byMinute([])).toEqual([]);
  });

  it('tells the rate of the last minutes', () => {
    expect(lately(points, 1)).toBe(0);
    expect(lately(points, 10)).toBeCloseTo(999 / 1004);
    expect(lately([], 10)).toBeUndefined();
  });
});
