import { type Decimal, quantity } from '../figures/amounts';
import type { Opportunity } from './options';

/** A sale as people say it: `AAPL 130 put`. */
export function contractWords({ symbol, strike, kind }: Pick<Opportunity, 'symbol' | 'strike' | 'kind'>): string {
  return `${symbol} ${quantity(strike, 3)} ${kind === 'CASH_SECURED_PUT' ? 'put' : 'call'}`;
}

/** Tells one contract from all others. */
export function contractKey({ symbol, strike, kind, expiry }: Pick<Opportunity, 'symbol' | 'strike' | 'kind' | 'expiry'>): string {
  return `${symbol} ${expiry} ${strike} ${kind}`;
}

/** Tells one listed option from all others, however its strike is written. */
export function optionKey(underlying: string, expiry: string, right: string, strike: Decimal): string {
  return `${underlying} ${expiry} ${right} ${Number(strike)}`;
}
