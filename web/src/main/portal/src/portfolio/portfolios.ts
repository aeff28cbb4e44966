import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Decimal } from '../figures/amounts';
import { request } from '../server/request';
import type { TransactionDraft } from './entries';

export type LotMethod = 'FIFO' | 'LIFO' | 'SPECIFIC';

/** How an account's gains are taxed. */
export type TaxTreatment = 'TAXABLE' | 'RETIREMENT';

export interface Missing {
  symbol: string;
  reason: string;
}

export interface Portfolio {
  id: string;
  name: string;
  currency: string;
  lotMethod: LotMethod;
  taxTreatment: TaxTreatment;
  value?: Decimal;
  cash?: Decimal;
  dayChange?: Decimal;
  /** Percent points. */
  dayChangePercent?: number;
  asOf?: string;
  version?: number;
}

export interface OptionTerms {
  underlying: string;
  expiry: string;
  strike: Decimal;
  right: 'CALL' | 'PUT';
  multiplier: number;
}

export interface Holding {
  symbol: string;
  name: string;
  kind: 'STOCK' | 'ETF' | 'OPTION' | 'FUND' | 'OTHER';
  /** Where it differs from the portfolio's, the holding is not in the totals. */
  currency?: string;
  quantity: Decimal;
  averageCost?: Decimal;
  costBasis?: Decimal;
  price?: Decimal;
  priceSource?: string;
  value?: Decimal;
  unrealised?: Decimal;
  /** Percent points of the absolute basis. */
  unrealisedPercent?: number;
  dayChange?: Decimal;
  sector?: string;
  option?: OptionTerms;
}

export interface Holdings {
  asOf: string;
  currency: string;
  cash: Decimal;
  value: Decimal;
  unrealised?: Decimal;
  realised?: Decimal;
  items: Holding[];
  missing: Missing[];
}

export interface Lot {
  id: string;
  symbol: string;
  opened?: string;
  quantity: Decimal;
  costBasis?: Decimal;
}

export interface Transaction {
  id: string;
  date: string;
  type: string;
  symbol?: string;
  quantity?: Decimal;
  price?: Decimal;
  fees?: Decimal;
  amount: Decimal;
  currency: string;
  note?: string;
  importId?: string;
}

export interface RealisedGain {
  lot: string;
  symbol: string;
  opened?: string;
  closed: string;
  quantity: Decimal;
  proceeds?: Decimal;
  basis?: Decimal;
  gain?: Decimal;
  term: 'SHORT' | 'LONG' | 'UNKNOWN';
}

export interface RealisedReport {
  currency: string;
  shortTerm: Decimal;
  longTerm: Decimal;
  unknown: number;
  items: RealisedGain[];
}

export interface ValueHistory {
  items: { date: string; value: Decimal; invested: Decimal }[];
  /** What had no price on some of the days, and is not in their values. */
  missing?: Missing[];
}

/** What is charted for a holding: an option's underlying. */
export function chartedSymbol(holding: Holding): string {
  return holding.option?.underlying ?? holding.symbol;
}

/** What is charted before anything is chosen: the largest holding. */
export function chartedFirst(items: Holding[]): string | undefined {
  const largest = [...items].sort((one, other) => Number(other.value ?? 0) - Number(one.value ?? 0))[0];
  return largest && chartedSymbol(largest);
}

interface Page<T> {
  items: T[];
  next?: string;
}

const LIST = ['portfolio'];

/** The range that the value history opens with: all there is, asked for without a first day. */
export const FIRST_HISTORY = 'All';
const at = (id: string) => `/api/portfolio/${encodeURIComponent(id)}`;

/** What {@link usePortfolios} asks; loading ahead asks the very same. */
export const portfoliosQuery = () =>
  queryOptions({
    queryKey: LIST,
    queryFn: ({ signal }) => request<Page<Portfolio>>('/api/portfolio', { signal }).then((page) => page.items),
  });

/** The signed-in user's portfolios with their values. */
export function usePortfolios() {
  return useQuery({ ...portfoliosQuery(), refetchInterval: 60_000 });
}

export const portfolioQuery = (id: string | undefined) =>
  queryOptions({
    queryKey: [...LIST, id],
    queryFn: ({ signal }) => request<Portfolio>(at(id ?? ''), { signal }),
    enabled: id !== undefined,
  });

export function usePortfolio(id: string | undefined) {
  return useQuery(portfolioQuery(id));
}

export const holdingsQuery = (id: string | undefined) =>
  queryOptions({
    queryKey: [...LIST, id, 'holdings'],
    queryFn: ({ signal }) => request<Holdings>(`${at(id ?? '')}/holdings`, { signal }),
    enabled: id !== undefined,
  });

export function useHoldings(id: string | undefined) {
  return useQuery({ ...holdingsQuery(id), refetchInterval: 60_000 });
}

/** Open lots by symbol and age. */
export function useLots(id: string) {
  return useQuery({
    queryKey: [...LIST, id, 'lots'],
    queryFn: () => request<Page<Lot>>(`${at(id)}/lots`).then((page) => page.items),
  });
}

export const transactionsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [...LIST, id, 'transactions'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      request<Page<Transaction>>(`${at(id)}/transactions`, { query: { before: pageParam, limit: 100 }, signal }),
    getNextPageParam: (page: Page<Transaction>) => page.next,
  });

/** Transactions, newest first, page by page. */
export function useTransactions(id: string) {
  return useInfiniteQuery(transactionsQuery(id));
}

/** Enters one transaction by hand. */
export function useAddTransaction(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (draft: TransactionDraft) => request<Transaction>(`${at(id)}/transactions`, { method: 'POST', json: draft }),
    onSuccess: () => client.invalidateQueries({ queryKey: LIST }),
  });
}

/** Takes back one that was entered by hand. */
export function useRemoveTransaction(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (transaction: string) => request<void>(`${at(id)}/transactions/${transaction}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: LIST }),
  });
}

export function useRealised(id: string, year?: number) {
  return useQuery({
    queryKey: [...LIST, id, 'realised', year],
    queryFn: () => request<RealisedReport>(`${at(id)}/realised`, { query: { year } }),
  });
}

export const valueHistoryQuery = (id: string | undefined, from?: string) =>
  queryOptions({
    queryKey: [...LIST, id, 'value-history', from],
    queryFn: ({ signal }) => request<ValueHistory>(`${at(id ?? '')}/value-history`, { query: { from }, signal }),
    enabled: id !== undefined,
  });

/** Value and net contributions at the close of each session from a date on. */
export function useValueHistory(id: string | undefined, from?: string) {
  return useQuery({ ...valueHistoryQuery(id, from), placeholderData: (before) => before });
}

export interface PortfolioDraft {
  name: string;
  currency?: string;
  lotMethod?: LotMethod;
  taxTreatment?: TaxTreatment;
}

export function useCreatePortfolio() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (draft: PortfolioDraft) => request<Portfolio>('/api/portfolio', { method: 'POST', json: draft }),
    onSuccess: () => client.invalidateQueries({ queryKey: LIST }),
  });
}

export function useUpdatePortfolio() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...change }: { id: string; name?: string; lotMethod?: LotMethod; taxTreatment?: TaxTreatment }) =>
      request<Portfolio>(at(id), { method: 'PATCH', json: change }),
    onSuccess: () => client.invalidateQueries({ queryKey: LIST }),
  });
}

export function useDeletePortfolio() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<void>(at(id), { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: LIST }),
  });
}
