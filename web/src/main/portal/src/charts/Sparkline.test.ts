import { describe, expect, it } from 'vitest';
import { linesOf } from './Sparkline';

describe('a sparkline', () => {
  it('breaks where nothing is known', () => {
    const lines = linesOf([0, 1, undefined, 0.5]);
    expect(lines.map((line) => line.length)).toEqual([2, 1]);
    expect(lines[0]?.[0]?.[1]).toBeGreaterThan(lines[0]?.[1]?.[1] ?? 99);
  });

  it('draws nothing of nothing', () => {
    expect(linesOf([])).toEqual([]);
    expect(linesOf([undefined])).toEqual([]);
  });
});
