import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Problem } from '../server/problem';
import { onSignedOut, rememberCsrf, request } from '../server/request';

export type Role = 'USER' | 'ADMIN';

export interface User {
  id: string;
  name: string;
  roles: Role[];
}

export interface Session {
  user: User;
  csrf: string;
}

export interface SignInMethods {
  password: boolean;
  /** Where to go for single sign-on, when the server offers it. */
  oidc?: string;
  /** What to call it on the button. */
  oidcName?: string;
}

export interface Credentials {
  name: string;
  password: string;
}

const SESSION = ['session'];

async function currentSession(): Promise<Session | null> {
  try {
    const session = await request<Session>('/api/session');
    rememberCsrf(session.csrf);
    return session;
  } catch (failure) {
    if (failure instanceof Problem && failure.status === 401) {
      return null;
    }
    throw failure;
  }
}

/** Who is signed in: `session` is null when nobody is, undefined while that is being asked. */
export function useSession() {
  const client = useQueryClient();
  const query = useQuery({ queryKey: SESSION, queryFn: currentSession, staleTime: 5 * 60_000 });
  useEffect(() => onSignedOut(() => client.setQueryData(SESSION, null)), [client]);
  const session = query.data;
  return {
    session,
    user: session?.user,
    isAdmin: session?.user.roles.includes('ADMIN') ?? false,
    isPending: query.isPending,
    error: query.error,
    refetch: query.refetch,
  };
}

export function useSignInMethods() {
  return useQuery({
    queryKey: ['session', 'methods'],
    queryFn: () => request<SignInMethods>('/api/session/methods'),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (credentials: Credentials) => request<Session>('/api/session', { method: 'POST', json: credentials }),
    onSuccess: (session) => {
      rememberCsrf(session.csrf);
      // what another account has looked at is none of this one's business
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
      client.setQueryData(SESSION, session);
    },
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request<void>('/api/session', { method: 'DELETE' }),
    onSettled: () => {
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
      client.setQueryData(SESSION, null);
    },
  });
}
