import type { QueryCache } from '@tanstack/react-query';
import type { VisitAction } from './beacon';

/** A page as it was opened, once that is known. */
export interface Opening {
  path: string;
  from: string | undefined;
  action: VisitAction;
  at: string;
  durationMillis: number | undefined;
  /** Absent where the user left before, the window was hidden meanwhile, or the start is not known. */
  loadMillis: number | undefined;
  /** How many answers came while the user waited, how many of them from shelves, and how many of these called a source. */
  answers: { all: number; ofShelves: number; calls: number };
}

interface Current extends Opening {
  arrivedAt: number;
  /** When the user asked for it, on the clock of `performance.now()`. */
  askedAt: number | undefined;
  told: boolean;
  hidden: boolean;
}

const LONGEST_LOAD = 60_000;
const LONGEST_STAY = 86_400_000;

const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

/**
 * Measures how long a user waits for a page: from the event of his click (or key, or back button), as the browser stamped
 * it, until all that the page asks the server for first has been answered, well or badly, and two animation frames have
 * passed since, of which the first precedes the paint of that content and the second follows it. What is renewed in the
 * background behind content that stands already is not waited for. The first page of a window is measured from the start of
 * the browser's own navigation.
 */
export class PageWatch {
  private current: Current | undefined;
  private asked: { path: string; at: number } | undefined;
  private queries: QueryCache | undefined;

  /**
   * @param opened is told each page when its content is painted, or when it is left before that
   * @param painted is told that a page stands, and whether the user is still there
   */
  constructor(
    private readonly opened: (opening: Opening) => void,
    private readonly painted: (path: string) => void = () => undefined,
  ) {}

  /** The page in sight. */
  get path(): string | undefined {
    return this.current?.path;
  }

  /** Whose queries are the pages'. */
  over(queries: QueryCache): void {
    this.queries = queries;
  }

  /** The user asked for a page at that time; its code may yet have to come. */
  begin(path: string, at: number): void {
    if (path !== this.current?.path && path !== this.asked?.path) {
      this.asked = { path, at };
      // who goes on before the page stands did not wait for it
      this.hidden();
    }
  }

  /** The server has answered; what comes after the page was painted is not counted. */
  heard(cacheStatus: string | undefined): void {
    if (this.current && !this.current.told) {
      const { answers } = this.current;
      answers.all++;
      answers.ofShelves += cacheStatus ? 1 : 0;
      answers.calls += cacheStatus?.includes('fwd=') ? 1 : 0;
    }
  }

  /** Nothing became of what was asked for. */
  settled(path: string): void {
    if (path === this.current?.path) {
      this.asked = undefined;
    }
  }

  /**
   * The page has been put into the document.
   *
   * @param started when it was asked for, where that is known better than from {@link begin}
   */
  arrived(path: string, action: VisitAction, started?: number): void {
    const now = performance.now();
    const askedAt = started ?? (this.asked?.path === path ? this.asked.at : undefined);
    const before = this.current;
    if (before?.path === path) {
      return;
    }
    this.tell(before);
    const stay = before && Math.round((askedAt ?? now) - before.arrivedAt);
    const current: Current = {
      path,
      from: before?.path,
      action,
      at: new Date(Date.now() - (now - (askedAt ?? now))).toISOString(),
      durationMillis: stay !== undefined && stay >= 0 && stay <= LONGEST_STAY ? stay : undefined,
      loadMillis: undefined,
      answers: { all: 0, ofShelves: 0, calls: 0 },
      arrivedAt: now,
      askedAt,
      told: false,
      hidden: document.visibilityState === 'hidden',
    };
    this.current = current;
    this.asked = undefined;
    void this.measure(current);
  }

  /** The window cannot be seen any more: what is being measured is not what the user waits for. */
  hidden(): void {
    if (this.current) {
      this.current.hidden = true;
    }
  }

  /** The user leaves the portal. */
  left(): void {
    this.tell(this.current);
    this.current = undefined;
    this.asked = undefined;
  }

  private async measure(page: Current): Promise<void> {
    do {
      await this.answered(page);
      await frame();
      await frame();
    } while (this.current === page && this.isWaiting());
    if (this.current !== page) {
      return;
    }
    const took = page.askedAt === undefined ? undefined : Math.round(performance.now() - page.askedAt);
    page.loadMillis = page.hidden || took === undefined || took < 0 || took > LONGEST_LOAD ? undefined : took;
    this.tell(page);
    this.painted(page.path);
  }

  /** Until no query that is shown waits for its first answer. */
  private answered(page: Current): Promise<void> {
    const cache = this.queries;
    return new Promise((resolve) => {
      if (!cache || !this.isWaiting()) {
        resolve();
        return;
      }
      const stop = cache.subscribe(() => {
        if (this.current !== page || !this.isWaiting()) {
          stop();
          resolve();
        }
      });
    });
  }

  private isWaiting(): boolean {
    const active = this.queries?.findAll({ type: 'active' }) ?? [];
    return active.some(({ state }) => state.status === 'pending' && state.fetchStatus === 'fetching');
  }

  private tell(page: Current | undefined): void {
    if (page && !page.told) {
      page.told = true;
      const { path, from, action, at, durationMillis, loadMillis, answers } = page;
      this.opened({ path, from, action, at, durationMillis, loadMillis, answers });
    }
  }
}
