import { type Range, rangeStart } from '../charts/ranges';
import type { MarketClock } from './clock';
import { barsQuery, type Instrument } from './market';

/** The range of prices that a chart opens with. */
export const FIRST_RANGE: Range = '1Y';

/** The first date of a range; imported prices may end before today: the range is of what there is. */
export function barsFrom(range: Range, instrument: Instrument | undefined, clock: MarketClock | undefined): string | undefined {
  const lastBar = instrument?.lastBar;
  return rangeStart(range, lastBar && clock && lastBar < clock.now ? lastBar : clock?.now);
}

/** The prices that a symbol's chart asks for first. */
export function firstBars(symbol: string, instrument: Instrument, clock: MarketClock) {
  return barsQuery(symbol, barsFrom(FIRST_RANGE, instrument, clock));
}
