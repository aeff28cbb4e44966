import type { QueryClient, QueryKey } from '@tanstack/react-query';

interface Ahead {
  keys: QueryKey[];
  /** Whether that is all of the page's first data. */
  whole: boolean;
  until: number;
}

/** As long as unused answers are kept by the query client. */
const KEPT = 5 * 60_000;
const MOST = 50;
const ahead = new Map<string, Ahead>();
let openedWith: string | undefined;

/** First data of a page have been loaded ahead, and are kept under those keys; all of them where it is whole. */
export function markLoadedAhead(path: string, keys: QueryKey[], whole = true): void {
  ahead.delete(path);
  ahead.set(path, { keys, whole, until: Date.now() + KEPT });
  for (const oldest of [...ahead.keys()].slice(0, -MOST)) {
    ahead.delete(oldest);
  }
}

/** Whether all of a page's first data were there when it was opened, because they were loaded ahead. Asked once for each opening. */
export function takeLoadedAhead(path: string, client: QueryClient): boolean {
  const one = ahead.get(path);
  ahead.delete(path);
  const there = one !== undefined && Date.now() < one.until;
  openedWith = there && one.keys.some((key) => client.getQueryData(key) !== undefined) ? path : undefined;
  return there && one.whole && one.keys.every((key) => client.getQueryData(key) !== undefined);
}

/** Whether the page in sight showed data that had been loaded ahead, for which the server was not asked again. */
export function showedLoadedAhead(path: string): boolean {
  return openedWith === path;
}

/** Another user's. */
export function forgetLoadedAhead(): void {
  ahead.clear();
  openedWith = undefined;
}
