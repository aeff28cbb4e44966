import { type Phase, PHASE_WORDS } from '../market/clock';
import type { BehaviorEntry } from './behavior';

const VISITS: Record<string, string> = { OPEN: 'Opened', BACK: 'Went back to', RELOAD: 'Loaded again:', SEARCH: 'Searched and opened' };
const LOOKS: Record<string, string> = {
  VIEW: 'Looked at',
  SEARCH: 'Searched for',
  QUOTE: 'Asked the price of',
  CHAIN: 'Looked at the options of',
  TRADE: 'Entered a transaction of',
};

/** What was done, without to what. */
export function deedWords({ kind, action }: BehaviorEntry): string {
  return (kind === 'VISIT' ? VISITS : LOOKS)[action] ?? action.toLowerCase();
}

/** A time that passed, to two figures: `0.43 s`, `12 s`, `4 min`, `2 h`. */
export function passed(millis: number | undefined): string {
  if (millis === undefined) {
    return '–';
  }
  if (millis < 10_000) {
    return `${(millis / 1000).toFixed(millis < 1_000 ? 2 : 1)} s`;
  }
  if (millis < 90_000) {
    return `${Math.round(millis / 1000)} s`;
  }
  return millis < 5_400_000 ? `${Math.round(millis / 60_000)} min` : `${Math.round(millis / 3_600_000)} h`;
}

const STATES: Record<string, string> = { CALM: 'calm', MID: 'neither calm nor nervous', HIGH: 'nervous', EPS: 'earnings season' };

/** How the market stood, as it is stored: `OPEN/HIGH/EPS` is `Market open, nervous, earnings season`. */
export function marketWords(state: string): string {
  const [phase = '', ...rest] = state.split('/');
  return [PHASE_WORDS[phase as Phase] ?? phase.toLowerCase(), ...rest.map((part) => STATES[part] ?? part.toLowerCase())].join(', ');
}

const SHOWN = 3;

/** What was held, the largest first: `AAPL, KO, SPY and 4 more`. */
export function heldWords(held: string[]): string {
  const more = held.length - SHOWN;
  return held.length === 0 ? '–' : held.slice(0, SHOWN).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
