import { expect, test } from 'vitest';
import { ticksBetween } from './ticks';

test('gives round numbers within the range', () => {
  expect(ticksBetween(97, 203, 5)).toEqual([100, 125, 150, 175, 200]);
  expect(ticksBetween(-520, 310, 4)).toEqual([-500, -250, 0, 250]);
  expect(ticksBetween(3, 3, 4)).toEqual([]);
});
