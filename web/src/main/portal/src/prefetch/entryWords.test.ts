import { describe, expect, it } from 'vitest';
import { heldWords, marketWords } from './entryWords';

describe('words of what is stored', () => {
  it('tells all that is kept of the market', () => {
    expect(marketWords('OPEN')).toBe('Market open');
    expect(marketWords('AFTER_HOURS/CALM')).toBe('After hours, calm');
    expect(marketWords('OPEN/HIGH/EPS')).toBe('Market open, nervous, earnings season');
    expect(marketWords('CLOSED/NEW')).toBe('Market closed, new');
  });

  it('names the largest holdings and counts the others', () => {
    expect(heldWords([])).toBe('–');
    expect(heldWords(['AAPL', 'KO', 'SPY'])).toBe('AAPL, KO, SPY');
    expect(heldWords(['AAPL', 'KO', 'SPY', 'XLU'])).toBe('AAPL, KO, SPY and 1 more');
  });
});
