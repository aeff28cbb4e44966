import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Decimal } from '../figures/amounts';
import type { Missing } from '../portfolio/portfolios';
import { request } from '../server/request';
import type { NotComputed } from './results';

/** Grades of past forecasts; a p-value below 0.05 speaks against the method. */
export interface Grades {
  days: number;
  breaches: number;
  expected: number;
  kupiec?: number;
  christoffersen?: number;
  shortfall: number;
}

/** One confidence of one method; losses as positive fractions of what is covered. */
export interface Level {
  valueAtRisk: number;
  expectedShortfall: number;
  record?: Grades;
}

export interface Compared {
  method: string;
  description: string;
  levels: Record<string, Level>;
}

export interface VarReport extends Compared {
  currency: string;
  covered: Decimal;
  compared: Compared[];
  last?: { date: string; profit: number; valueAtRisk95: number; valueAtRisk99: number; verdict: string };
  series: { date: string; profit: number; valueAtRisk95: number; valueAtRisk99: number }[];
  simulated?: { paths: number; degreesOfFreedom: number; valueAtRisk: number; low: number; high: number; expectedShortfall: number };
  contributions: { symbol: string; valueAtRisk: number; expectedShortfall: number; marginal?: number }[];
  missing: Missing[];
  notComputed: NotComputed[];
}

export interface StressReport {
  currency: string;
  covered: Decimal;
  benchmark: string;
  scenarios: {
    name: string;
    kind: 'HISTORICAL' | 'HYPOTHETICAL';
    market: number;
    volatility: number;
    gain: Decimal;
    fraction: number;
    source: string;
    worst?: string;
  }[];
  reverse: Reverse[];
  maximumLoss: number;
  missing: Missing[];
  notComputed: NotComputed[];
}

/** The likeliest joint move that loses what was asked for. */
export interface Reverse {
  asked: number;
  loss: number;
  distance: number;
  years: number;
  moves: { symbol: string; move: number; gain: Decimal }[];
}

export interface Cell {
  price: number;
  volatility: number;
  days: number;
  gain: Decimal;
}

export interface ProjectionReport {
  currency: string;
  covered: Decimal;
  prices: number[];
  volatilities: number[];
  days: number[];
  cells: Cell[];
  worst: Cell;
  best: Cell;
  maximumLoss: number;
  atEdge: boolean;
  missing: Missing[];
}

export interface ExposureReport {
  currency: string;
  factors?: {
    from: string;
    to: string;
    days: number;
    rSquared: number;
    alpha: number;
    alphaError: number;
    lags: number;
    items: { name: string; proxy: string; beta: number; error: number; t: number; inflation: number; share: number }[];
  };
  anomalies: {
    rule: string;
    falseAlarms: number;
    tested: number;
    items: { symbol: string; kind: 'RETURN' | 'WEIGHT'; figure: number; score: number; date?: string }[];
  };
  missing: Missing[];
  notComputed: NotComputed[];
}

export interface RiskScore {
  score: number;
  band: 'LOW' | 'MODERATE' | 'ELEVATED' | 'HIGH' | 'VERY_HIGH' | 'UNKNOWN';
  parts: { name: string; figure: number; full: number; points: number; most: number; words: string; source: string }[];
  missing: Missing[];
  notComputed: NotComputed[];
}

interface Reports {
  var: VarReport;
  stress: StressReport;
  projection: ProjectionReport;
  exposures: ExposureReport;
  score: RiskScore;
}

/** One report on the risk of a portfolio. */
export const riskQuery = <K extends keyof Reports>(portfolio: string, report: K) =>
  queryOptions({
    queryKey: ['risk', portfolio, report],
    queryFn: ({ signal }) => request<Reports[K]>(`/api/portfolio/${portfolio}/risk/${report}`, { signal }),
    staleTime: 60_000,
  });

export function useRiskReport<K extends keyof Reports>(portfolio: string, report: K) {
  return useQuery(riskQuery(portfolio, report));
}
