import type { Decimal } from '../figures/amounts';
import type { Missing } from '../portfolio/portfolios';

/** Payload of the step `risk_metrics`. Fractions unless said otherwise. */
export interface RiskMetrics {
  currency: string;
  value: Decimal;
  /** What the fractions refer to: the part of the value that has a history. */
  covered?: Decimal;
  days: number;
  from?: string;
  to?: string;
  volatility?: number;
  beta?: number;
  benchmark?: string;
  sharpe?: number;
  sortino?: number;
  maximumDrawdown?: { depth: number; peak: string; trough: string };
  /** By confidence in percent; fractions of value, positive is a loss. */
  var?: Record<string, Tail>;
  riskFreeRate?: number;
  concentration?: { herfindahl: number; largest?: { symbol: string; weight: number }; effectiveHoldings: number };
  /** What each underlying adds to the variance. */
  contributions?: { symbol: string; exposure: Decimal; share: number }[];
  missing?: Missing[];
  notComputed?: NotComputed[];
}

/** One-day losses as positive fractions of the covered value. */
export interface Tail {
  historical: number;
  expectedShortfall: number;
  /** At today's volatility. */
  filtered?: number;
  filteredShortfall?: number;
}

/** A figure that is absent, and why. */
export interface NotComputed {
  figure: string;
  reason: string;
}

export interface SectorExposure {
  items: SectorItem[];
  missing?: Missing[];
  notComputed?: NotComputed[];
}

export interface SectorItem {
  sector: string;
  value: Decimal;
  weight?: number;
  /** As `weight`, but options count with their delta equivalent. */
  exposureWeight?: number;
  symbols?: string[];
}

export interface PerformanceResult {
  from?: string;
  to?: string;
  timeWeighted?: number;
  timeWeightedAnnual?: number;
  moneyWeighted?: number;
  unrealised?: Decimal;
  realised?: Decimal;
  dividends?: Decimal;
  best?: Contribution;
  worst?: Contribution;
  benchmark?: { symbol: string; timeWeighted?: number };
  /** Growth of one unit of money since the start. */
  series?: { date: string; portfolio: number; benchmark?: number }[];
  missing?: Missing[];
  notComputed?: NotComputed[];
}

export interface Contribution {
  symbol: string;
  unrealised?: Decimal;
  /** Percent points of the cost basis. */
  unrealisedPercent?: number;
}

export interface Summary {
  text: string;
  sentences?: { text: string; sources: string[] }[];
  composed?: string;
}
