import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../server/request';

/** Kinds of market data files, as the server names them. */
export const KINDS: Record<string, string> = {
  auto: 'Recognised from the columns',
  bars: 'Daily bars',
  closes: 'Daily closes',
  vix: 'VIX',
  earnings: 'Earnings dates',
  rates: 'Interest rates',
  constituents: 'Symbols and sectors',
  options: 'Option chains',
};

export interface MarketImport {
  id: string;
  kind: string;
  name?: string;
  file?: string;
  rows: number;
  symbols?: number;
  from?: string;
  to?: string;
  seconds?: number;
  at?: string;
  importedAt?: string;
}

export function useMarketImports() {
  return useQuery({
    queryKey: ['market', 'imports'],
    queryFn: () => request<{ items: MarketImport[] }>('/api/market/imports').then((page) => page.items),
  });
}

export function useImportMarketData() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ file, kind }: { file: File; kind: string }) =>
      request<MarketImport>('/api/market/imports', { method: 'POST', file, query: { kind, name: file.name } }),
    onSuccess: () => client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' }),
  });
}
