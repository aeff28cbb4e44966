import type { QueryClient } from '@tanstack/react-query';
import type { Beacon } from './beacon';
import { forgetLoadedAhead } from './warmth';

/** What the user has just done about his own data. */
export type OwnDataWord = 'agreed' | 'withdrawn' | 'deleted';

const WORDS: readonly unknown[] = ['agreed', 'withdrawn', 'deleted'];
const CONSENT = ['behavior', 'consent'];
/** Where answers are kept that were made of what is stored of the user. */
const OWN = [
  ['behavior', 'log'],
  ['behavior', 'patterns'],
  ['prefetch', 'predictions'],
];

let channel: BroadcastChannel | undefined;

function opened(): BroadcastChannel | undefined {
  channel ??= typeof BroadcastChannel === 'function' ? new BroadcastChannel('magnus-own-data') : undefined;
  return channel;
}

/** Tells the user's other windows. */
export function tellOtherWindows(word: OwnDataWord): void {
  opened()?.postMessage(word);
}

/** Calls back with what other windows tell; returns how to stop that. */
export function hearOtherWindows(listener: (word: OwnDataWord) => void): () => void {
  const source = opened();
  const hear = ({ data }: MessageEvent<unknown>) => {
    if (WORDS.includes(data)) {
      listener(data as OwnDataWord);
    }
  };
  source?.addEventListener('message', hear);
  return () => source?.removeEventListener('message', hear);
}

/** Lets go of what this window holds of the user's data, and asks again for what is in sight. */
export async function followWord(word: OwnDataWord, client: QueryClient, beacon: Beacon): Promise<void> {
  if (word === 'withdrawn') {
    beacon.allow(false);
  }
  if (word !== 'agreed') {
    beacon.empty();
    forgetLoadedAhead();
  }
  await Promise.all([
    ...(word === 'deleted' ? OWN.map((queryKey) => client.resetQueries({ queryKey })) : OWN.map((queryKey) => client.invalidateQueries({ queryKey }))),
    client.invalidateQueries({ queryKey: CONSENT }),
  ]);
}
