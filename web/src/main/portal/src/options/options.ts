import { useQuery } from '@tanstack/react-query';
import type { Missing } from '../portfolio/portfolios';
import { request } from '../server/request';

export type Criterion = 'YIELD' | 'PROFIT_CHANCE' | 'CUSHION' | 'RICHNESS' | 'LIQUIDITY' | 'BAD_OUTCOME' | 'QUIET';

/** What one criterion gives of a score; the points of all add up to it. */
export interface ScorePart {
  criterion: Criterion;
  title: string;
  figure: number;
  grade: number;
  weight: number;
  points: number;
}

/** One contract that could be sold; see the server's record of that name for units. */
export interface Opportunity {
  kind: 'CASH_SECURED_PUT' | 'COVERED_CALL';
  symbol: string;
  sector: string;
  source: string;
  expiry: string;
  days: number;
  strike: number;
  spot: number;
  held: number;
  bid: number;
  ask: number;
  credit: number;
  volatility: number;
  realised?: number;
  delta: number;
  breakEven: number;
  collateral: number;
  annualYield: number;
  profitChance: number;
  touchChance: number;
  assignmentChance: number;
  mostProfit: number;
  mostLoss: number;
  badOutcome: number;
  openInterest: number;
  volume: number;
  earnings?: string;
  exDividend?: string;
  worstCase: string;
  changesMind: string;
  score: { value: number; parts: ScorePart[] };
}

export interface ScanReport {
  items: Opportunity[];
  symbols: number;
  wanted: number;
  contracts: number;
  candidates: number;
  missing: Missing[];
}

export interface PayoffPoint {
  price: number;
  profit: number;
}

export interface StrategyFigures {
  name: string;
  legs: string[];
  cost: number;
  mostProfit?: number;
  mostLoss?: number;
  breakEvens: number[];
  profitChance: number;
  margin: number;
  horizon: string;
  payoff: PayoffPoint[];
}

export interface OptionAnalysis {
  symbol: string;
  spot: number;
  asOf: string;
  source: string;
  realised?: number;
  volatility30?: number;
  rank?: { now: number; lowest: number; highest: number; rank: number; percentile: number; observations: number };
  surface?: {
    quotes: number;
    rootMeanSquare: number;
    insideQuotes: number;
    freeOfArbitrage: boolean;
    smiles: { years: number; atTheMoney: number; expectedMove: number }[];
  };
  opportunities: Opportunity[];
  strategies: StrategyFigures[];
}

export interface Roll {
  expiry: string;
  days: number;
  strike: number;
  credit: number;
  breakEven: number;
  assignmentChance: number;
  headline: string;
  worstCase: string;
  changesMind: string;
}

/** What could be done with one sold option; `symbol` is its underlying. */
export interface RollSuggestion {
  symbol: string;
  right: 'CALL' | 'PUT';
  expiry: string;
  strike: number;
  days: number;
  delta: number;
  buyBack: number;
  urgent: boolean;
  reason: string;
  rolls: Roll[];
}

export function useOptionAnalysis(symbol: string | undefined) {
  return useQuery({
    queryKey: ['options', 'analysis', symbol],
    queryFn: ({ signal }) => request<OptionAnalysis>('/api/agents/options/analyze', { query: { symbol }, signal }),
    enabled: symbol !== undefined,
    staleTime: 60_000,
  });
}

/** Calls on shares that a portfolio holds; asked only while a portfolio is named. */
export function useCoveredCalls(portfolio: string | undefined, parameters: Record<string, string>) {
  return useQuery({
    queryKey: ['options', 'covered-calls', portfolio, parameters],
    queryFn: ({ signal }) => request<ScanReport>('/api/agents/options/covered-calls', { query: { ...parameters, portfolio }, signal }),
    enabled: portfolio !== undefined,
    staleTime: 60_000,
  });
}

/** What could be done with a portfolio's sold options; not asked where it has none. */
export function useRolls(portfolio: string, any: boolean) {
  return useQuery({
    queryKey: ['options', 'rolls', portfolio],
    queryFn: ({ signal }) => request<{ items: RollSuggestion[]; missing: string[] }>('/api/agents/options/rolls', { query: { portfolio }, signal }),
    enabled: any,
    staleTime: 60_000,
  });
}
