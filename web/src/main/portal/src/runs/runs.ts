import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request, send } from '../server/request';
import type { RunStatus } from './journal';

/** A run as the journal lists it. */
export interface Run {
  id: string;
  operation: string;
  parameters: Record<string, string>;
  status: RunStatus;
  progress?: number;
  startedAt: string;
  endedAt?: string;
  lastSequence: number;
}

interface Page<T> {
  items: T[];
  next?: string;
}

/** Makes an operation's name readable: `portfolio_analysis` is `Portfolio analysis`. */
export function words(name: string): string {
  const spaced = name.replaceAll('_', ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

export const runsQuery = () =>
  queryOptions({ queryKey: ['runs'], queryFn: ({ signal }) => request<Page<Run>>('/api/runs', { signal }).then((page) => page.items) });

/** The signed-in user's runs, newest first. */
export function useRuns() {
  return useQuery({
    ...runsQuery(),
    refetchInterval: (query) => (query.state.data?.some((run) => run.status === 'RUNNING') ? 3_000 : false),
  });
}

export interface RunDemand {
  operation: string;
  parameters: Record<string, string>;
}

/** Starts a run; it goes on whether anybody watches or not. Resolves to its id. */
export function useStartRun() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (demand: RunDemand) => {
      const response = await send('/api/runs', { method: 'POST', json: demand });
      const text = await response.text();
      const body = text ? (JSON.parse(text) as { id?: string }) : {};
      const id = body.id ?? response.headers.get('Location')?.split('/').pop();
      if (!id) {
        throw new Error('The server started a run but did not say which.');
      }
      return id;
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['runs'] }),
  });
}

export function useCancelRun() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<void>(`/api/runs/${id}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['runs'] }),
  });
}
