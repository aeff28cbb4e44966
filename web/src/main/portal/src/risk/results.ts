import type { Decimal } from '../figures/amounts';
import type { Missing } from '../portfolio/portfolios';

/** Payload of the step `risk_metrics`. Fractions unless said otherwise. */
export interface RiskMetrics {
  currency: string;
  value: Decimal;
  days: number;
  from: string;
  to: string;
  volatility?: number;
  beta?: number;
  sharpe?: number;
  sortino?: number;
  maximumDrawdown?: { depth: number; peak: string; trough: string };
  /** By confidence in percent; fractions of value, positive is a loss. */
  var?: Record<string, { historical: number; expectedShortfall: number }>;
  riskFreeRate?: number;
  concentration?: { herfindahl: number; largest?: { symbol: string; weight: number }; effectiveHoldings: number };
  missing?: Missing[];
}

export interface SectorExposure {
  items: { sector: string; value: Decimal; weight: number; symbols: string[] }[];
  missing?: Missing[];
}

export interface PerformanceResult {
  from: string;
  to: string;
  timeWeighted?: number;
  timeWeightedAnnual?: number;
  moneyWeighted?: number;
  unrealised?: Decimal;
  realised?: Decimal;
  dividends?: Decimal;
  best?: Contribution;
  worst?: Contribution;
  benchmark?: { symbol: string; timeWeighted?: number };
  series?: { date: string; portfolio?: number; benchmark?: number }[];
}

export interface Contribution {
  symbol: string;
  gain?: Decimal;
  unrealised?: Decimal;
  return?: number;
  unrealisedPercent?: number;
}

export interface Summary {
  text: string;
  sentences?: { text: string; sources: string[] }[];
  composed?: string;
}
