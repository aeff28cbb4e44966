import type { RunEvent } from './journal';

/** How the connection stands, as a viewer is told. */
export type Connection = 'connecting' | 'open' | 'reconnecting' | 'closed';

/** The part of the browser's EventSource that is used; tests bring their own. */
export interface EventSourceLike {
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent<string>) => void) | null;
  onerror: ((event: Event) => void) | null;
  close(): void;
}

export interface RunStreamOptions {
  /** Events up to this sequence are known already. */
  after?: number;
  onEvent(event: RunEvent): void;
  onConnection?(connection: Connection): void;
  /**
   * Asked when a connection breaks: whether it is worth trying again. A run that has ended, was deleted, or belongs to
   * somebody else is not.
   */
  mayResume?(): Promise<boolean>;
  open?(url: string): EventSourceLike;
  wait?(milliseconds: number, then: () => void): () => void;
}

const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;
const LAST_EVENTS = new Set(['complete', 'failed', 'cancelled']);

/**
 * Listens to one run until its last event. The browser's own reconnecting gives up on any answer but 200, as a server
 * that is just restarting gives, and it forgets all after a reload; so each connection here is made anew with `?after=`
 * the last sequence that arrived, after a wait that doubles from 0.5 to 15 s. A repeated event is dropped; where one is
 * missing, the connection is taken up again from before the gap.
 */
export class RunStream {
  private readonly run: string;
  private readonly options: RunStreamOptions;
  private source: EventSourceLike | undefined;
  private stopWaiting: (() => void) | undefined;
  private last: number;
  private failures = 0;
  private closed = false;

  constructor(run: string, options: RunStreamOptions) {
    this.run = run;
    this.options = options;
    this.last = options.after ?? 0;
    this.connect('connecting');
  }

  /** The sequence of the last event that was handed on. */
  get lastSequence(): number {
    return this.last;
  }

  /** Stops listening; the run itself goes on. */
  close(): void {
    if (!this.closed) {
      this.closed = true;
      this.drop();
      this.options.onConnection?.('closed');
    }
  }

  private connect(connection: Connection): void {
    this.options.onConnection?.(connection);
    const url = `/api/runs/${encodeURIComponent(this.run)}/events?after=${this.last}`;
    const source = this.options.open ? this.options.open(url) : new EventSource(url);
    this.source = source;
    source.onopen = () => this.options.onConnection?.('open');
    source.onmessage = (message) => this.receive(message.data);
    source.onerror = () => this.broken();
  }

  private receive(data: string): void {
    let event: RunEvent;
    try {
      event = JSON.parse(data) as RunEvent;
    } catch {
      return this.broken();
    }
    this.failures = 0;
    if (event.sequence <= this.last) {
      return;
    }
    if (event.sequence > this.last + 1) {
      return this.broken();
    }
    this.last = event.sequence;
    this.options.onEvent(event);
    if (LAST_EVENTS.has(event.type)) {
      this.close();
    }
  }

  private broken(): void {
    if (this.closed) {
      return;
    }
    this.drop();
    this.options.onConnection?.('reconnecting');
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.failures);
    this.failures += 1;
    const start = this.options.wait ?? waitByTimer;
    this.stopWaiting = start(wait, () => void this.resume());
  }

  private async resume(): Promise<void> {
    const worthwhile = await (this.options.mayResume?.() ?? Promise.resolve(true));
    if (this.closed) {
      return;
    }
    if (worthwhile) {
      this.connect('reconnecting');
    } else {
      this.close();
    }
  }

  private drop(): void {
    this.stopWaiting?.();
    this.stopWaiting = undefined;
    if (this.source) {
      this.source.onopen = null;
      this.source.onmessage = null;
      this.source.onerror = null;
      this.source.close();
      this.source = undefined;
    }
  }
}

function waitByTimer(milliseconds: number, then: () => void): () => void {
  const timer = setTimeout(then, milliseconds);
  return () => clearTimeout(timer);
}
