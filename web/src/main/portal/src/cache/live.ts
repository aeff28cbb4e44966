import { useEffect, useState } from 'react';
import { Problem } from '../server/problem';
import { request } from '../server/request';
import type { CacheSnapshot } from './cache';

export interface SourceLike {
  onopen: ((event: Event) => void) | null;
  onmessage: ((message: MessageEvent) => void) | null;
  onerror: ((event: Event) => void) | null;
  close(): void;
}

export interface LiveOptions {
  onSnapshot(snapshot: CacheSnapshot): void;
  onConnected(connected: boolean): void;
  /** Asked when a connection breaks; it throws a 401 or 403 where looking on makes no sense. */
  ask?(): Promise<unknown>;
  open?(): SourceLike;
  wait?(milliseconds: number, then: () => void): () => void;
}

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

/** Watches all shelves until it is closed or the caller may not look any more; connects anew by itself. */
export class LiveShelves {
  private source: SourceLike | undefined;
  private stopWaiting: (() => void) | undefined;
  private failures = 0;
  private closed = false;
  private readonly options: LiveOptions;

  constructor(options: LiveOptions) {
    this.options = options;
    this.connect();
  }

  close(): void {
    this.closed = true;
    this.drop();
  }

  private connect(): void {
    const source = this.options.open ? this.options.open() : new EventSource('/api/cache/live');
    this.source = source;
    source.onmessage = ({ data }) => {
      this.failures = 0;
      this.options.onConnected(true);
      this.options.onSnapshot(JSON.parse(data) as CacheSnapshot);
    };
    source.onerror = () => this.broken();
  }

  private broken(): void {
    this.drop();
    if (this.closed) {
      return;
    }
    this.options.onConnected(false);
    const wait = this.options.wait ?? waitByTimer;
    this.stopWaiting = wait(Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.failures), () => void this.again());
    this.failures += 1;
  }

  private async again(): Promise<void> {
    try {
      await (this.options.ask ?? (() => request('/api/cache/shelves')))();
    } catch (failure) {
      if (failure instanceof Problem && [401, 403, 404].includes(failure.status)) {
        return;
      }
    }
    if (!this.closed) {
      this.connect();
    }
  }

  private drop(): void {
    this.stopWaiting?.();
    this.stopWaiting = undefined;
    if (this.source) {
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

/** The shelves as they are now; `connected` is undefined before the first picture. */
export function useLiveShelves(): { snapshot?: CacheSnapshot; connected?: boolean } {
  const [snapshot, setSnapshot] = useState<CacheSnapshot>();
  const [connected, setConnected] = useState<boolean>();
  useEffect(() => {
    const live = new LiveShelves({ onSnapshot: setSnapshot, onConnected: setConnected });
    return () => live.close();
  }, []);
  return { ...(snapshot ? { snapshot } : {}), ...(connected === undefined ? {} : { connected }) };
}
