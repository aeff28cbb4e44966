import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Opening, PageWatch } from './watch';

let client: QueryClient;
let opened: Opening[];
let watch: PageWatch;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame', 'performance', 'Date'] });
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  opened = [];
  watch = new PageWatch((opening) => opened.push(opening));
  watch.over(client.getQueryCache());
});

afterEach(() => {
  client.clear();
  vi.useRealTimers();
});

/** A component that shows what is asked, which takes that long. */
function shows(name: string, millis: number) {
  return new QueryObserver(client, {
    queryKey: [name],
    queryFn: () => new Promise((resolve) => setTimeout(() => resolve(name), millis)),
  }).subscribe(() => undefined);
}

const frames = () => vi.advanceTimersByTimeAsync(40);

describe('the time until a page stands', () => {
  it('runs from the click until its queries are answered and two frames have passed', async () => {
    watch.begin('/market', performance.now());
    await vi.advanceTimersByTimeAsync(100);
    watch.arrived('/market', 'OPEN');
    shows('symbols', 300);
    await vi.advanceTimersByTimeAsync(290);
    expect(opened).toEqual([]);
    await frames();
    await frames();
    expect(opened).toHaveLength(1);
    expect(opened[0]).toMatchObject({ path: '/market', from: undefined, action: 'OPEN' });
    expect(opened[0]?.loadMillis).toBeGreaterThanOrEqual(400);
    expect(opened[0]?.loadMillis).toBeLessThan(450);
  });

  it('waits for queries that only others’ answers bring about', async () => {
    watch.begin('/', performance.now());
    watch.arrived('/', 'OPEN');
    const stop = shows('portfolios', 100);
    client.getQueryCache().subscribe(({ type, query }) => {
      if (type === 'updated' && query.queryKey[0] === 'portfolios' && query.state.status === 'success') {
        stop();
        shows('holdings', 200);
      }
    });
    await vi.advanceTimersByTimeAsync(400);
    expect(opened[0]?.loadMillis).toBeGreaterThanOrEqual(300);
  });

  it('does not wait for what is renewed behind content that stands', async () => {
    client.setQueryData(['symbols'], 'here', { updatedAt: 1 });
    watch.begin('/market', performance.now());
    watch.arrived('/market', 'OPEN');
    shows('symbols', 5_000);
    await frames();
    expect(opened[0]?.loadMillis).toBeLessThan(50);
  });

  it('tells how long the page before was looked at, until the click', async () => {
    watch.arrived('/', 'RELOAD', 0);
    await vi.advanceTimersByTimeAsync(10_000);
    watch.begin('/runs', performance.now());
    await vi.advanceTimersByTimeAsync(500);
    watch.arrived('/runs', 'OPEN');
    await frames();
    expect(opened.map(({ path }) => path)).toEqual(['/', '/runs']);
    expect(opened[1]).toMatchObject({ from: '/', durationMillis: 10_000 });
    expect(opened[1]?.loadMillis).toBeGreaterThanOrEqual(500);
  });

  it('has no figure for a page that was left before it stood, or was hidden meanwhile', async () => {
    watch.arrived('/market', 'OPEN', performance.now());
    shows('slow', 60_000);
    await vi.advanceTimersByTimeAsync(1_000);
    watch.left();
    expect(opened[0]).toMatchObject({ path: '/market', loadMillis: undefined });
    watch.arrived('/runs', 'OPEN', performance.now());
    watch.hidden();
    await vi.advanceTimersByTimeAsync(70_000);
    expect(opened[1]).toMatchObject({ path: '/runs', loadMillis: undefined });
  });

  it('is of one page once: a change of the query is no visit', async () => {
    watch.arrived('/', 'OPEN', performance.now());
    await frames();
    watch.begin('/', performance.now());
    watch.arrived('/', 'OPEN');
    await frames();
    expect(opened).toHaveLength(1);
  });
});
