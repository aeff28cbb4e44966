import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import type { Decimal } from '../figures/amounts';
import { request } from '../server/request';

/** One day's prices, in the symbol's currency. */
export interface Bar {
  date: string;
  open: number;
  high: number;
  low: number;
  close: number;
  volume?: number;
}

export interface Bars {
  symbol: string;
  source: string;
  bars: Bar[];
}

export interface Instrument {
  symbol: string;
  name: string;
  sector: string;
  industry: string;
  kind: string;
  source: string;
  firstBar?: string;
  lastBar?: string;
}

export interface Quote {
  symbol: string;
  bid?: Decimal;
  ask?: Decimal;
  last: Decimal;
  previousClose?: Decimal;
  change?: Decimal;
  /** Percent points. */
  changePercent?: Decimal;
  volume?: number;
  at: string;
  source: string;
}

export interface OptionQuote {
  expiry: string;
  strike: Decimal;
  right: 'CALL' | 'PUT';
  bid?: Decimal;
  ask?: Decimal;
  last?: Decimal;
  volume?: number;
  openInterest?: number;
  impliedVolatility?: number;
  delta?: number;
}

export interface OptionChain {
  underlying: string;
  spot: Decimal;
  at: string;
  source: string;
  expiries: string[];
  contracts: OptionQuote[];
}

export interface Catalyst {
  kind: string;
  symbol?: string;
  date: string;
  at?: string;
  title: string;
  source: string;
}

export interface TradingSession {
  date: string;
  open?: string;
  close?: string;
  half?: boolean;
}

export interface Calendar {
  sessions: TradingSession[];
  catalysts: Catalyst[];
}

export interface CorporateAction {
  exDate: string;
  kind: 'SPLIT' | 'DIVIDEND';
  amount: Decimal;
  source: string;
}

interface Page<T> {
  items: T[];
  next?: string;
}

const at = (symbol: string) => `/api/market/symbols/${encodeURIComponent(symbol)}`;

/** What {@link useSymbols} asks; loading ahead asks the very same. */
export const symbolsQuery = (query: string, sector?: string) =>
  infiniteQueryOptions({
    queryKey: ['market', 'symbols', query, sector],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      request<Page<Instrument>>('/api/market/symbols', { query: { query, sector, limit: 50, after: pageParam }, signal }),
    getNextPageParam: (page: Page<Instrument>) => page.next,
  });

/** Symbols whose ticker or name matches. */
export function useSymbols(query: string, sector?: string) {
  return useInfiniteQuery(symbolsQuery(query, sector));
}

export const symbolQuery = (symbol: string) =>
  queryOptions({ queryKey: ['market', 'symbol', symbol], queryFn: ({ signal }) => request<Instrument>(at(symbol), { signal }) });

export function useSymbol(symbol: string) {
  return useQuery(symbolQuery(symbol));
}

/** Before anything that may be imported: without a first day the server gives a year. */
const FIRST_DAY = '1970-01-01';

export const barsQuery = (symbol: string | undefined, from?: string) =>
  queryOptions({
    queryKey: ['market', 'bars', symbol, from],
    queryFn: ({ signal }) => request<Bars>(`${at(symbol ?? '')}/bars`, { query: { from: from ?? FIRST_DAY }, signal }),
    enabled: symbol !== undefined,
    staleTime: 60_000,
  });

/** Daily bars from a date on, as far as market time knows them. */
export function useBars(symbol: string | undefined, from?: string) {
  return useQuery({ ...barsQuery(symbol, from), placeholderData: (before) => (before?.symbol === symbol ? before : undefined) });
}

export const quoteQuery = (symbol: string) =>
  queryOptions({ queryKey: ['market', 'quote', symbol], queryFn: ({ signal }) => request<Quote>(`${at(symbol)}/quote`, { signal }) });

export function useQuote(symbol: string) {
  return useQuery({ ...quoteQuery(symbol), refetchInterval: 15_000 });
}

/** Symbols in one request: those of a page of the list. */
const AT_ONCE = 50;

/** The quotes of many symbols by symbol, as far as they are known; one request for fifty of them. */
export function useQuotes(symbols: string[]): Map<string, Quote> {
  const parts = Array.from({ length: Math.ceil(symbols.length / AT_ONCE) }, (_unused, part) =>
    symbols.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  );
  return useQueries({
    queries: parts.map((part) => ({ ...quotesQuery(part), refetchInterval: 15_000 })),
    combine: bySymbol,
  });
}

/** The quotes of up to fifty symbols. */
export const quotesQuery = (symbols: string[]) =>
  queryOptions({
    queryKey: ['market', 'quotes', symbols.join(',')],
    queryFn: ({ signal }) =>
      request<{ items: Quote[] }>('/api/market/quotes', { query: { symbols: symbols.join(',') }, signal }).then((quotes) => quotes.items),
  });

function bySymbol(answers: { data: Quote[] | undefined }[]): Map<string, Quote> {
  return new Map(answers.flatMap(({ data }) => data ?? []).map((quote) => [quote.symbol, quote]));
}

export const chainQuery = (symbol: string, expiry?: string) =>
  queryOptions({
    queryKey: ['market', 'chain', symbol, expiry],
    queryFn: ({ signal }) => request<OptionChain>(`${at(symbol)}/option-chain`, { query: { expiry }, signal }),
  });

export function useOptionChain(symbol: string, expiry?: string) {
  return useQuery({ ...chainQuery(symbol, expiry), placeholderData: (before) => (before?.underlying === symbol ? before : undefined) });
}

export const actionsQuery = (symbol: string) =>
  queryOptions({
    queryKey: ['market', 'actions', symbol],
    queryFn: ({ signal }) => request<Page<CorporateAction>>(`${at(symbol)}/corporate-actions`, { signal }).then((page) => page.items),
  });

export function useCorporateActions(symbol: string) {
  return useQuery(actionsQuery(symbol));
}

export const calendarQuery = (from: string | undefined, to: string | undefined) =>
  queryOptions({
    queryKey: ['market', 'calendar', from, to],
    queryFn: ({ signal }) => request<Calendar>('/api/market/calendar', { query: { from, to }, signal }),
    enabled: from !== undefined,
  });

export function useCalendar(from: string | undefined, to: string | undefined) {
  return useQuery(calendarQuery(from, to));
}
