import { useQuery } from '@tanstack/react-query';
import { request, withQuery } from '../server/request';

export interface LoadGroup {
  users: number;
  visits: number;
  medianMillis: number;
  p95Millis: number;
  /** Share of loads for which no source was called while the user waited. */
  hits?: PerLoad;
  /** Calls of sources per load, those made ahead included. */
  calls?: PerLoad;
  aheadCalls?: PerLoad;
}

/** A mean over loads and its 95 % interval; without it where too few users were measured. */
export interface PerLoad {
  mean: number;
  low?: number;
  high?: number;
}

export interface Comparison {
  with: LoadGroup;
  without: LoadGroup;
  saved?: number;
  low?: number;
  high?: number;
  pages: { page: string; with: number; without: number; saved: number }[];
  words: string;
}

/** What loading ahead gives, over all nodes; computed once a minute. */
export interface Effect {
  since: string;
  at: string;
  split: string;
  /** Whether only some users, drawn at random, are compared. */
  sampled: boolean;
  comparison: Comparison;
}

export interface PrefetchReport {
  visits: { accepted: number; refused: number; written: number; unwanted: number; lost: number; waiting: number };
  model: { predictor: string; learned: number; users: number; sessions: number; names: number; bytes: number };
  decisions: Record<string, number>;
  settled: {
    loaded: number;
    waiting: number;
    used: number;
    wasted: number;
    wastedShare: number;
    wastedCalls: number;
    savedSeconds: number;
    cancelled: number;
    threshold: number;
    allowedShare: number;
  };
  pages: { page: string; used: number; wasted: number; savedSeconds: number }[];
  budget: { userCalls: number; totalCalls: number };
  load: number;
  share: number;
  effect?: Effect;
}

export interface PredictedPage {
  target: string;
  href: string;
  words: string;
  probability: number;
  reason: string;
  cohort: 'YOU' | 'EVERYONE';
  price: { savedMillis: number; costMillis: number; calls: number; used: number; worth: number };
  decision: 'PREFETCH' | 'SKIP';
  verdict: string;
  why: string;
}

/** What predictive loading does and gives; for administrators. */
export function usePrefetchReport() {
  return useQuery({
    queryKey: ['prefetch', 'report'],
    queryFn: () => request<PrefetchReport>('/api/prefetch/report'),
    refetchInterval: 5_000,
  });
}

/** What is predicted from a page, with price and decision. */
export function usePredictions(page: string) {
  return useQuery({
    queryKey: ['prefetch', 'predictions', page],
    queryFn: () => request<{ items: PredictedPage[]; learned?: number; load: number }>(withQuery('/api/prefetch/predictions', { page })),
  });
}
