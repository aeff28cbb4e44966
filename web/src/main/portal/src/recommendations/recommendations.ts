import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Decimal } from '../figures/amounts';
import type { Missing } from '../portfolio/portfolios';
import { request } from '../server/request';

export type Verdict = 'ACCEPT' | 'REJECT' | 'SNOOZE' | 'NOT_THIS_KIND';
export type RiskTolerance = 'CAUTIOUS' | 'BALANCED' | 'BOLD';

export interface Reason {
  text: string;
  figure: string;
  source: string;
}

export interface Benefit {
  amount: Decimal;
  low: Decimal;
  high: Decimal;
  currency: string;
  method: string;
}

export interface Confidence {
  probability: number;
  answers: number;
  basis: 'assumed' | 'everybody' | 'you';
  logOdds: Record<string, number>;
  sum: number;
  deviation: number;
}

export interface Recommendation {
  id: string;
  kind: string;
  subject: string;
  direction: string;
  portfolio?: string;
  title: string;
  benefit: Benefit;
  confidence: Confidence;
  worth: number;
  score: number;
  ruleRank: number;
  drawn: number;
  reasons: Reason[];
  changesMind: string[];
  expires: string;
  href: string;
}

export interface RecommendationList {
  asOf: string;
  drawnAt: string;
  profileAsked: boolean;
  ranking: string;
  candidates: number;
  heldBack: number;
  shownToday: number;
  mostADay: number;
  items: Recommendation[];
  missing: Missing[];
}

export interface Profile {
  asked: boolean;
  riskTolerance: RiskTolerance;
  horizonYears: number;
  taxed: boolean;
  shortRate: number;
  longRate: number;
  mutedKinds: string[];
}

export type ProfileWish = Omit<Profile, 'asked'>;

export interface FollowUp {
  from: string;
  to: string;
  finished: boolean;
  amount: Decimal;
  low: Decimal;
  high: Decimal;
  currency: string;
  distinguishable: boolean;
  verdict: string;
}

export interface HistoryItem {
  id: string;
  kind: string;
  title: string;
  said: Verdict;
  reason?: string;
  answeredAt: string;
  until?: string;
  confidence: number;
  benefit: Benefit;
  followUp?: FollowUp;
}

export interface HistoryTotal {
  said: Verdict;
  count: number;
  amount: Decimal;
  low: Decimal;
  high: Decimal;
  currency: string;
  distinguishable: boolean;
  verdict: string;
}

export interface History {
  items: HistoryItem[];
  totals: HistoryTotal[];
}

const ALL = ['recommendations'];
const LIST = [...ALL, 'list'];

export function useRecommendations() {
  return useQuery({ queryKey: LIST, queryFn: () => request<RecommendationList>('/api/recommendations') });
}

export function useRecommendationHistory() {
  return useQuery({ queryKey: [...ALL, 'history'], queryFn: () => request<History>('/api/recommendations/history') });
}

export function useProfile() {
  return useQuery({ queryKey: [...ALL, 'profile'], queryFn: () => request<Profile>('/api/recommendations/profile') });
}

/** Keeps the profile; everything that depends on it is asked for again. */
export function useSaveProfile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: ProfileWish) => request<Profile>('/api/recommendations/profile', { method: 'PUT', json: wish }),
    onSuccess: () => client.invalidateQueries({ queryKey: ALL }),
  });
}

export interface Said {
  id: string;
  action: Verdict;
  reason?: string;
}

/** Says something to a card; the answer is the next list. */
export function useAnswer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, action, reason }: Said) =>
      request<RecommendationList>(`/api/recommendations/${id}/feedback`, {
        method: 'POST',
        json: { action, ...(reason ? { reason } : {}) },
        headers: { 'Idempotency-Key': crypto.randomUUID() },
      }),
    onSuccess: (next) => {
      client.setQueryData(LIST, next);
      void client.invalidateQueries({ queryKey: [...ALL, 'history'] });
      void client.invalidateQueries({ queryKey: [...ALL, 'profile'] });
      void client.invalidateQueries({ queryKey: ['assist'] });
    },
  });
}

/** Tells that the user looked closer at a card; that it fails is no concern of his. */
export function noteOpened(id: string): void {
  request<void>(`/api/recommendations/${id}/opened`, { method: 'POST', json: {} }).catch(() => undefined);
}
