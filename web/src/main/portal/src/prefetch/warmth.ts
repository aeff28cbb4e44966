import type { QueryClient, QueryKey } from '@tanstack/react-query';

interface Ahead {
  keys: QueryKey[];
  until: number;
}

/** As long as unused answers are kept by the query client. */
const KEPT = 5 * 60_000;
const MOST = 50;
const ahead = new Map<string, Ahead>();

/** The first data of a page have been loaded ahead, and are kept under those keys. */
export function markLoadedAhead(path: string, keys: QueryKey[]): void {
  ahead.delete(path);
  ahead.set(path, { keys, until: Date.now() + KEPT });
  for (const oldest of [...ahead.keys()].slice(0, -MOST)) {
    ahead.delete(oldest);
  }
}

/** Whether all of a page's first data were there when it was opened, because they were loaded ahead. Asked once for each opening. */
export function takeLoadedAhead(path: string, client: QueryClient): boolean {
  const one = ahead.get(path);
  ahead.delete(path);
  return one !== undefined && Date.now() < one.until && one.keys.every((key) => client.getQueryData(key) !== undefined);
}

/** Another user's. */
export function forgetLoadedAhead(): void {
  ahead.clear();
}
