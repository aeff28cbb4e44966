import type { Cell, Grades } from './reports';
import { percent, signedPercent } from '../figures/amounts';

const BANDS: Record<string, string> = { LOW: 'Low', MODERATE: 'Moderate', ELEVATED: 'Elevated', HIGH: 'High', VERY_HIGH: 'Very high', UNKNOWN: 'Not known' };

/** The word of a score's band. */
export function bandWords(band: string): string {
  return BANDS[band] ?? band;
}

/** A method's word in a sentence. */
export function methodWords(method: string): string {
  const known: Record<string, string> = {
    historical_250: 'Historical, 250 days',
    normal_250: 'Normal (parametric), 250 days',
    filtered_historical_ewma: 'Filtered historical, EWMA',
    filtered_historical_gjr: 'Filtered historical, GJR-GARCH',
  };
  const spaced = method.replaceAll('_', ' ');
  return known[method] ?? spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** A test's p-value and what it says at 5 %. */
export function verdict(p: number | undefined): { text: string; passed: boolean | undefined } {
  if (p === undefined) {
    return { text: 'too few breaches', passed: undefined };
  }
  return { text: p < 0.001 ? '< 0.001' : p.toFixed(3), passed: p >= 0.05 };
}

/** Breaches against what a right method has. */
export function breachWords(grades: Grades): string {
  return `${grades.breaches} of ${grades.days} days (${grades.expected.toFixed(1)} expected)`;
}

/** Where on the grid a cell lies. */
export function cellWords(cell: Cell): string {
  const time = cell.days === 0 ? 'today' : `in ${cell.days} sessions`;
  const volatility = cell.volatility === 0 ? 'volatility unchanged' : `volatility ${signedPoints(cell.volatility)}`;
  return `prices ${signedPercent(cell.price, 0)}, ${volatility}, ${time}`;
}

/** A change of volatility in points. */
export function signedPoints(volatility: number): string {
  return `${signedPercent(volatility, 0).replace('%', '')} points`;
}

/** How deep a cell of the heat map is coloured, 0–100, in proportion to the largest gain or loss. */
export function depth(gain: number, largest: number): number {
  return largest > 0 ? Math.round((100 * Math.min(Math.abs(gain), largest)) / largest) : 0;
}

/** How often moves as far as that come, in words that do not promise more than they know. */
export function distanceWords(distance: number): string {
  return `${distance.toFixed(1)} daily standard deviations away`;
}

/** A share of days. */
export function rate(share: number): string {
  return percent(share, share < 0.01 ? 2 : 1);
}
