import { describe, expect, it } from 'vitest';
import { isValueWhole, missingTitle } from './completeness';
import type { Holding, Holdings } from './portfolios';

const held: Holding = { symbol: 'SPY', name: 'SPY', kind: 'ETF', quantity: '1', value: '597.43' };

function holdings(parts: Partial<Holdings>): Holdings {
  return { asOf: '2025-12-31T21:00:00Z', currency: 'USD', cash: '0', value: '597.43', items: [held], missing: [], ...parts };
}

describe('a value', () => {
  it('is whole although the cost of a holding is unknown', () => {
    const costless = holdings({ missing: [{ symbol: 'SPY', reason: 'Its cost is not in the history.' }] });
    expect(isValueWhole(costless)).toBe(true);
    expect(missingTitle(costless)).toBe('Gains are not complete');
  });

  it('is not whole without a price, with cash below zero, or with a holding in another currency', () => {
    const priceless: Holding = { ...held, symbol: 'ABC' };
    delete priceless.value;
    expect(isValueWhole(holdings({ items: [held, priceless] }))).toBe(false);
    expect(isValueWhole(holdings({ missing: [{ symbol: 'cash', reason: 'The history pays out more.' }] }))).toBe(false);
    expect(isValueWhole(holdings({ items: [{ ...held, currency: 'EUR' }] }))).toBe(false);
  });
});
