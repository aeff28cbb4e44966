import { expect, test } from 'vitest';
import type { SignalItem } from './signals';
import { readingWords, recordWords, typedPrice } from './words';

const item: SignalItem = {
  kind: 'RSI',
  title: 'Relative strength index',
  values: { rsi: 25 },
  reading: 'HIGHER',
  says: '',
  verdict: '',
  records: [
    { claim: 'HIGHER', now: true, days: 4000, claims: 120, episodes: 40, hitRate: 0.6, baseRate: 0.55, low: -0.03, high: 0.13, chance: 0.2, distinguishable: false, words: '' },
  ],
};

test('a signal is never told without what came of it', () => {
  expect(readingWords('HIGHER')).toBe('Rise');
  expect(recordWords(item)).toBe('60 % of 120, against 55 % of all 4000 days');
  expect(recordWords({ ...item, records: [] })).toBe('');
});

test('a price is read as it is typed, and nothing else is one', () => {
  expect(typedPrice(' 150,5 ')).toBe(150.5);
  expect(typedPrice('')).toBeUndefined();
  expect(typedPrice('-3')).toBeUndefined();
  expect(typedPrice('much')).toBeUndefined();
});
