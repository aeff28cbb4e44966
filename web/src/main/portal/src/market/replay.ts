import { exchangeTime } from '../figures/dates';

/** Speeds of a replay, the default first: market seconds per second, and how it is said. */
export const SPEEDS: [string, string][] = [
  ['0', 'Stands still'],
  ['1', 'As fast as it was'],
  ['60', 'A minute each second'],
  ['390', 'A session each minute'],
  ['3600', 'An hour each second'],
  ['86400', 'A day each second'],
];

export const DEFAULT_SPEED = '0';

/** A session's regular close, 16:00 in New York on that date, as an instant. */
export function closeOn(date: string): string {
  const summer = `${date}T20:00:00Z`;
  return exchangeTime(summer) === '16:00' ? summer : `${date}T21:00:00Z`;
}

/** What a replay does: `stands still`, `replayed at 60×`. */
export function speedWords(speed: number): string {
  return speed === 0 ? 'replay, stands still' : `replayed at ${speed}×`;
}
