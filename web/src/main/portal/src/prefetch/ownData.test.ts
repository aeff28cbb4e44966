import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import { Beacon } from './beacon';
import { followWord, hearOtherWindows, tellOtherWindows } from './ownData';

const visit = () => ({ page: '/', action: 'OPEN' as const, at: new Date().toISOString(), warm: false });

function recording(): Beacon {
  const beacon = new Beacon();
  beacon.allow(true);
  beacon.visit(visit());
  return beacon;
}

function holding(): QueryClient {
  const client = new QueryClient();
  client.setQueryData(['behavior', 'log'], { pages: ['his'] });
  client.setQueryData(['behavior', 'patterns'], ['his']);
  client.setQueryData(['prefetch', 'predictions', '/'], ['his']);
  client.setQueryData(['behavior', 'consent'], { agreed: true });
  client.setQueryData(['portfolio'], ['another matter']);
  return client;
}

describe('own data in several windows', () => {
  it('lets go of all that this window holds when all is deleted, and goes on recording', async () => {
    const beacon = recording();
    const client = holding();
    await followWord('deleted', client, beacon);
    expect(beacon.waiting).toBe(0);
    expect(beacon.allowed).toBe(true);
    expect(client.getQueryData(['behavior', 'log'])).toBeUndefined();
    expect(client.getQueryData(['behavior', 'patterns'])).toBeUndefined();
    expect(client.getQueryData(['prefetch', 'predictions', '/'])).toBeUndefined();
    expect(client.getQueryState(['behavior', 'consent'])?.isInvalidated).toBe(true);
    expect(client.getQueryData(['portfolio'])).toEqual(['another matter']);
  });

  it('stops recording when he withdraws', async () => {
    const beacon = recording();
    await followWord('withdrawn', holding(), beacon);
    expect(beacon.waiting).toBe(0);
    expect(beacon.allowed).toBe(false);
  });

  it('asks again what he said when he agrees elsewhere', async () => {
    const beacon = recording();
    const client = holding();
    await followWord('agreed', client, beacon);
    expect(beacon.waiting).toBe(1);
    expect(client.getQueryState(['behavior', 'consent'])?.isInvalidated).toBe(true);
  });

  it('hears other windows, and nothing that is no word of theirs', async () => {
    const heard: string[] = [];
    const stop = hearOtherWindows((word) => heard.push(word));
    const other = new BroadcastChannel('magnus-own-data');
    other.postMessage('nonsense');
    other.postMessage('deleted');
    await vi.waitFor(() => expect(heard).toEqual(['deleted']));

    const told: unknown[] = [];
    other.onmessage = ({ data }) => told.push(data);
    tellOtherWindows('withdrawn');
    await vi.waitFor(() => expect(told).toEqual(['withdrawn']));
    expect(heard).toEqual(['deleted']);
    stop();
    other.close();
  });
});
