import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { Decimal } from '../figures/amounts';
import type { Missing } from '../portfolio/portfolios';
import { request } from '../server/request';

export interface TaxSale {
  account: string;
  symbol: string;
  acquired?: string;
  sold: string;
  quantity: Decimal;
  proceeds?: Decimal;
  basis?: Decimal;
  disallowed: Decimal;
  counts?: Decimal;
  term: 'SHORT' | 'LONG' | 'UNKNOWN';
}

/** A loss that does not count now, and the purchase that took it away. */
export interface Wash {
  closing: string;
  symbol: string;
  sold: string;
  quantity: Decimal;
  loss: Decimal;
  replacement: string;
  account: string;
  bought: string;
  forGood: boolean;
}

export interface TaxYear {
  year: number;
  shortTerm: Decimal;
  longTerm: Decimal;
  disallowed: Decimal;
  lostForGood: Decimal;
  sales: TaxSale[];
  washes: Wash[];
  windows: { symbol: string; kind: 'DO_NOT_BUY' | 'DO_NOT_SELL_AT_A_LOSS'; until: string; words: string }[];
  missing: Missing[];
}

export interface PlanWish {
  shortTermRate: number;
  longTermRate: number;
  ordinaryRate: number;
  years: number;
  carriedShort: number;
  carriedLong: number;
  keptCash: number;
  targets?: Record<string, number>;
  never?: string[];
  identical?: string[][];
  calls: boolean;
}

export interface AfterTaxPlan {
  asOf: string;
  sales: { lot: string; account: string; symbol: string; quantity: number; proceeds: number; gain: number; term: 'SHORT' | 'LONG' | 'UNKNOWN' }[];
  purchases: { symbol: string; dollars: number; insteadOf: string; correlation: number }[];
  calls: { contract: string; symbol: string; contracts: number; premium: number; benefit: number }[];
  worth: number;
  parts: { name: string; dollars: number }[];
  taxBefore: number;
  taxAfter: number;
  carriedAfter: number;
  proven: boolean;
  leftOut: { what: string; symbol: string; reason: string; loses: number; possible: boolean }[];
  missing: Missing[];
  assumptions: string[];
}

export function useTaxYear(year: number | undefined, identical: string[][]) {
  const groups = identical.map((group) => group.join(','));
  const asked = groups.map((group) => `&identical=${encodeURIComponent(group)}`).join('');
  return useQuery({
    queryKey: ['taxes', 'year', year, groups],
    queryFn: ({ signal }) => request<TaxYear>(`/api/portfolio/tax/year?year=${year}${asked}`, { signal }),
    enabled: year !== undefined,
    placeholderData: keepPreviousData,
  });
}

export function useTaxPlan() {
  return useMutation({ mutationFn: (wish: PlanWish) => request<AfterTaxPlan>('/api/portfolio/tax/plan', { method: 'POST', json: wish }) });
}
