import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LoadingAhead, pathOf, type Prediction } from './ahead';
import { forgetLoadedAhead, showedLoadedAhead, takeLoadedAhead } from './warmth';

let client: QueryClient;
let asked: string[];
let answers: Record<string, unknown>;
let status: number;
let slow: string | undefined;
let code: ReturnType<typeof vi.fn>;
let bodies: string[];
let marked: string[];
let empty: Set<string>;

const next = (target: string, decision: Prediction['decision'] = 'PREFETCH'): Prediction => ({
  kind: 'PAGE',
  target,
  href: target,
  probability: 0.6,
  decision,
});

beforeEach(() => {
  client = new QueryClient({ defaultOptions: { queries: { staleTime: 15_000, retry: false } } });
  asked = [];
  bodies = [];
  marked = [];
  empty = new Set();
  status = 202;
  slow = undefined;
  code = vi.fn(async () => undefined);
  answers = {
    '/api/market/clock': { now: '2026-01-05T15:00:00Z', sessionDate: '2026-01-05' },
    '/api/market/symbols/AAPL': { symbol: 'AAPL', name: 'Apple' },
  };
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    asked.push(`${init.method} ${path}`);
    const isMarked = (init.headers as Record<string, string>)['X-Magnus-Ahead'] !== undefined;
    if (isMarked) {
      marked.push(path);
    }
    if (init.body) {
      bodies.push(String(init.body));
    }
    const body = JSON.stringify(answers[path] ?? { items: [] });
    return new Promise<Response>((resolve, reject) => {
      init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      if (isMarked && empty.has(path)) {
        resolve(new Response(null, { status: 204, headers: { 'Retry-After': '30' } }));
      } else if (path !== slow) {
        resolve(new Response(body, { status: path === '/api/prefetch' ? status : 200 }));
      }
    });
  });
});

afterEach(() => {
  forgetLoadedAhead();
  client.clear();
  vi.unstubAllGlobals();
});

const ahead = () => new LoadingAhead(client, code as never);
const expects = (...decided: Prediction[]) => (answers['/api/prefetch'] = { id: 'p1', items: decided });

