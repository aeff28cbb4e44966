import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../server/request';

export interface ShelfCounts {
  hits: number;
  staleServed: number;
  staleOnError: number;
  misses: number;
  joined: number;
  loads: number;
  failures: number;
  failuresRemembered: number;
  unsound: number;
  tooSlow: number;
  overtaken: number;
  unreadable: number;
  fromFuture: number;
  loadMillis: number;
  savedLoads: number;
  savedMillis: number;
  dropped: number;
  expired: number;
  expiredUnused: number;
  evicted: number;
  refreshedAhead: number;
  hitRate: number;
}

export interface Shelf {
  name: string;
  type: string;
  entries: number;
  mostEntries: number;
  bytes: number;
  mostBytes: number;
  counts: ShelfCounts;
  lifespans: {
    policy: string;
    baseSeconds: number;
    sampled: number;
    leastSeconds: number;
    medianSeconds: number;
    mostSeconds: number;
  };
  frozen?: { seconds: number; by: string; at: string };
}

/** All shelves as one node sees them at one moment. */
export interface CacheSnapshot {
  at: string;
  node: string;
  occurrences: number;
  items: Shelf[];
}

export interface HistoryPoint {
  at: string;
  served: number;
  misses: number;
  loads: number;
  loadMillis: number;
  /** Absent where nobody asked. */
  hitRate?: number;
  entries: number;
}

export interface Lifespan {
  policy: string;
  inForce: boolean;
  seconds: number;
  factors: { name: string; effect: string; input: string; source: string; ageSeconds: number; afterSeconds: number }[];
}

export interface CacheEntry {
  shelf: string;
  key: string;
  asOf: string;
  ageSeconds: number;
  fresh: boolean;
  freshUntil: string;
  loadedFor: string;
  loadedBy: string;
  loadMillis: number;
  bytes: number;
  version: string;
  madeFrom: string[];
  accesses: number;
  lifespan: Lifespan;
}

export interface Why {
  shelf: string;
  key: string;
  answer: string;
  entry?: CacheEntry;
  departures: { at: string; why: string; madeAt?: string }[];
}

export interface Explanation {
  there: boolean;
  asOf: string;
  accessesPerSecond: number;
  madeFrom: string[];
  choices: Lifespan[];
}

export interface EntryLine {
  key: string;
  ageSeconds: number;
  lifespanSeconds: number;
  fresh: boolean;
  accesses: number;
  bytes: number;
  loadedFor: string;
}

export interface CacheEvent {
  kind: string;
  touched: string[];
  at: string;
  toldAt: string;
  raisedBy: string;
  node: string;
  figures: Record<string, number>;
  entriesTouched: number;
  entriesDropped: number;
  millis: number;
  reach: { shelf: string; touched: number; dropped: number }[];
}

export interface Raising {
  kind: string;
  touches: string[];
}

/** What was warmed for a session, and what came of it. */
export interface WarmingReport {
  id: string;
  run: string;
  session: string;
  turn: string;
  startedAt: string;
  seconds: number;
  planned: number;
  beyondBudget: number;
  warmed: number;
  fresh: number;
  failed: number;
  notReached: number;
  shelves: { shelf: string; warmed: number; fresh: number; failed: number; used: number }[];
  /** Absent before the first minutes of the session are over. */
  bell?: { until: string; asked: number; hitRate: number; hitRateWithout: number; warmed: number; used: number; savedMillis: number };
}

/** One policy's outcome on replayed days. */
export interface FrontierPoint {
  /** Absent for policies without one. */
  epsilonBp?: number;
  /** Those of fixed lifespans are 1. */
  callsOfFixed: number;
  meanErrorBp: number;
  p99ErrorBp: number;
  hitRate: number;
}

/** What the benchmark measured, and what is in force. */
export interface Frontier {
  policy: string;
  epsilonBp: number;
  epsilonByTypeBp: Record<string, number>;
  measured: {
    measuredOn: string;
    command: string;
    bars: string;
    volatility: string;
    users: number;
    seed: number;
    days: string[];
    fixed: FrontierPoint;
    fixedBatching: FrontierPoint;
    rule: FrontierPoint;
    bounded: FrontierPoint[];
    shippedEpsilonBp: number;
    allDays: number;
    shippedAllDays: FrontierPoint;
    fixedAllDays: FrontierPoint;
  };
}

/** How often a decision was right. */
export interface Score {
  entries: number;
  changed: number;
  wastedDrops: number;
  missedChanges: number;
  precision: number;
  recall: number;
}

