import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { counted } from '../figures/amounts';
import { shortDate } from '../figures/dates';
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

/** The days that an import covers; nothing where its rows have no dates. */
export function spanOf(one: MarketImport): string | undefined {
  return one.from && one.to ? `${shortDate(one.from)} – ${shortDate(one.to)}` : undefined;
}

const TOLD_FROM_SECONDS = 0.05;

/** What an import brought, of that which it has: `60 symbols, Jan 2, 2013 – Feb 7, 2018, in 3.1 s`. */
export function importedWords(one: MarketImport): string {
  return [
    one.symbols ? counted(one.symbols, 'symbol') : undefined,
    spanOf(one),
    one.seconds !== undefined && one.seconds >= TOLD_FROM_SECONDS ? `in ${one.seconds.toFixed(1)} s` : undefined,
  ]
    .filter(Boolean)
    .join(', ');
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
