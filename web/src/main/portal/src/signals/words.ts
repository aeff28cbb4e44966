import type { Reading, SignalItem } from './signals';

const READINGS: Record<Reading, string> = {
  HIGHER: 'Rise',
  LOWER: 'Fall',
  RESTLESS: 'Larger moves',
  CALM: 'Smaller moves',
  NOTHING: 'Nothing',
};

/** What a signal is commonly read as, in a word or two. */
export function readingWords(reading: Reading): string {
  return READINGS[reading];
}

/** The record of what a signal says now in a few words; empty where it says nothing. */
export function recordWords(item: SignalItem): string {
  const now = item.records.find((record) => record.now);
  if (!now || now.hitRate === undefined || now.baseRate === undefined) {
    return '';
  }
  return `${Math.round(now.hitRate * 100)} % of ${now.claims}, against ${Math.round(now.baseRate * 100)} % of all ${now.days} days`;
}

/** A price as it was typed; undefined where that is none. */
export function typedPrice(text: string): number | undefined {
  const price = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && Number.isFinite(price) && price > 0 ? price : undefined;
}
