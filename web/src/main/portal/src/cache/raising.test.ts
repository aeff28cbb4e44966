import { describe, expect, it } from 'vitest';
import { raisingOf } from './raising';

describe('an event told by hand', () => {
  it('is about the symbols that were typed', () => {
    expect(raisingOf('EARNINGS_RELEASE', ' aapl, MSFT  brk.b ')).toEqual({
      kind: 'EARNINGS_RELEASE',
      touches: ['SYMBOL:AAPL', 'SYMBOL:MSFT', 'SYMBOL:BRK.B'],
    });
  });

  it('leaves ids as they are, and is about something', () => {
    expect(raisingOf('PORTFOLIO_CHANGED', 'a-1')).toEqual({ kind: 'PORTFOLIO_CHANGED', touches: ['PORTFOLIO:a-1'] });
    expect(raisingOf('PORTFOLIO_CHANGED', ' , ')).toBeUndefined();
  });

  it('is about the whole market where it is about nothing else', () => {
    expect(raisingOf('FED_ANNOUNCEMENT', '')).toEqual({ kind: 'FED_ANNOUNCEMENT', touches: ['MARKET:*'] });
  });
});
