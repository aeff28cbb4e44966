import { expect, test } from 'vitest';
import { faultOf, parametersOf, USUAL } from './wishes';

test('asks for nothing that is as usual', () => {
  expect(parametersOf(USUAL)).toEqual({ kind: 'CASH_SECURED_PUT' });
});

test('tells shares as fractions, symbols between commas and all weights once one was moved', () => {
  const asked = parametersOf({
    ...USUAL,
    what: 'BOTH',
    symbols: ' aapl, msft ',
    mostDelta: '12.5',
    avoidExDividend: false,
    weights: { ...USUAL.weights, QUIET: 0 },
  });
  expect(asked).toEqual({
    symbols: 'AAPL,MSFT',
    mostDelta: '0.125',
    avoidExDividend: 'false',
    weights: 'YIELD:25,PROFIT_CHANCE:20,CUSHION:15,RICHNESS:10,LIQUIDITY:15,BAD_OUTCOME:10,QUIET:0',
  });
});

test('says what cannot be asked for', () => {
  expect(faultOf(USUAL)).toBeUndefined();
  expect(faultOf({ ...USUAL, leastDelta: '40' })).toContain('Delta');
  expect(faultOf({ ...USUAL, mostDays: 'x' })).toContain('Days');
  expect(faultOf({ ...USUAL, mostSpread: '' })).toContain('Spread');
  expect(faultOf({ ...USUAL, weights: { YIELD: 0, PROFIT_CHANCE: 0, CUSHION: 0, RICHNESS: 0, LIQUIDITY: 0, BAD_OUTCOME: 0, QUIET: 0 } })).toContain('weight');
});
