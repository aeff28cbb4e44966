import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../server/request';

export interface Precomputation {
  id: string;
  run: string;
  window: string;
  turn: string;
  startedAt: string;
  seconds: number;
  expectedStatements: number;
  candidates: number;
  unlikely: number;
  shortLived: number;
  there: number;
  beyondBudget: number;
  loaded: number;
  failed: number;
  notReached: number;
  bytes: number;
  shelves: { shelf: string; loaded: number; used: number; wasted: number; savedStatements: number; savedMillis: number }[];
  summaries: string[];
  settled: boolean;
}

export interface Summary {
  name: string;
  madeAt?: string;
  entries: number;
  bytes: number;
  hits: number;
  asked: number;
  saved: number;
  makingMillis: number;
  decision: 'KEPT' | 'NOT_YET' | 'DROPPED';
  why: string;
}

export interface ShelfCost {
  shelf: string;
  asked: number;
  loads: number;
  statements: number;
  databaseMillis: number;
  loadMillis: number;
}

export interface QueryReport {
  count: number;
  millis: number;
  shelves: ShelfCost[];
  next: { start: string; fromWindows: number; count: number };
  last?: { start: string; expected: number; came: number };
  summaries: Summary[];
  busy?: { start: string; expected: number; usual: number };
  precomputations: Precomputation[];
}

/** The statements of the last day, and what is done to need fewer; for administrators. */
export function useQueryReport() {
  return useQuery({
    queryKey: ['prefetch', 'queries'],
    queryFn: () => request<QueryReport>('/api/prefetch/queries?hours=24'),
    refetchInterval: 30_000,
  });
}

/** Has the coming hour computed ahead, as a run. */
export function usePrecompute() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request<{ id: string }>('/api/runs', { method: 'POST', json: { operation: 'query_precomputation', parameters: {} } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['prefetch', 'queries'] }),
  });
}

/** What came of a precomputation, over all shelves. */
export function outcome(report: Precomputation) {
  return report.shelves.reduce(
    (sum, one) => ({
      used: sum.used + one.used,
      wasted: sum.wasted + one.wasted,
      savedStatements: sum.savedStatements + one.savedStatements,
      savedMillis: sum.savedMillis + one.savedMillis,
    }),
    { used: 0, wasted: 0, savedStatements: 0, savedMillis: 0 },
  );
}
