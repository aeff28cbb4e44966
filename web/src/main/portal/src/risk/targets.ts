import { useMutation } from '@tanstack/react-query';
import type { Decimal } from '../figures/amounts';
import { request } from '../server/request';
import type { TargetWish } from './targetWishes';

interface Pair {
  now: number;
  then: number;
}

/** One symbol's weight of what is invested, and what it takes to get there. */
export interface Target {
  symbol: string;
  sector: string;
  weight: Pair;
  riskShare: Pair;
  trade: Decimal;
  shares?: Decimal;
}

/** Target weights, and what they would change. */
export interface Targets {
  method: string;
  asOf: string;
  currency: string;
  invested: Decimal;
  from: string;
  to: string;
  sessions: number;
  items: Target[];
  volatility: Pair;
  expected?: Pair;
  turnover: number;
  costs: Decimal;
  lookedBack?: { sessions: number; target: number; now: number; equal: number };
  missing: Record<string, string>;
}

export function useTargets(portfolio: string) {
  return useMutation({
    mutationFn: (wish: TargetWish) => request<Targets>(`/api/portfolio/${portfolio}/optimise`, { method: 'POST', json: wish }),
  });
}
