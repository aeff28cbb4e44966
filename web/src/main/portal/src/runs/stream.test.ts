import { describe, expect, it, vi } from 'vitest';
import type { RunEvent } from './journal';
import { type Connection, type EventSourceLike, RunStream } from './stream';

class FakeSource implements EventSourceLike {
  onopen: ((event: Event) => void) | null = null;
  onmessage: ((event: MessageEvent<string>) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  closed = false;
  readonly url: string;
  constructor(url: string) {
    this.url = url;
  }
  close() {
    this.closed = true;
  }
  send(sequence: number, type = 'progress') {
    this.onmessage?.({ data: JSON.stringify({ sequence, type, at: '', run: 'r1' }) } as MessageEvent<string>);
  }
  fail() {
    this.onerror?.(new Event('error'));
  }
}

function watch(mayResume = () => Promise.resolve(true), after = 0) {
  const sources: FakeSource[] = [];
  const received: number[] = [];
  const connections: Connection[] = [];
  const waits: number[] = [];
  const stream = new RunStream('r1', {
    after,
    mayResume,
    onEvent: (event: RunEvent) => received.push(event.sequence),
    onConnection: (connection) => connections.push(connection),
    open: (url) => {
      const source = new FakeSource(url);
      sources.push(source);
      return source;
    },
    wait: (milliseconds, then) => {
      waits.push(milliseconds);
      queueMicrotask(then);
      return () => {};
    },
  });
  const latest = () => sources[sources.length - 1] as FakeSource;
  const settle = () => vi.waitFor(() => expect(latest().closed).toBe(false));
  return { stream, sources, received, connections, waits, latest, settle };
}

describe('the stream of a run', () => {
  it('resumes after the last event that arrived', async () => {
    const watched = watch();
    watched.latest().send(1);
    watched.latest().send(2);
    watched.latest().fail();
    await watched.settle();
    expect(watched.sources.map((source) => source.url)).toEqual([
      '/api/runs/r1/events?after=0',
      '/api/runs/r1/events?after=2',
    ]);
    watched.latest().send(3);
    expect(watched.received).toEqual([1, 2, 3]);
    expect(watched.connections).toContain('reconnecting');
  });

  it('hands each event on once', () => {
    const watched = watch();
    [1, 2, 2, 1, 3].forEach((sequence) => watched.latest().send(sequence));
    expect(watched.received).toEqual([1, 2, 3]);
  });

  it('goes back to before a gap', async () => {
    const watched = watch();
    watched.latest().send(1);
    watched.latest().send(3);
    await watched.settle();
    expect(watched.received).toEqual([1]);
    expect(watched.latest().url).toContain('after=1');
  });

  it('waits longer after each failure, and short again after a success', async () => {
    const watched = watch();
    for (let failure = 0; failure < 7; failure++) {
      watched.latest().fail();
      await watched.settle();
    }
    expect(watched.waits).toEqual([500, 1000, 2000, 4000, 8000, 15000, 15000]);
    watched.latest().send(1);
    watched.latest().fail();
    expect(watched.waits.at(-1)).toBe(500);
  });

  it('closes after the last event and does not come back', () => {
    const watched = watch();
    watched.latest().send(1, 'start');
    watched.latest().send(2, 'complete');
    expect(watched.latest().closed).toBe(true);
    expect(watched.connections.at(-1)).toBe('closed');
    watched.latest().fail();
    expect(watched.sources).toHaveLength(1);
  });

  it('gives up when the server says that there is nothing to resume', async () => {
    const watched = watch(() => Promise.resolve(false));
    watched.latest().fail();
    await vi.waitFor(() => expect(watched.connections.at(-1)).toBe('closed'));
    expect(watched.sources).toHaveLength(1);
  });

  it('begins after what a viewer already knows', () => {
    const watched = watch(undefined, 41);
    expect(watched.latest().url).toBe('/api/runs/r1/events?after=41');
    watched.latest().send(42);
    expect(watched.stream.lastSequence).toBe(42);
  });
});
