import { expect, test } from 'vitest';
import { wishOf } from './kinds';

test('per cent are told as fractions', () => {
  expect(wishOf('CHANGE', ' aapl ', undefined, '7')).toEqual({ kind: 'CHANGE', symbol: 'AAPL', threshold: 0.07, coolMinutes: 60, enabled: true });
  expect(wishOf('PRICE_BELOW', 'SPY', undefined, '512,5')?.threshold).toBe(512.5);
});

test('nothing is sent while something is missing', () => {
  expect(wishOf('CHANGE', '', undefined, '7')).toBeUndefined();
  expect(wishOf('WEIGHT', 'AAPL', undefined, '7')).toBeUndefined();
  expect(wishOf('CHANGE', 'AAPL', undefined, 'much')).toBeUndefined();
  expect(wishOf('CHANGE', 'AAPL', undefined, '0')).toBeUndefined();
  expect(wishOf('WEIGHT', '', 'id', '25')).toEqual({ kind: 'WEIGHT', portfolio: 'id', threshold: 0.25, coolMinutes: 60, enabled: true });
});
