export interface Figures {
  name: string;
  growth: number;
  yearly: number;
  volatility: number;
  sharpe: number;
  drawdown: number;
  costs: number;
  turnover: number;
  trades: number;
}

/** What a run of `strategy_backtest` emits. */
export interface BacktestReport {
  kind: string;
  symbols: string[];
  sources: string[];
  from: string;
  to: string;
  sessions: number;
  strategy: Figures;
  hold: Figures;
  chosen: Figures;
  variants: Figures[];
  atIndex?: Figures;
  series: { date: string; strategy: number; hold: number; chosen: number }[];
  sentences: string[];
}

export const STRATEGIES = {
  CALENDAR: { label: 'Fixed weights, rebalanced monthly', options: false },
  BANDS: { label: 'Fixed weights, rebalanced out of bands', options: false },
  MINIMUM_VOLATILITY: { label: 'Minimum volatility', options: false },
  RISK_PARITY: { label: 'Risk parity', options: false },
  COVERED_CALL: { label: 'Covered calls', options: true },
  WHEEL: { label: 'Cash-secured puts and calls (wheel)', options: true },
} as const;

export type StrategyKind = keyof typeof STRATEGIES;

/** The parameters of a run; undefined while something is missing. */
export function parametersOf(strategy: StrategyKind, text: string): Record<string, string> | undefined {
  const symbols = [...new Set(text.toUpperCase().split(/[\s,;]+/).filter(Boolean))];
  const most = STRATEGIES[strategy].options ? 1 : 30;
  return symbols.length > 0 && symbols.length <= most ? { strategy, symbols: symbols.join(',') } : undefined;
}

/** A strategy in words, whatever the server names. */
export function strategyWords(kind: string): string {
  return (STRATEGIES as Record<string, { label: string }>)[kind]?.label ?? kind;
}
