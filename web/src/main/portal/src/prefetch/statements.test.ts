import { expect, test } from 'vitest';
import { outcome, type Precomputation } from './statements';

test('what came of a precomputation is the sum of its shelves', () => {
  const shelves = [
    { shelf: 'quotes', loaded: 3, used: 2, wasted: 1, savedStatements: 2, savedMillis: 8 },
    { shelf: 'positions', loaded: 1, used: 1, wasted: 0, savedStatements: 3, savedMillis: 20 },
  ];
  expect(outcome({ shelves } as Precomputation)).toEqual({ used: 3, wasted: 1, savedStatements: 5, savedMillis: 28 });
  expect(outcome({ shelves: [] as Precomputation['shelves'] } as Precomputation).used).toBe(0);
});
