import { describe, expect, it } from 'vitest';
import { closeOn, DEFAULT_SPEED, SPEEDS, speedWords } from './replay';

describe('a replay', () => {
  it('begins at the close of the chosen day, in winter and in summer', () => {
    expect(closeOn('2025-12-31')).toBe('2025-12-31T21:00:00Z');
    expect(closeOn('2025-07-01')).toBe('2025-07-01T20:00:00Z');
  });

  it('stands still unless said otherwise, and is called so', () => {
    expect(SPEEDS[0]).toEqual([DEFAULT_SPEED, 'Stands still']);
    expect(speedWords(0)).toBe('replay, stands still');
    expect(speedWords(60)).toBe('replayed at 60×');
  });
});
