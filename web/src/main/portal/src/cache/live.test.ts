import { describe, expect, it, vi } from 'vitest';
import { Problem } from '../server/problem';
import { LiveShelves, type SourceLike } from './live';

function stage(ask: () => Promise<unknown>) {
  const sources: (SourceLike & { closed: boolean })[] = [];
  const waits: { milliseconds: number; then: () => void }[] = [];
  const onSnapshot = vi.fn();
  const onConnected = vi.fn();
  const live = new LiveShelves({
    onSnapshot,
    onConnected,
    ask,
    open: () => {
      const source = { onopen: null, onmessage: null, onerror: null, closed: false, close: () => void (source.closed = true) } as SourceLike & {
        closed: boolean;
      };
      sources.push(source);
      return source;
    },
    wait: (milliseconds, then) => {
      waits.push({ milliseconds, then });
      return () => undefined;
    },
  });
  return { live, sources, waits, onSnapshot, onConnected };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('the live view of the shelves', () => {
  it('hands on pictures, and connects anew after longer and longer waits', async () => {
    const { sources, waits, onSnapshot, onConnected } = stage(() => Promise.resolve());
    sources[0]?.onmessage?.({ data: '{"node":"one","items":[]}' } as MessageEvent);
    expect(onSnapshot).toHaveBeenCalledWith({ node: 'one', items: [] });
    sources[0]?.onerror?.({} as Event);
    expect(onConnected).toHaveBeenLastCalledWith(false);
    expect(sources[0]?.closed).toBe(true);
    waits[0]?.then();
    await settled();
    sources[1]?.onerror?.({} as Event);
    expect(waits.map((wait) => wait.milliseconds)).toEqual([1_000, 2_000]);
  });

  it('gives up where the caller may not look any more', async () => {
    const { sources, waits } = stage(() => Promise.reject(new Problem({ type: '', title: 'Sign in', status: 401 })));
    sources[0]?.onerror?.({} as Event);
    waits[0]?.then();
    await settled();
    expect(sources).toHaveLength(1);
  });

  it('does not come back after it was closed', async () => {
    const { live, sources, waits } = stage(() => Promise.resolve());
    sources[0]?.onerror?.({} as Event);
    live.close();
    waits[0]?.then();
    await settled();
    expect(sources).toHaveLength(1);
  });
});
