import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { request } from '../server/request';

export interface Gain {
  mean: number;
  low: number;
  high: number;
  lists: number;
  users: number;
  effectiveLists: number;
}

export interface RecommendationReport {
  from: string;
  to: string;
  lists: number;
  users: number;
  shown: number;
  opened: number;
  answered: number;
  accepted: number;
  clickRate: number;
  adoption: number;
  kinds: { kind: string; shown: number; opened: number; accepted: number; rejected: number; snoozed: number }[];
  calibration: { answers: number; error: number; bins: { stated: number; happened: number; count: number }[] };
  usage: { visits: number; people: number; medianMinutes: number; meanMinutes: number; newcomers: number; retained: number };
  gate: { serving: string; candidate: string; gained?: Gain; estimate?: Gain; maySwitch: boolean; words: string };
}

export function useReport(days: number) {
  return useQuery({
    queryKey: ['recommendations', 'report', days],
    queryFn: ({ signal }) => request<RecommendationReport>('/api/recommendations/report', { query: { days }, signal }),
    placeholderData: keepPreviousData,
  });
}
