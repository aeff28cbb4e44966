import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Decimal } from '../figures/amounts';
import type { Fault } from '../server/problem';
import { request } from '../server/request';

export type RowStatus = 'NEW' | 'DUPLICATE' | 'IGNORED' | 'ERROR';

/** What one row of a file will do. */
export interface PreviewRow {
  line: number;
  date?: string;
  action: string;
  symbol?: string;
  quantity?: Decimal;
  price?: Decimal;
  fees?: Decimal;
  amount?: Decimal;
  currency?: string;
  /** In words. */
  effect?: string;
  status: RowStatus;
  fault?: Fault;
}

export interface Preview {
  format: string;
  account?: string;
  rows: PreviewRow[];
  /** What is worth knowing about the file as a whole. */
  remarks?: string[];
  new: number;
  duplicates: number;
  ignored: number;
  errors: number;
}

export interface ImportResult {
  /** Absent where nothing in the file was new. */
  id?: string;
  format: string;
  imported: number;
  duplicates: number;
  ignored: number;
}

export interface PastImport {
  id: string;
  name?: string;
  file?: string;
  format: string;
  at?: string;
  importedAt?: string;
  createdAt?: string;
  imported?: number;
  transactions?: number;
}

/** What the server's names of formats mean. */
const FORMATS: Record<string, string> = {
  'fidelity-csv': 'Fidelity (CSV)',
  'ghostfolio-csv': 'Ghostfolio (CSV)',
  'ghostfolio-json': 'Ghostfolio (JSON)',
  'ibkr-flex-csv': 'IBKR Flex (CSV)',
  'ibkr-flex-xml': 'IBKR Flex (XML)',
  ofx: 'OFX or QFX',
  'schwab-bank-csv': 'Schwab Bank (CSV)',
  'schwab-csv': 'Schwab (CSV)',
  'schwab-json': 'Schwab (JSON)',
};

/** A format in words; one that the portal does not know keeps the server's name. */
export function formatWords(format: string): string {
  return FORMATS[format] ?? format;
}

interface Page<T> {
  items: T[];
}

/** Whether a previewed file can be stored as it is: a bad row refuses the whole file. */
export function verdict(preview: Preview): { storable: boolean; words: string } {
  if (preview.errors > 0) {
    const rows = preview.errors === 1 ? 'One row cannot' : `${preview.errors} rows cannot`;
    return { storable: false, words: `${rows} be read. Mend the file and choose it again: it is imported whole or not at all.` };
  }
  if (preview.new === 0) {
    return {
      storable: false,
      words: preview.duplicates > 0 ? 'All of its transactions are in this portfolio already.' : 'There is nothing to import in this file.',
    };
  }
  const already = preview.duplicates > 0 ? `; ${preview.duplicates} are here already and stay as they are` : '';
  return { storable: true, words: `${preview.new} ${preview.new === 1 ? 'transaction' : 'transactions'} will be added${already}.` };
}

/** Rows of the chosen status; faults first, then by line. */
export function filtered(rows: PreviewRow[], status: RowStatus | 'ALL'): PreviewRow[] {
  return rows
    .filter((row) => status === 'ALL' || row.status === status)
    .sort((one, other) => Number(other.status === 'ERROR') - Number(one.status === 'ERROR') || one.line - other.line);
}

const at = (portfolio: string) => `/api/portfolio/${encodeURIComponent(portfolio)}/imports`;

export function usePreview() {
  return useMutation({
    mutationFn: ({ portfolio, file }: { portfolio: string; file: File }) =>
      request<Preview>(`${at(portfolio)}/preview`, { method: 'POST', file, query: { name: file.name, format: 'auto' } }),
  });
}

export function useImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ portfolio, file }: { portfolio: string; file: File }) =>
      request<ImportResult>(at(portfolio), { method: 'POST', file, query: { name: file.name, format: 'auto' } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['portfolio'] }),
  });
}

export const importsQuery = (portfolio: string) =>
  queryOptions({
    queryKey: ['portfolio', portfolio, 'imports'],
    queryFn: ({ signal }) => request<Page<PastImport>>(at(portfolio), { signal }).then((page) => page.items),
  });

export function useImports(portfolio: string) {
  return useQuery(importsQuery(portfolio));
}

export function useUndoImport(portfolio: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<void>(`${at(portfolio)}/${id}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['portfolio'] }),
  });
}
