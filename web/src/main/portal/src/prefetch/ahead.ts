import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { Problem } from '../server/problem';
import { request } from '../server/request';
import { type AnyQuery, queriesOf } from './pageQueries';
import { knownPage, loadCode } from './pages';
import { markLoadedAhead } from './warmth';

/** What the server expects next, and whether that is worth loading ahead. */
export interface Prediction {
  kind: 'PAGE' | 'SYMBOL';
  /** A page's path, or a symbol. */
  target: string;
  href?: string;
  probability: number;
  reason?: string;
  /** Whether the server loads what the page needs of its sources. */
  decision: 'PREFETCH' | 'SKIP';
  /** Whether a browser should load it: also where all of it lies on the server's shelves already. */
  browser?: boolean;
  why?: string;
}

/** What the server began to load ahead, and what a browser should. */
interface Begun {
  id?: string;
  items?: Prediction[];
}

interface Connection {
  saveData?: boolean;
}

/** Pages that are loaded ahead of one page. */
const MOST_PAGES = 5;
/** Rounds in which later queries become known from earlier answers. */
const MOST_ROUNDS = 4;

/** Whether the user asked his browser to save data. */
export function savesData(): boolean {
  return (navigator as Navigator & { connection?: Connection }).connection?.saveData === true;
}

/** The path of what is predicted; undefined where it is no page of the portal. */
export function pathOf(prediction: Prediction): string | undefined {
  const { kind, target } = prediction;
  const href = prediction.href ?? (kind === 'SYMBOL' ? `/market/${encodeURIComponent(target)}` : target);
  return knownPage(href) && href.replace(/[?#].*$/, '');
}

/**
 * Loads ahead what the server expects the user to open next: the code of those pages and their first data, of which the
 * server fills its own shelves meanwhile. A server without predictions is asked once.
 */
export class LoadingAhead {
  private absent = false;
  private notBefore = 0;
  private under: { page: string; abort: AbortController; id?: string; paths: string[]; done: boolean } | undefined;

  constructor(
    private readonly client: QueryClient,
    private readonly code: (path: string) => Promise<void> = loadCode,
  ) {}

  /** The page stands, and the browser is idle. Resolves to the paths that were loaded ahead. */
  async from(page: string): Promise<string[]> {
    if (this.absent || savesData() || Date.now() < this.notBefore || !knownPage(page) || document.visibilityState === 'hidden') {
      return [];
    }
    this.leave(page);
    const under = { page, abort: new AbortController(), paths: [] as string[], done: false };
    this.under = under;
    try {
      const { id, items } =
        (await request<Begun | undefined>('/api/prefetch', {
          method: 'POST',
          json: { page: knownPage(page)?.path },
          signal: under.abort.signal,
        })) ?? {};
      Object.assign(under, id ? { id } : {});
      under.paths = (items ?? [])
        .filter((one) => one.browser ?? one.decision === 'PREFETCH')
        .map(pathOf)
        .filter((path) => path !== undefined)
        .filter((path, place, all) => path !== page && all.indexOf(path) === place)
        .slice(0, MOST_PAGES);
      // the likeliest first, and one after the other, so that the page in sight is not slowed down
      for (const path of under.paths) {
        await this.load(path, under.abort.signal);
      }
    } catch (failure) {
      this.refused(failure);
    }
    under.done = true;
    return under.abort.signal.aborted ? [] : under.paths;
  }

  /** The user goes on to a page: what is under way for others is given up. */
  leave(to: string): void {
    const under = this.under;
    if (!under) {
      return;
    }
    this.under = undefined;
    under.abort.abort();
    // what the browser has all of, the server has no more to do for
    if (under.id && !under.done && !under.paths.includes(to)) {
      request<void>(`/api/prefetch/${encodeURIComponent(under.id)}`, { method: 'DELETE', keepalive: true }).catch(() => undefined);
    }
  }

  private refused(failure: unknown): void {
    if (!(failure instanceof Problem)) {
      return;
    }
    // a server that has no predictions has none a minute later either
    this.absent = [403, 404, 405, 501].includes(failure.status);
    this.notBefore = Date.now() + (failure.retryAfterSeconds ?? 30) * 1_000;
  }

  private async load(path: string, signal: AbortSignal): Promise<void> {
    const page = knownPage(path);
    if (!page || signal.aborted) {
      return;
    }
    const code = this.code(path).catch(() => undefined);
    const asked = new Map<string, QueryKey>();
    let fetched = false;
    for (let round = 0; round < MOST_ROUNDS && !signal.aborted; round++) {
      const next = queriesOf(page, this.client).filter((query) => query.enabled !== false && !asked.has(JSON.stringify(query.queryKey)));
      if (next.length === 0) {
        break;
      }
      const fresh = await Promise.all(
        next.map((query) => {
          asked.set(JSON.stringify(query.queryKey), query.queryKey as QueryKey);
          return this.fetch(query, signal);
        }),
      );
      fetched ||= fresh.includes(true);
    }
    await code;
    if (fetched && !signal.aborted) {
      markLoadedAhead(path, [...asked.values()].filter((key) => this.client.getQueryData(key) !== undefined));
    }
  }

  /** Whether there is an answer now that was not there before. */
  private async fetch(query: AnyQuery, signal: AbortSignal): Promise<boolean> {
    const { queryKey } = query as { queryKey: QueryKey };
    const before = this.client.getQueryState(queryKey)?.dataUpdatedAt ?? 0;
    const giveUp = () => {
      // a page that is being opened may have joined in: then it is no longer only ahead
      setTimeout(() => {
        const shown = this.client.getQueryCache().find({ queryKey })?.getObserversCount() ?? 0;
        if (shown === 0) {
          void this.client.cancelQueries({ queryKey, exact: true });
        }
      });
    };
    signal.addEventListener('abort', giveUp, { once: true });
    try {
      if ('initialPageParam' in query) {
        await this.client.prefetchInfiniteQuery({ ...query, retry: false } as never);
      } else {
        await this.client.prefetchQuery({ ...query, retry: false } as never);
      }
    } finally {
      signal.removeEventListener('abort', giveUp);
    }
    return (this.client.getQueryState(queryKey)?.dataUpdatedAt ?? 0) > before;
  }
}
