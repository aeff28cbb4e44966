import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Missing } from '../portfolio/portfolios';
import { request } from '../server/request';

export type AlertKind = 'PRICE_ABOVE' | 'PRICE_BELOW' | 'CHANGE' | 'VOLATILITY' | 'VALUE_AT_RISK' | 'DRAWDOWN' | 'WEIGHT' | 'EARNINGS' | 'ANOMALY';

export interface AlertNotice {
  id: string;
  rule: string;
  kind: AlertKind;
  subject: string;
  title: string;
  body: string;
  figure: number;
  threshold: number;
  marketAt: string;
  raisedAt: string;
  acknowledgedAt?: string;
}

export interface AlertPage {
  items: AlertNotice[];
  unread: number;
  next?: string;
}

export interface AlertWish {
  kind: AlertKind;
  portfolio?: string;
  symbol?: string;
  threshold: number;
  coolMinutes: number;
  enabled: boolean;
}

export interface AlertRule extends AlertWish {
  id: string;
  createdAt: string;
  words: string;
  disarmed: string[];
}

export interface AlertCheck {
  asOf: string;
  rules: number;
  told: number;
  missing: Missing[];
}

const ALL = ['alerts'];

export function useAlerts() {
  return useQuery({ queryKey: [...ALL, 'list'], queryFn: ({ signal }) => request<AlertPage>('/api/alerts', { signal }), refetchInterval: 15_000 });
}

export function useUnread() {
  return useQuery({
    queryKey: [...ALL, 'unread'],
    queryFn: ({ signal }) => request<{ unread: number }>('/api/alerts/unread', { signal }),
    refetchInterval: 30_000,
  });
}

export function useRules() {
  return useQuery({ queryKey: [...ALL, 'rules'], queryFn: () => request<{ items: AlertRule[] }>('/api/alerts/rules').then((page) => page.items) });
}

function useChange<V, R>(mutationFn: (value: V) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: ALL }) });
}

export function useAcknowledge() {
  return useChange((id: string) => request<void>(`/api/alerts/${id}/acknowledge`, { method: 'POST' }));
}

export function useAcknowledgeAll() {
  return useChange(() => request<void>('/api/alerts/acknowledge', { method: 'POST' }));
}

export function useCheck() {
  return useChange(() => request<AlertCheck>('/api/alerts/check', { method: 'POST' }));
}

export function useAddRule() {
  return useChange((wish: AlertWish) =>
    request<AlertRule>('/api/alerts/rules', { method: 'POST', json: wish, headers: { 'Idempotency-Key': crypto.randomUUID() } }),
  );
}

/** Switches a rule on or off. */
export function useSwitchRule() {
  return useChange(({ rule, enabled }: { rule: AlertRule; enabled: boolean }) => {
    const { kind, portfolio, symbol, threshold, coolMinutes } = rule;
    const wish: AlertWish = { kind, threshold, coolMinutes, enabled, ...(portfolio ? { portfolio } : {}), ...(symbol ? { symbol } : {}) };
    return request<AlertRule>(`/api/alerts/rules/${rule.id}`, { method: 'PUT', json: wish });
  });
}

export function useRemoveRule() {
  return useChange((id: string) => request<void>(`/api/alerts/rules/${id}`, { method: 'DELETE' }));
}
