import { expect, test } from 'vitest';
import { breachWords, cellWords, depth, methodWords, verdict } from './riskWords';

test('a p-value says whether the method passed', () => {
  expect(verdict(0.049)).toEqual({ text: '0.049', passed: false });
  expect(verdict(0.05)).toEqual({ text: '0.050', passed: true });
  expect(verdict(0.0001).text).toBe('< 0.001');
  expect(verdict(undefined).passed).toBeUndefined();
});

test('cells say where they lie', () => {
  expect(cellWords({ price: -0.3, volatility: 0.2, days: 21, gain: '0' })).toBe('prices −30%, volatility +20 points, in 21 sessions');
  expect(cellWords({ price: 0.1, volatility: 0, days: 0, gain: '0' })).toBe('prices +10%, volatility unchanged, today');
});

test('the deepest colour is that of the largest amount', () => {
  expect(depth(-50, 200)).toBe(25);
  expect(depth(300, 200)).toBe(100);
  expect(depth(0, 0)).toBe(0);
});

test('methods and breaches are said in words', () => {
  expect(methodWords('normal_250')).toContain('parametric');
  expect(methodWords('another_one')).toBe('Another one');
  expect(breachWords({ days: 506, breaches: 11, expected: 5.06, shortfall: 1 })).toBe('11 of 506 days (5.1 expected)');
});
