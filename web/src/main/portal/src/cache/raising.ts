import type { Raising } from './cache';

interface Kind {
  label: string;
  /** What it is about; absent: the whole market. */
  of?: { label: string; ingredient: 'SYMBOL' | 'PORTFOLIO' | 'DOCUMENT' };
  hint: string;
}

const SYMBOLS = { label: 'Symbols', ingredient: 'SYMBOL' as const };
const EXAMPLE = 'Separated by blanks or commas, such as AAPL, MSFT.';

export type EventKind =
  | 'EARNINGS_RELEASE'
  | 'FED_ANNOUNCEMENT'
  | 'HIGH_VOLUME_SPIKE'
  | 'OPTIONS_EXPIRATION'
  | 'PRICE_MOVE'
  | 'PORTFOLIO_CHANGED'
  | 'DOCUMENT_CHANGED'
  | 'MARKET_DATA_CHANGED';

/** What an administrator can tell, and what it is about. */
export const KINDS: Record<EventKind, Kind> = {
  EARNINGS_RELEASE: { label: 'Earnings release', of: SYMBOLS, hint: EXAMPLE },
  FED_ANNOUNCEMENT: { label: 'Fed announcement', hint: 'It touches every entry that moves with prices.' },
  HIGH_VOLUME_SPIKE: { label: 'High volume spike', of: SYMBOLS, hint: EXAMPLE },
  OPTIONS_EXPIRATION: { label: 'Options expiration', hint: 'It touches every entry that moves with prices.' },
  PRICE_MOVE: { label: 'Price move', of: SYMBOLS, hint: EXAMPLE },
  PORTFOLIO_CHANGED: { label: 'Portfolio changed', of: { label: 'Portfolio ids', ingredient: 'PORTFOLIO' }, hint: 'As they stand in the portfolio’s address.' },
  DOCUMENT_CHANGED: { label: 'Document changed', of: { label: 'Document ids', ingredient: 'DOCUMENT' }, hint: 'Separated by blanks or commas.' },
  MARKET_DATA_CHANGED: { label: 'Market data changed', of: SYMBOLS, hint: EXAMPLE },
};

/** What is sent; undefined while it is about nothing. */
export function raisingOf(kind: EventKind, about: string): Raising | undefined {
  const { of } = KINDS[kind];
  if (!of) {
    return { kind, touches: ['MARKET:*'] };
  }
  const ids = about.split(/[\s,;]+/).filter(Boolean);
  const written = of.ingredient === 'SYMBOL' ? ids.map((id) => id.toUpperCase()) : ids;
  return written.length > 0 ? { kind, touches: written.map((id) => `${of.ingredient}:${id}`) } : undefined;
}
