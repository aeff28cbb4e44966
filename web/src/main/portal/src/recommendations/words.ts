import type { Confidence, RiskTolerance, Verdict } from './recommendations';

const KINDS: Record<string, string> = {
  CONCENTRATION: 'Too much in one name',
  SECTOR_WEIGHT: 'Too much in one sector',
  IDLE_CASH: 'Idle cash',
  TOTAL_RISK: 'Overall risk',
  COVERED_CALL: 'Calls on what you hold',
  CASH_SECURED_PUT: 'Puts on what you hold',
  ROLL_OPTION: 'Sold options to roll',
  TAX_HARVEST: 'Losses to take',
  WASH_SALE: 'Wash sales to avoid',
};

/** A kind in plain words; one that is not known here is read from its name. */
export function kindWords(kind: string): string {
  const known = KINDS[kind];
  if (known) {
    return known;
  }
  const words = kind.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const SAID: Record<Verdict, string> = {
  ACCEPT: 'Accepted',
  REJECT: 'Turned down',
  SNOOZE: 'Postponed',
  NOT_THIS_KIND: 'Not this kind',
};

export function saidWords(verdict: Verdict): string {
  return SAID[verdict];
}

/** The three answers to the question about a bad year. */
export const TOLERANCES: { value: RiskTolerance; label: string; description: string }[] = [
  { value: 'CAUTIOUS', label: 'I would sell', description: 'I sleep badly when I lose money. At most 15 % in one name.' },
  { value: 'BALANCED', label: 'I would wait', description: 'I know that markets fall and come back. At most 25 % in one name.' },
  { value: 'BOLD', label: 'I would buy more', description: 'A fall is a chance. At most 35 % in one name.' },
];

/** What a probability rests on, in a sentence. */
export function confidenceWords(confidence: Confidence): string {
  if (confidence.basis === 'you') {
    return `Learned from ${confidence.answers} ${confidence.answers === 1 ? 'answer' : 'answers'} of yours.`;
  }
  return confidence.basis === 'everybody'
    ? 'You have not answered yet: what users in general take up.'
    : 'Nobody has answered yet: an even chance is assumed.';
}

const PARTS: Record<string, string> = {
  everybody: 'Users in general',
  advice: 'You and advice as such',
  kind: 'You and this kind',
  figures: 'You and figures like these',
  bends: 'Thresholds of yours',
};

/** The parts of a probability in log odds, the largest first, those of no weight left out. */
export function parts(confidence: Confidence): { name: string; value: number }[] {
  return Object.entries(confidence.logOdds)
    .map(([name, value]) => ({ name: PARTS[name] ?? name, value }))
    .filter(({ value }) => Math.abs(value) >= 0.005)
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
}

/** A tax rate that a user typed in per cent, as a share; undefined where it is none from 0 to 60. */
export function rate(percent: string): number | undefined {
  const value = Number(percent);
  return percent.trim() !== '' && value >= 0 && value <= 60 ? value / 100 : undefined;
}

/** Years that a user typed; undefined where they are no whole number from 1 to 50. */
export function years(text: string): number | undefined {
  const value = Number(text);
  return Number.isInteger(value) && value >= 1 && value <= 50 ? value : undefined;
}
