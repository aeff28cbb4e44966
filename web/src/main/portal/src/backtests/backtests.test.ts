import { expect, test } from 'vitest';
import { parametersOf, strategyWords } from './backtests';

test('symbols are read however they are parted', () => {
  expect(parametersOf('RISK_PARITY', 'spy, tlt;gld spy')).toEqual({ strategy: 'RISK_PARITY', symbols: 'SPY,TLT,GLD' });
  expect(parametersOf('RISK_PARITY', ' ')).toBeUndefined();
});

test('options are sold on one symbol', () => {
  expect(parametersOf('WHEEL', 'AAPL')).toEqual({ strategy: 'WHEEL', symbols: 'AAPL' });
  expect(parametersOf('WHEEL', 'AAPL MSFT')).toBeUndefined();
  expect(strategyWords('WHEEL')).toContain('wheel');
  expect(strategyWords('NEW')).toBe('NEW');
});
