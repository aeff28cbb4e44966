import { useQuery } from '@tanstack/react-query';
import { request } from '../server/request';

export interface AssistAction {
  label: string;
  href: string;
  why: string;
  source: string;
}

export interface AssistSuggestion {
  anchor: string;
  text: string;
  source: string;
  recommendation?: string;
  href: string;
}

export interface AssistReport {
  page: string;
  actions: AssistAction[];
  suggestions: AssistSuggestion[];
}

const HELPED = [/^\/$/, /^\/portfolios\/[0-9a-f-]{36}$/i, /^\/market\/[^/]+$/];

/** Whether a page has data that help can be bound to. */
export function isHelped(page: string): boolean {
  return HELPED.some((pattern) => pattern.test(page));
}

export function useAssist(page: string) {
  return useQuery({
    queryKey: ['assist', page],
    queryFn: () => request<AssistReport>('/api/assist', { query: { page } }),
    enabled: isHelped(page),
    staleTime: 60_000,
    retry: false,
  });
}
