import { Problem } from '../server/problem';
import { request } from '../server/request';

export type VisitAction = 'OPEN' | 'BACK' | 'RELOAD' | 'SEARCH';
export type LookAction = 'VIEW' | 'SEARCH' | 'QUOTE' | 'CHAIN' | 'TRADE';

/** One page that was opened. Milliseconds are whole. */
export interface Visit {
  page: string;
  from?: string;
  action: VisitAction;
  /** ISO 8601, UTC. */
  at: string;
  /** How long the page before was looked at. */
  durationMillis?: number;
  /** From the click until the content was painted. */
  loadMillis?: number;
  /** Whether its data had been loaded ahead. */
  warm: boolean;
  /** How many answers called a source while the page was waited for; absent where none came from a shelf. */
  sourceCalls?: number;
  portfolio?: string;
  /** The site from which the portal was opened. */
  referrer?: string;
}

/** One look at a symbol. */
export interface Look {
  symbol: string;
  page?: string;
  action: LookAction;
  at: string;
  portfolio?: string;
}

interface Report {
  accepted: number;
  dropped: number;
  agreed: boolean;
  reason?: string;
}

const FLUSHED_EVERY = 5_000;
const MOST_WAITING = 200;
const MOST_AT_ONCE = 50;
const OLDEST = 23 * 3_600_000;
const DEFAULT_WAIT = 10;

/** What waits to be told at one address, the oldest first; beyond its bound the oldest are let go. */
class Outbox<T extends { at: string }> {
  waiting: T[] = [];
  constructor(
    readonly path: string,
    readonly member: string,
  ) {}

  add(items: T[], before = false): void {
    this.waiting = (before ? [...items, ...this.waiting] : [...this.waiting, ...items]).slice(-MOST_WAITING);
  }

  take(): T[] {
    const young = Date.now() - OLDEST;
    this.waiting = this.waiting.filter((item) => Date.parse(item.at) > young);
    return this.waiting.splice(0, MOST_AT_ONCE);
  }
}

/**
 * Tells the server what was opened, in parts, never in the way of a page. Nothing is kept or told before {@link allow}
 * has said that the user agreed, and all that waits is let go when he no longer does. The requests go on when the page is
 * left. What cannot be told waits in a bounded queue; a refusal for too much is waited out.
 */
export class Beacon {
  private agreed = false;
  private readonly visits = new Outbox<Visit>('/api/behavior/navigation', 'visits');
  private readonly looks = new Outbox<Look>('/api/behavior/symbol', 'accesses');
  private timer: ReturnType<typeof setTimeout> | undefined;
  private notBefore = 0;
  private sending = false;
  private clockIsOff = false;
  private generation = 0;
  private readonly whoWaits = new Set<() => void>();

  /** @param onRefused called when the server says that the user has not agreed */
  constructor(private readonly onRefused: () => void = () => undefined) {}

  /** Whether the user agreed; what waits is let go where he has not. */
  allow(agreed: boolean): void {
    if (this.agreed === agreed) {
      return;
    }
    this.agreed = agreed;
    this.empty();
    this.notBefore = 0;
    if (agreed) {
      const told = [...this.whoWaits];
      this.whoWaits.clear();
      told.forEach((one) => one());
    }
  }

  /** Lets go what waits, and what is on its way and would be told again; to be called when the user had all deleted. */
  empty(): void {
    this.generation++;
    this.visits.waiting = [];
    this.looks.waiting = [];
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** Calls back once, now or as soon as it is known that the user agreed; returns how to give that up. Keeps nothing of what was done. */
  whenAllowed(what: () => void): () => void {
    if (this.agreed) {
      what();
      return () => {};
    }
    this.whoWaits.add(what);
    return () => this.whoWaits.delete(what);
  }

  get allowed(): boolean {
    return this.agreed;
  }

  /** How much waits to be told. */
  get waiting(): number {
    return this.visits.waiting.length + this.looks.waiting.length;
  }

  visit(visit: Visit): void {
    if (this.agreed) {
      this.visits.add([visit]);
      this.wake(FLUSHED_EVERY);
    }
  }

  look(look: Look): void {
    if (this.agreed) {
      this.looks.add([look]);
      this.wake(FLUSHED_EVERY);
    }
  }

  private wake(millis: number): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.flush();
    }, millis);
  }

  /** Tells what waits, unless the server asked to be left alone; the user leaves where `leaving`. */
  async flush(leaving = false): Promise<void> {
    if (!this.agreed) {
      return;
    }
    if (Date.now() >= this.notBefore && (!this.sending || leaving)) {
      this.sending = true;
      await Promise.all([this.tell(this.visits), this.tell(this.looks)]);
      this.sending = false;
    }
    if (this.agreed && this.waiting > 0) {
      this.wake(Math.max(FLUSHED_EVERY, this.notBefore - Date.now()));
    }
  }

  private async tell<T extends { at: string }>(box: Outbox<T>): Promise<void> {
    const items = box.take();
    if (items.length === 0) {
      return;
    }
    const generation = this.generation;
    try {
      const report = await request<Report | undefined>(box.path, {
        method: 'POST',
        json: { [box.member]: this.clockIsOff ? items.map(({ at: _at, ...rest }) => rest) : items },
        keepalive: true,
      });
      if (generation === this.generation && report && report.dropped > 0) {
        this.dropped(report.agreed);
      }
    } catch (failure) {
      if (generation === this.generation) {
        this.refused(box, items, failure);
      }
    }
  }

  private dropped(agreed: boolean): void {
    if (agreed) {
      // Done before he agreed or deleted, says the server: elsewhere he has just deleted, or this machine's clock is slow.
      this.empty();
      this.clockIsOff = true;
    } else {
      this.allow(false);
      this.onRefused();
    }
  }

  private refused<T extends { at: string }>(box: Outbox<T>, items: T[], failure: unknown): void {
    const problem = failure instanceof Problem ? failure : undefined;
    const faults = problem?.details.errors ?? [];
    if (problem?.status === 429 || problem?.status === 503) {
      this.notBefore = Date.now() + (problem.retryAfterSeconds ?? DEFAULT_WAIT) * 1_000;
      box.add(items, true);
    } else if (problem?.status === 401) {
      this.allow(false);
    } else if (problem?.status === 422 && !this.clockIsOff && faults.length > 0 && faults.every(({ field }) => field === 'at')) {
      // this machine's clock is wrong: the server's has to do
      this.clockIsOff = true;
      box.add(items, true);
    } else if (!problem || problem.status === 0 || problem.status >= 500) {
      this.notBefore = Date.now() + DEFAULT_WAIT * 1_000;
      box.add(items, true);
    }
    // what is refused for itself would be refused again
  }
}
