import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { Problem } from '../server/problem';
import { askedAhead, request } from '../server/request';
import { type AnyQuery, chosenOf, queriesOf } from './pageQueries';
import { knownPage, loadCode } from './pages';
import { markLoadedAhead, showedLoadedAhead } from './warmth';

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
  verdict?: string;
}

/** What the server began to load ahead, and what a browser should. */
interface Begun {
  id?: string;
  items?: Prediction[];
}

/** What a user does with a link before he opens it: rests on it with the pointer or the keyboard's focus, or presses it. */
export type Sign = 'REST' | 'PRESS';

interface Connection {
  saveData?: boolean;
}

/** Pages that are loaded ahead of one page. */
const MOST_PAGES = 5;
/** From which chance on the code of a page is loaded of which the server knows nothing to load. */
const LEAST_FOR_CODE = 0.2;
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

  private linked: { path: string; abort: AbortController; promised: boolean } | undefined;
  private signs = new Set<string>();
  /** The path in sight, or about to be. */
  private at: string | undefined;

  constructor(
    private readonly client: QueryClient,
    private readonly code: (path: string) => Promise<void> = loadCode,
  ) {}

  /** The page stands, and the browser is idle. Resolves to the paths that were loaded ahead. */
  async from(page: string): Promise<string[]> {
    if (this.isOff() || !knownPage(page) || document.visibilityState === 'hidden') {
      return [];
    }
    this.leave(page);
    this.signs.clear();
    const under = { page, abort: new AbortController(), paths: [] as string[], done: false };
    this.under = under;
    try {
      const { id, items } =
        (await request<Begun | undefined>('/api/prefetch', {
          method: 'POST',
          json: { page: knownPage(page)?.path, ...this.shown(), ...(showedLoadedAhead(page) ? { warm: true } : {}) },
          signal: under.abort.signal,
        })) ?? {};
      Object.assign(under, id ? { id } : {});
      under.paths = (items ?? [])
        .filter((one) => one.browser ?? one.decision === 'PREFETCH')
        .map(pathOf)
        .filter((path) => path !== undefined)
        .filter((path, place, all) => path !== page && all.indexOf(path) === place)
        .slice(0, MOST_PAGES);
      // of these nothing is promised but that they may be opened
      (items ?? [])
        .filter((one) => one.verdict === 'NOTHING_KNOWN' && one.probability >= LEAST_FOR_CODE)
        .map(pathOf)
        .filter((path) => path !== undefined && path !== page)
        .slice(0, MOST_PAGES)
        .forEach((path) => void this.code(path as string).catch(() => undefined));
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

  /**
   * A link on a page shows a sign of being opened: its page's code is loaded, and its data as far as the server finds it
   * worth it. What was begun for another link is given up.
   */
  async link(page: string, to: string, sign: Sign): Promise<void> {
    const from = knownPage(page)?.path;
    const target = knownPage(to);
    const told = `${sign} ${target?.path ?? ''}`;
    if (this.isOff() || !from || !target || target.path === from || this.signs.has(told)) {
      return;
    }
    this.signs.add(told);
    const before = this.linked;
    if (before?.path === target.path && before.promised) {
      return;
    }
    if (before && before.path !== target.path) {
      before.abort.abort();
    }
    const linked = { path: target.path, abort: new AbortController(), promised: false };
    this.linked = linked;
    void this.code(target.path).catch(() => undefined);
    if (queriesOf(target, this.client).every((query) => this.client.getQueryData(query.queryKey as QueryKey) !== undefined)) {
      return;
    }
    try {
      const begun = await request<Begun | undefined>('/api/prefetch', {
        method: 'POST',
        json: { page: from, link: target.path, sign, ...this.shown() },
        signal: linked.abort.signal,
      });
      linked.promised = (begun?.items ?? []).some((one) => one.browser ?? one.decision === 'PREFETCH');
      if (linked.promised) {
        await this.load(target.path, linked.abort.signal);
      }
    } catch (failure) {
      this.refused(failure);
    }
  }

  /** The portfolio that pages show, which the server cannot know. */
  private shown(): { portfolio?: string } {
    const id = chosenOf(this.client);
    return id ? { portfolio: id } : {};
  }

  private isOff(): boolean {
    return this.absent || savesData() || Date.now() < this.notBefore;
  }

  /** The user goes on to a page: what is under way for others is given up. */
  leave(to: string): void {
    this.at = to;
    if (this.linked && this.linked.path !== to) {
      this.linked.abort.abort();
      this.linked = undefined;
    }
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
    const fetched: QueryKey[] = [];
    for (let round = 0; round < MOST_ROUNDS && !signal.aborted; round++) {
      const next = queriesOf(page, this.client).filter((query) => query.enabled !== false && !asked.has(JSON.stringify(query.queryKey)));
      if (next.length === 0) {
        break;
      }
      await Promise.all(
        next.map(async (query) => {
          const key = query.queryKey as QueryKey;
          asked.set(JSON.stringify(key), key);
          if (await this.fetch(query, signal)) {
            fetched.push(key);
            this.mark(path, fetched, false, signal);
          }
        }),
      );
    }
    await code;
    if (fetched.length > 0) {
      const there = [...asked.values()].filter((key) => this.client.getQueryData(key) !== undefined);
      this.mark(path, there, there.length === asked.size, signal);
    }
  }

  /** As soon as a part of it is there, since the page may be opened before the rest is; not when it has been. */
  private mark(path: string, keys: QueryKey[], whole: boolean, signal: AbortSignal): void {
    if (!signal.aborted && this.at !== path) {
      markLoadedAhead(path, [...keys], whole);
    }
  }

  /** Whether there is an answer now that was not there before. */
  private async fetch(query: AnyQuery, signal: AbortSignal): Promise<boolean> {
    const { queryKey } = query as { queryKey: QueryKey };
    const before = this.client.getQueryState(queryKey)?.dataUpdatedAt ?? 0;
    const giveUp = () => {
      // a page that is being opened may have joined in: then it is no longer only ahead
      setTimeout(() => {
        if (!this.isShown(queryKey)) {
          void this.client.cancelQueries({ queryKey, exact: true });
        }
      });
    };
    signal.addEventListener('abort', giveUp, { once: true });
    try {
      const marked = { ...query, retry: false, queryFn: (context: unknown) => this.ask(query, context) };
      if ('initialPageParam' in query) {
        await this.client.prefetchInfiniteQuery(marked as never);
      } else {
        await this.client.prefetchQuery(marked as never);
      }
    } finally {
      signal.removeEventListener('abort', giveUp);
    }
    if (this.client.getQueryState(queryKey)?.status === 'error' && !this.isShown(queryKey)) {
      this.client.removeQueries({ queryKey, exact: true });
    }
    return (this.client.getQueryState(queryKey)?.dataUpdatedAt ?? 0) > before;
  }

  private isShown(queryKey: QueryKey): boolean {
    return (this.client.getQueryCache().find({ queryKey })?.getObserversCount() ?? 0) > 0;
  }

  /** Asks ahead of the user; if the server gives nothing ahead, and he has opened the page meanwhile, as ever. */
  private async ask(query: AnyQuery, context: unknown): Promise<unknown> {
    const { queryKey, queryFn } = query as { queryKey: QueryKey; queryFn: (context: unknown) => unknown };
    try {
      const answer = await askedAhead(() => queryFn(context));
      if (answer === undefined) {
        throw new Error('not given ahead');
      }
      return answer;
    } catch (failure) {
      if (this.isShown(queryKey)) {
        return queryFn(context);
      }
      throw failure;
    }
  }
}
