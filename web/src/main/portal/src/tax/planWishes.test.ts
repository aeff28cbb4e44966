import { expect, test } from 'vitest';
import { groupsIn, MIDDLE, targetsIn, wishOf } from './planWishes';

test('sends rates as fractions and leaves out what was not wished', () => {
  expect(wishOf(MIDDLE)).toEqual({
    wish: { shortTermRate: 0.32, longTermRate: 0.15, ordinaryRate: 0.32, years: 5, carriedShort: 0, carriedLong: 0, keptCash: 0, calls: true },
  });
});

test('reads targets, symbols and groups as people write them', () => {
  expect(targetsIn('spy 60, BND: 40%')).toEqual({ SPY: 0.6, BND: 0.4 });
  expect(targetsIn('spy sixty')).toBeUndefined();
  expect(targetsIn('spy 60, bnd 50')).toBeUndefined();
  expect(groupsIn('voo, ivv; qqq')).toEqual([['VOO', 'IVV']]);
});

test('says what cannot be', () => {
  expect(wishOf({ ...MIDDLE, longTermRate: '40' })).toHaveProperty('fault');
  expect(wishOf({ ...MIDDLE, keptCash: '-5' })).toHaveProperty('fault');
});
