import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../server/request';
import type { Role } from './session';

export interface Token {
  id: string;
  name: string;
  createdAt: string;
  lastUsedAt?: string;
  expiresAt?: string;
}

/** A token at the one moment at which it is shown. */
export interface NewToken extends Token {
  token: string;
}

export interface Account {
  id: string;
  name: string;
  roles: Role[];
  enabled: boolean;
  createdAt?: string;
  hasPassword?: boolean;
}

export interface AuditEntry {
  id?: string;
  at: string;
  actor?: string;
  action: string;
  subject?: string;
  outcome: string;
  address?: string;
}

interface Page<T> {
  items: T[];
  next?: string;
}

/** A browser in which the account is signed in. */
export interface SignedInBrowser {
  id: string;
  way: string;
  createdAt: string;
  lastSeenAt: string;
  endsAt: string;
  address: string;
  agent: string;
  /** Whether it is this one. */
  current: boolean;
}

const SESSIONS = ['identity', 'sessions'];
const TOKENS = ['identity', 'tokens'];
const ACCOUNTS = ['identity', 'accounts'];

export function useTokens() {
  return useQuery({ queryKey: TOKENS, queryFn: () => request<Page<Token>>('/api/tokens').then((page) => page.items) });
}

export function useCreateToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (draft: { name: string; expiresInDays?: number }) =>
      request<NewToken>('/api/tokens', { method: 'POST', json: draft }),
    onSuccess: () => client.invalidateQueries({ queryKey: TOKENS }),
  });
}

export function useRevokeToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<void>(`/api/tokens/${id}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: TOKENS }),
  });
}

export function useSignedInBrowsers() {
  return useQuery({
    queryKey: SESSIONS,
    queryFn: () => request<Page<SignedInBrowser>>('/api/sessions').then((page) => page.items),
  });
}

export function useEndSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<void>(`/api/sessions/${id}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: SESSIONS }),
  });
}

export function useChangePassword() {
  return useMutation({
    mutationFn: (change: { current: string; replacement: string }) =>
      request<void>('/api/account/password', { method: 'PUT', json: change }),
  });
}

export function useAccounts() {
  return useQuery({ queryKey: ACCOUNTS, queryFn: () => request<Page<Account>>('/api/accounts').then((page) => page.items) });
}

export function useCreateAccount() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (draft: { name: string; password: string; roles: Role[] }) =>
      request<Account>('/api/accounts', { method: 'POST', json: draft }),
    onSuccess: () => client.invalidateQueries({ queryKey: ACCOUNTS }),
  });
}

export function useChangeAccount() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...change }: { id: string; enabled?: boolean; roles?: Role[] }) =>
      request<Account>(`/api/accounts/${id}`, { method: 'PATCH', json: change }),
    onSuccess: () => client.invalidateQueries({ queryKey: ACCOUNTS }),
  });
}

/** The audit log, newest first, page by page. */
export function useAudit() {
  return useInfiniteQuery({
    queryKey: ['identity', 'audit'],
    initialPageParam: '',
    queryFn: ({ pageParam }) => request<Page<AuditEntry>>('/api/audit', { query: { before: pageParam, limit: 100 } }),
    getNextPageParam: (page) => page.next,
  });
}
