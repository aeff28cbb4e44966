import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../server/request';
import { followWord, tellOtherWindows } from './ownData';
import { beacon } from './recording';

/** What the user said about being recorded, and how much is stored of him. */
export interface Consent {
  agreed: boolean;
  /** Whether he has said anything yet. */
  asked: boolean;
  since?: string;
  version: number;
  retentionDays: number;
  visits: number;
  accesses: number;
  /** Quarters of an hour of the week of which it is stored that something of his own was asked for. */
  demands: number;
}

/** One thing that is stored of the user. */
export interface BehaviorEntry {
  kind: 'VISIT' | 'SYMBOL';
  at: string;
  path: string;
  words: string;
  symbol?: string;
  action: string;
  from?: string;
  durationMillis?: number;
  loadMillis?: number;
  warm?: boolean;
  sourceCalls?: number;
  aheadCalls?: number;
  marketState: string;
  portfolio?: string;
  referrer?: string;
  /** Symbols that the user held, the largest first. */
  held: string[];
}

/** Something that the user repeats. */
export interface Pattern {
  words: string;
  kind: 'WEEKLY' | 'FOLLOWS';
  path: string;
  symbol?: string;
  seen: number;
  of: number;
  share: number;
}

interface Page<T> {
  items: T[];
  next?: string;
}

const BEHAVIOR = ['behavior'];
export const EXPORT = '/api/behavior/export';

export const consentQuery = () =>
  queryOptions({
    queryKey: [...BEHAVIOR, 'consent'],
    queryFn: ({ signal }) => request<Consent>('/api/behavior/consent', { signal }),
  });

/** Whether the user agreed that his visits are recorded. */
export function useConsent() {
  return useQuery(consentQuery());
}

/** Agrees or withdraws; from that moment on this window records, or no longer does. */
export function useSayConsent() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (agreed: boolean) => {
      if (!agreed) {
        beacon.allow(false);
      }
      return request<Consent>('/api/behavior/consent', { method: 'PUT', json: { agreed } });
    },
    onSuccess: (consent) => {
      const word = consent.agreed ? 'agreed' : 'withdrawn';
      client.setQueryData(consentQuery().queryKey, consent);
      tellOtherWindows(word);
      return followWord(word, client, beacon);
    },
  });
}

export const behaviorLogQuery = () =>
  infiniteQueryOptions({
    queryKey: [...BEHAVIOR, 'log'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      request<Page<BehaviorEntry>>('/api/behavior/log', { query: { before: pageParam, limit: 25 }, signal }),
    getNextPageParam: (page: Page<BehaviorEntry>) => page.next,
  });

/** What is stored of the user, newest first, page by page. */
export function useBehaviorLog() {
  return useInfiniteQuery(behaviorLogQuery());
}

export const patternsQuery = () =>
  queryOptions({
    queryKey: [...BEHAVIOR, 'patterns'],
    queryFn: ({ signal }) => request<Page<Pattern>>('/api/prefetch/patterns', { signal }).then((page) => page.items),
  });

/** What the user repeats, the surest first. */
export function usePatterns() {
  return useQuery(patternsQuery());
}

/** Deletes all that is stored of the user; his other windows let go of what they hold. */
export function useForgetBehavior() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request<void>('/api/behavior', { method: 'DELETE' }),
    onSuccess: () => {
      tellOtherWindows('deleted');
      return followWord('deleted', client, beacon);
    },
  });
}
