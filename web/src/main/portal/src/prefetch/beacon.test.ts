import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rememberCsrf } from '../server/request';
import { Beacon, type Look, type Visit } from './beacon';

interface Sent {
  path: string;
  body: { visits?: Visit[]; accesses?: Look[] };
  init: RequestInit;
}

let sent: Sent[];
let answer: () => Response;

const accepted = (count: number) => new Response(JSON.stringify({ accepted: count, dropped: 0, agreed: true }), { status: 202 });
const visit = (page: string): Visit => ({ page, action: 'OPEN', at: new Date().toISOString(), warm: false });
const look = (symbol: string): Look => ({ symbol, action: 'VIEW', at: new Date().toISOString() });

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  answer = () => accepted(1);
  rememberCsrf('secret');
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    sent.push({ path, body: JSON.parse(String(init.body)), init });
    return answer();
  });
});

afterEach(() => {
  vi.useRealTimers();
});

function agreed(): Beacon {
  const beacon = new Beacon();
  beacon.allow(true);
  return beacon;
}

describe('the beacon', () => {
  it('tells in parts every few seconds, pages and symbols apart', async () => {
    const beacon = agreed();
    beacon.visit(visit('/'));
    beacon.visit(visit('/market'));
    beacon.look(look('AAPL'));
    await vi.advanceTimersByTimeAsync(4_900);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(sent.map(({ path }) => path)).toEqual(['/api/behavior/navigation', '/api/behavior/symbol']);
    expect(sent[0]?.body.visits?.map(({ page }) => page)).toEqual(['/', '/market']);
    expect(sent[1]?.body.accesses?.map(({ symbol }) => symbol)).toEqual(['AAPL']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(2);
  });

  it('carries the token of writes and goes on when the page is left', async () => {
    const beacon = agreed();
    beacon.visit(visit('/'));
    await beacon.flush(true);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.init.keepalive).toBe(true);
    expect((sent[0]?.init.headers as Record<string, string>)['X-CSRF-Token']).toBe('secret');
  });

  it('keeps and tells nothing before the user agreed', async () => {
    const beacon = new Beacon();
    beacon.visit(visit('/'));
    beacon.look(look('AAPL'));
    expect(beacon.waiting).toBe(0);
    beacon.allow(true);
    await beacon.flush();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual([]);
  });

  it('lets go of what waits when the user withdraws or signs out', async () => {
    const beacon = agreed();
    beacon.visit(visit('/'));
    beacon.allow(false);
    expect(beacon.waiting).toBe(0);
    await vi.advanceTimersByTimeAsync(60_000);
    beacon.allow(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual([]);
  });

  it('stops when the server says that the user has not agreed', async () => {
    const refused = vi.fn();
    const beacon = new Beacon(refused);
    beacon.allow(true);
    answer = () => new Response(JSON.stringify({ accepted: 0, dropped: 1, agreed: false, reason: 'You have not agreed.' }), { status: 202 });
    beacon.visit(visit('/'));
    await beacon.flush();
    expect(refused).toHaveBeenCalledOnce();
    expect(beacon.allowed).toBe(false);
  });

  it('waits as long as it is told to when that was too much, and then tells the same', async () => {
    const beacon = agreed();
    answer = () => new Response('{"title":"Too much"}', { status: 429, headers: { 'Retry-After': '20' } });
    beacon.visit(visit('/calendar'));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sent).toHaveLength(1);
    answer = () => accepted(2);
    beacon.visit(visit('/runs'));
    await vi.advanceTimersByTimeAsync(19_900);
    await beacon.flush(true);
    expect(sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(sent).toHaveLength(2);
    expect(sent[1]?.body.visits?.map(({ page }) => page)).toEqual(['/calendar', '/runs']);
  });

  it('lets the oldest go when too much waits', () => {
    const beacon = agreed();
    for (let n = 0; n < 500; n++) {
      beacon.look(look(`S${n}`));
    }
    expect(beacon.waiting).toBe(200);
  });

  it('tries again when the server was not reached, and not what it refused for itself', async () => {
    const beacon = agreed();
    answer = () => {
      throw new TypeError('offline');
    };
    beacon.visit(visit('/'));
    await beacon.flush();
    expect(beacon.waiting).toBe(1);
    answer = () => new Response('{"title":"Not recordable","errors":[{"field":"page","expected":"x"}]}', { status: 422 });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toHaveLength(2);
    expect(beacon.waiting).toBe(0);
  });

  it('leaves the time to the server when this machine’s clock is wrong', async () => {
    const beacon = agreed();
    answer = () => new Response('{"title":"Not recordable","errors":[{"field":"at","expected":"x"}]}', { status: 422 });
    beacon.visit(visit('/'));
    await beacon.flush();
    answer = () => accepted(1);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sent[1]?.body.visits).toEqual([{ page: '/', action: 'OPEN', warm: false }]);
  });

  it('lets go of what waits and of what is on its way when all is deleted, and goes on', async () => {
    const beacon = agreed();
    answer = () => new Response('{"title":"Too much"}', { status: 429, headers: { 'Retry-After': '20' } });
    beacon.visit(visit('/calendar'));
    const onItsWay = beacon.flush();
    beacon.visit(visit('/runs'));
    beacon.empty();
    await onItsWay;
    expect(beacon.waiting).toBe(0);
    expect(beacon.allowed).toBe(true);
    answer = () => accepted(1);
    beacon.visit(visit('/market'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent.slice(1).map(({ body }) => body.visits?.map(({ page }) => page))).toEqual([['/market']]);
  });

  it('goes on with the server’s time when the server says that it was done before he agreed', async () => {
    const beacon = agreed();
    answer = () => new Response(JSON.stringify({ accepted: 0, dropped: 1, agreed: true }), { status: 202 });
    beacon.visit(visit('/'));
    await beacon.flush();
    expect(beacon.allowed).toBe(true);
    answer = () => accepted(1);
    beacon.visit(visit('/market'));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sent[1]?.body.visits).toEqual([{ page: '/market', action: 'OPEN', warm: false }]);
  });

  it('calls back those who wait as soon as the user is known to have agreed, once, and not who gave it up', () => {
    const beacon = new Beacon();
    const calls: string[] = [];
    beacon.whenAllowed(() => calls.push('waits'));
    beacon.whenAllowed(() => calls.push('gave up'))();
    beacon.allow(false);
    expect(calls).toEqual([]);
    beacon.allow(true);
    beacon.whenAllowed(() => calls.push('at once'));
    expect(calls).toEqual(['waits', 'at once']);
    beacon.allow(false);
    beacon.allow(true);
    expect(calls).toEqual(['waits', 'at once']);
    beacon.allow(false);
  });
});
