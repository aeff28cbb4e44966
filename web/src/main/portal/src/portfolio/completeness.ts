import type { Holdings } from './portfolios';

/** Where the page says what is missing: figures that lack something lead there. */
export const MISSING_ID = 'holdings-missing';

/** Whether the value itself lacks something: a position without a price, or cash that the history does not explain. */
export function isValueWhole(holdings: Holdings): boolean {
  return (
    !holdings.missing.some((one) => one.symbol === 'cash' || one.symbol.startsWith('cash ')) &&
    holdings.items.every((item) => item.value !== undefined && (item.currency ?? holdings.currency) === holdings.currency)
  );
}

export function missingTitle(holdings: Holdings): string {
  return isValueWhole(holdings) ? 'Gains are not complete' : 'The value is not complete';
}
