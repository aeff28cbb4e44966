import type { AlertKind, AlertWish } from './alerts';

interface KindWords {
  label: string;
  about: 'symbol' | 'portfolio';
  /** What the threshold is measured in. */
  unit: string;
  /** Of the threshold as it is typed, to what the server takes. */
  scale: number;
  usual: string;
}

/** Every kind of rule, in the order of the form. */
export const KINDS: Record<AlertKind, KindWords> = {
  PRICE_ABOVE: { label: 'Price at or above', about: 'symbol', unit: 'price', scale: 1, usual: '' },
  PRICE_BELOW: { label: 'Price at or below', about: 'symbol', unit: 'price', scale: 1, usual: '' },
  CHANGE: { label: 'Move within a day', about: 'symbol', unit: 'per cent', scale: 0.01, usual: '5' },
  VOLATILITY: { label: 'Volatility a year', about: 'symbol', unit: 'per cent', scale: 0.01, usual: '40' },
  VALUE_AT_RISK: { label: 'Value at risk, one day, 95 %', about: 'portfolio', unit: 'per cent of the value', scale: 0.01, usual: '3' },
  DRAWDOWN: { label: 'Below its highest value', about: 'portfolio', unit: 'per cent', scale: 0.01, usual: '10' },
  WEIGHT: { label: 'Weight of a holding', about: 'portfolio', unit: 'per cent of the value', scale: 0.01, usual: '25' },
  EARNINGS: { label: 'Earnings of a holding', about: 'portfolio', unit: 'days ahead', scale: 1, usual: '7' },
  ANOMALY: { label: 'Unusual move of a holding', about: 'portfolio', unit: 'times its usual day', scale: 1, usual: '3' },
};

/** The rule that was typed; undefined while something is missing. */
export function wishOf(kind: AlertKind, symbol: string, portfolio: string | undefined, text: string): AlertWish | undefined {
  const { about, scale } = KINDS[kind];
  const typed = Number(text.trim().replace(',', '.'));
  if (text.trim() === '' || !Number.isFinite(typed) || typed <= 0) {
    return undefined;
  }
  const threshold = Number((typed * scale).toPrecision(12));
  if (about === 'symbol') {
    return symbol.trim() === '' ? undefined : { kind, symbol: symbol.trim().toUpperCase(), threshold, coolMinutes: 60, enabled: true };
  }
  return portfolio ? { kind, portfolio, threshold, coolMinutes: 60, enabled: true } : undefined;
}