/** What decides whether an event drops an entry. */
export interface CacheDecision {
  configured: string;
  model: {
    provenance: {
      madeBy: string;
      bars: string;
      epsilon: number;
      trainedFrom: string;
      trainedTo: string;
      trainedOn: number;
      heldOutFrom: string;
      heldOutTo: string;
      heldOut: number;
      caveat: string;
    };
    features: string[];
    coefficients: number[];
    threshold: number;
    verdicts: { kind: string; type: string; rule: Score; learned: Score; gain: number; gainLow: number; inForce: boolean }[];
  };
  live: { kind: string; type: string; rule: Score; learned: Score }[];
}

interface Page<T> {
  items: T[];
  next?: string;
}

const CACHE = ['cache'];
const shelfPath = (shelf: string) => `/api/cache/shelves/${encodeURIComponent(shelf)}`;

export function useShelves() {
  return useQuery({ queryKey: [...CACHE, 'shelves'], queryFn: () => request<CacheSnapshot>('/api/cache/shelves') });
}

/** A shelf's last hour, read again as often as the server looks. */
export function useShelfHistory(shelf: string) {
  return useQuery({
    queryKey: [...CACHE, 'history', shelf],
    queryFn: () => request<{ points: HistoryPoint[] }>('/api/cache/history', { query: { shelf } }).then((history) => history.points),
    refetchInterval: 10_000,
  });
}

export function useShelfEntries(shelf: string, containing: string) {
  return useQuery({
    queryKey: [...CACHE, 'entries', shelf, containing],
    queryFn: () =>
      request<{ entries: EntryLine[] }>(shelfPath(shelf), { query: { containing, limit: 8 } }).then((detail) => detail.entries),
    enabled: shelf !== '',
    refetchInterval: 10_000,
  });
}

export function useWhy(place: string) {
  return useQuery({
    queryKey: [...CACHE, 'why', place],
    queryFn: () => request<Why>('/api/cache/why', { query: { key: place } }),
    enabled: place !== '',
  });
}

export function useExplanation(place: string) {
  return useQuery({
    queryKey: [...CACHE, 'explain', place],
    queryFn: () => request<Explanation>('/api/cache/explain', { query: { key: place } }),
    enabled: place !== '',
  });
}

/** What happened, newest first, page by page; `told` is how much this node has told, so that news are read at once. */
export function useCacheEvents() {
  return useInfiniteQuery({
    queryKey: [...CACHE, 'events'],
    initialPageParam: '',
    queryFn: ({ pageParam }) => request<Page<CacheEvent>>('/api/cache/events', { query: { before: pageParam, limit: 10 } }),
    getNextPageParam: (page) => page.next,
  });
}

/** What an administrator does changes all that is shown of the cache. */
function useDeed<T, R>(deed: (wish: T) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: deed, onSuccess: () => client.invalidateQueries({ queryKey: CACHE }) });
}

export function useClearShelf() {
  return useDeed((shelf: string) => request<{ dropped: number }>(`${shelfPath(shelf)}/entries`, { method: 'DELETE' }));
}

export function useDropEntry() {
  return useDeed(({ shelf, key }: { shelf: string; key: string }) =>
    request<{ dropped: number }>(`${shelfPath(shelf)}/entries`, { method: 'DELETE', query: { key } }),
  );
}

export function useRefreshEntry() {
  return useDeed(({ shelf, key }: { shelf: string; key: string }) =>
    request<CacheEntry>(`${shelfPath(shelf)}/refresh`, { method: 'POST', query: { key } }),
  );
}

export function useFreeze() {
  return useDeed(({ shelf, seconds }: { shelf: string; seconds: number }) =>
    request<void>(`${shelfPath(shelf)}/lifespan`, { method: 'PUT', json: { seconds } }),
  );
}

export function useUnfreeze() {
  return useDeed((shelf: string) => request<void>(`${shelfPath(shelf)}/lifespan`, { method: 'DELETE' }));
}

export function useRaise() {
  return useDeed((raising: Raising) => request<CacheEvent>('/api/cache/events', { method: 'POST', json: raising }));
}

export function useWarming() {
  return useQuery({
    queryKey: [...CACHE, 'warming'],
    queryFn: () => request<Page<WarmingReport>>('/api/cache/warming').then((page) => page.items),
    refetchInterval: 30_000,
  });
}

/** Warms now; the answer is the run that does it. */
export function useWarmNow() {
  return useDeed((_nothing: void) => request<{ id: string }>('/api/cache/warming', { method: 'POST' }));
}

export function useFrontier() {
  return useQuery({ queryKey: [...CACHE, 'frontier'], queryFn: () => request<Frontier>('/api/cache/frontier') });
}

export function useCacheDecision() {
  return useQuery({
    queryKey: [...CACHE, 'decision'],
    queryFn: () => request<CacheDecision>('/api/cache/decision'),
    refetchInterval: 30_000,
  });
}
