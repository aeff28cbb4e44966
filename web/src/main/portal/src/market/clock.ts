import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { daysBefore } from '../figures/dates';
import { request } from '../server/request';

export type Phase = 'PRE_OPEN' | 'OPEN' | 'AFTER_HOURS' | 'CLOSED';

/** Market time as the server keeps it: every figure is as of `now`. */
export interface MarketClock {
  mode: 'LIVE' | 'REPLAY';
  now: string;
  speed: number;
  phase: Phase;
  sessionDate: string;
  nextOpen?: string;
  nextClose?: string;
  /** Where today's prices come from, when the server says so. */
  source?: string;
}

export interface ClockSetting {
  mode: 'LIVE' | 'REPLAY';
  at?: string;
  speed?: number;
}

export const PHASE_WORDS: Record<Phase, string> = {
  PRE_OPEN: 'Before the open',
  OPEN: 'Market open',
  AFTER_HOURS: 'After hours',
  CLOSED: 'Market closed',
};

/** How far ahead the calendar opens. */
export const FIRST_DAYS_AHEAD = 14;

/** The first and the last date of a calendar from today on, as market time has it. */
export function calendarRange(clock: MarketClock | undefined, days: number): [string | undefined, string | undefined] {
  const today = clock?.sessionDate ?? clock?.now.slice(0, 10);
  return [today, today && daysBefore(today, -days)];
}

const CLOCK = ['market', 'clock'];

export const clockQuery = () =>
  queryOptions({ queryKey: CLOCK, queryFn: ({ signal }) => request<MarketClock>('/api/market/clock', { signal }) });

export function useMarketClock() {
  return useQuery({ ...clockQuery(), refetchInterval: 30_000 });
}

export function useSetClock() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (setting: ClockSetting) => request<MarketClock>('/api/market/clock', { method: 'PUT', json: setting }),
    // everything that is shown has an as-of, and that has just moved
    onSuccess: () => client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' }),
  });
}