describe('loading ahead', () => {
  it('loads code and first queries of what pays, and of nothing else', async () => {
    expects(next('/calendar'), next('/runs', 'SKIP'), { ...next('/import'), browser: false }, next('https://elsewhere.example/'), next('/nowhere'));
    expect(await ahead().from('/')).toEqual(['/calendar']);
    expect(code.mock.calls).toEqual([['/calendar']]);
    expect(asked).toEqual(['POST /api/prefetch', 'GET /api/market/clock', 'GET /api/market/calendar?from=2026-01-05&to=2026-01-19']);
    expect(takeLoadedAhead('/calendar', client)).toBe(true);
    expect(takeLoadedAhead('/calendar', client)).toBe(false);
    expect(takeLoadedAhead('/runs', client)).toBe(false);
  });

  it('loads code alone of what the server knows nothing to load for, if it is likely', async () => {
    const unknown = (path: string, probability: number) => ({ ...next(path, 'SKIP'), browser: false, verdict: 'NOTHING_KNOWN', probability });
    expects(unknown('/calendar', 0.4), unknown('/runs', 0.1));
    expect(await ahead().from('/')).toEqual([]);
    expect(code.mock.calls).toEqual([['/calendar']]);
    expect(asked).toEqual(['POST /api/prefetch']);
  });

  it('goes on to queries that the first answers make known', async () => {
    expects({ kind: 'SYMBOL', target: 'AAPL', probability: 0.5, decision: 'PREFETCH' });
    await ahead().from('/market');
    expect(asked).toContain('GET /api/market/symbols/AAPL/bars?from=2025-01-04');
    expect(takeLoadedAhead('/market/AAPL', client)).toBe(true);
  });

  it('asks for nothing again that has just come', async () => {
    expects(next('/runs'));
    const loading = ahead();
    await loading.from('/');
    asked = [];
    takeLoadedAhead('/runs', client);
    await loading.from('/');
    expect(asked.filter((one) => one.startsWith('GET'))).toEqual([]);
    expect(takeLoadedAhead('/runs', client)).toBe(false);
  });

  it('gives up what is under way when the user goes elsewhere, and tells the server', async () => {
    expects(next('/calendar'), next('/runs'));
    slow = '/api/market/clock';
    const loading = ahead();
    const loaded = loading.from('/');
    await vi.waitFor(() => expect(asked).toContain('GET /api/market/clock'));
    loading.leave('/account');
    expect(await loaded).toEqual([]);
    expect(asked).toContain('DELETE /api/prefetch/p1');
    expect(asked).not.toContain('GET /api/runs');
    expect(takeLoadedAhead('/calendar', client)).toBe(false);
  });

  it('leaves the server’s part alone when the user goes where it was loaded ahead for', async () => {
    expects(next('/runs'));
    const loading = ahead();
    await loading.from('/');
    loading.leave('/runs');
    expect(asked.some((one) => one.startsWith('DELETE'))).toBe(false);
  });

  it('marks what it asks ahead, and keeps nothing of what is not given ahead', async () => {
    expects(next('/calendar'), next('/runs'));
    empty.add('/api/runs');
    await ahead().from('/');
    expect(marked).toContain('/api/market/clock');
    expect(marked).toContain('/api/runs');
    expect(marked).not.toContain('/api/prefetch');
    expect(client.getQueryCache().findAll({ predicate: ({ state }) => state.status === 'error' })).toEqual([]);
    expect(takeLoadedAhead('/calendar', client)).toBe(true);
    expect(takeLoadedAhead('/runs', client)).toBe(false);
  });

  it('loads the page of a link that shows a sign, once, and gives up that of another', async () => {
    expects({ ...next('/runs'), browser: true });
    const loading = ahead();
    await loading.link('/', '/runs', 'REST');
    expect(bodies).toEqual([JSON.stringify({ page: '/', link: '/runs', sign: 'REST' })]);
    expect(code).toHaveBeenCalledWith('/runs');
    expect(marked).toContain('/api/runs');
    await loading.link('/', '/runs', 'REST');
    await loading.link('/', '/runs', 'PRESS');
    expect(bodies).toHaveLength(1);
    expect(takeLoadedAhead('/runs', client)).toBe(true);

    slow = '/api/market/clock';
    expects({ ...next('/calendar'), browser: true });
    const first = loading.link('/', '/calendar', 'REST');
    await vi.waitFor(() => expect(asked).toContain('GET /api/market/clock'));
    await loading.link('/', '/account', 'REST');
    await first;
    expect(takeLoadedAhead('/calendar', client)).toBe(false);
  });

  it('counts what was there when the page was opened before the rest was', async () => {
    expects({ ...next('/calendar'), browser: true });
    slow = '/api/market/calendar?from=2026-01-05&to=2026-01-19';
    const loading = ahead();
    void loading.link('/', '/calendar', 'PRESS');
    await vi.waitFor(() => expect(asked).toContain(`GET ${slow}`));
    loading.leave('/calendar');
    expect(takeLoadedAhead('/calendar', client)).toBe(false);
    expect(showedLoadedAhead('/calendar')).toBe(true);
  });

  it('asks again when a link is pressed of which nothing was loaded when the pointer rested on it', async () => {
    expects({ ...next('/runs', 'SKIP'), browser: false });
    const loading = ahead();
    await loading.link('/', '/runs', 'REST');
    expect(marked).toEqual([]);
    expects({ ...next('/runs'), browser: true });
    await loading.link('/', '/runs', 'PRESS');
    expect(bodies).toHaveLength(2);
    expect(marked).toContain('/api/runs');
    await loading.link('/', 'https://elsewhere.example/', 'PRESS');
    await loading.link('/', '/', 'PRESS');
    expect(bodies).toHaveLength(2);
  });

  it('tells the server that a page showed what had been loaded ahead', async () => {
    expects(next('/calendar'));
    const loading = ahead();
    await loading.from('/');
    takeLoadedAhead('/calendar', client);
    expects();
    await loading.from('/calendar');
    expect(bodies[1]).toBe(JSON.stringify({ page: '/calendar', warm: true }));
  });

  it('is silent where the server has no predictions, and asks once', async () => {
    for (status of [404, 501]) {
      asked = [];
      const loading = ahead();
      expect(await loading.from('/')).toEqual([]);
      expect(await loading.from('/market')).toEqual([]);
      expect(asked).toEqual(['POST /api/prefetch']);
    }
  });

  it('does nothing for who saves data', async () => {
    vi.stubGlobal('navigator', { connection: { saveData: true } });
    expects(next('/runs'));
    expect(await ahead().from('/')).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('knows pages by address or symbol', () => {
    expect(pathOf({ kind: 'SYMBOL', target: 'ES=F', probability: 1, decision: 'PREFETCH' })).toBe('/market/ES%3DF');
    expect(pathOf(next('/portfolios/1'))).toBeUndefined();
    expect(pathOf(next('//evil.example'))).toBeUndefined();
  });
});
