import { useQuery } from '@tanstack/react-query';
import { request } from '../server/request';

export type Reading = 'HIGHER' | 'LOWER' | 'RESTLESS' | 'CALM' | 'NOTHING';

export interface SignalHistory {
  claim: Reading;
  now: boolean;
  days: number;
  claims: number;
  episodes: number;
  hitRate?: number;
  baseRate?: number;
  low: number;
  high: number;
  chance: number;
  distinguishable: boolean;
  words: string;
}

export interface SignalItem {
  kind: string;
  title: string;
  values: Record<string, number>;
  reading: Reading;
  says: string;
  verdict: string;
  records: SignalHistory[];
}

export interface SignalReport {
  symbol: string;
  source: string;
  date: string;
  close: number;
  from: string;
  sessions: number;
  window: number;
  claims: number;
  trend: { direction: Reading; strength?: number; change63?: number; words: string };
  items: SignalItem[];
}

export interface Quantile {
  level: number;
  growth: number;
  price: number;
}

export interface Horizon {
  sessions: number;
  until: string;
  volatility: number;
  quantiles: Quantile[];
  record: { days: number; coverage90: number; coverage50: number; skill: number; low: number; high: number; words: string };
}

export interface ForecastReport {
  symbol: string;
  source: string;
  date: string;
  close: number;
  method: string;
  words: string;
  horizons: Horizon[];
}

export interface Chance {
  probability: number;
  days: number;
  told: number;
  came: number;
}

export interface ChanceReport {
  price: number;
  sessions: number;
  until: string;
  above: Chance;
  touch: Chance;
  words: string;
}

const at = (symbol: string) => `/api/market/symbols/${encodeURIComponent(symbol)}`;

export function useSignals(symbol: string) {
  return useQuery({
    queryKey: ['market', 'signals', symbol],
    queryFn: ({ signal }) => request<SignalReport>(`${at(symbol)}/signals`, { signal }),
    staleTime: 300_000,
    retry: false,
  });
}

export function useForecast(symbol: string) {
  return useQuery({
    queryKey: ['market', 'forecast', symbol],
    queryFn: ({ signal }) => request<ForecastReport>(`${at(symbol)}/forecast`, { signal }),
    staleTime: 300_000,
    retry: false,
  });
}

export function useChance(symbol: string, price: number | undefined, sessions: number) {
  return useQuery({
    queryKey: ['market', 'chance', symbol, price, sessions],
    queryFn: ({ signal }) => request<ChanceReport>(`${at(symbol)}/forecast/chance`, { query: { price, sessions }, signal }),
    enabled: price !== undefined,
    staleTime: 300_000,
    retry: false,
  });
}
