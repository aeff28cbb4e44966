import { symbolsIn } from '../tax/planWishes';

/** A view of a return: of one symbol, or beyond another's. */
export interface View {
  symbol: string;
  over?: string;
  annualReturn: number;
  confidence: number;
}

/** What the server is asked for. */
export interface TargetWish {
  method: string;
  symbols?: string[];
  keep?: string[];
  mostWeight: number;
  mostTurnover: number;
  views?: View[];
}

/** What a user typed: shares in per cent, lists and views as he writes them. */
export interface TypedTargets {
  method: string;
  symbols: string;
  keep: string;
  mostWeight: string;
  mostTurnover: string;
  views: string;
}

export const MIDDLE: TypedTargets = { method: 'MINIMUM_VOLATILITY', symbols: '', keep: '', mostWeight: '25', mostTurnover: '100', views: '' };

/** Ways to find weights, in plain words. */
export const METHODS: { value: string; label: string; words: string }[] = [
  { value: 'MINIMUM_VOLATILITY', label: 'Swing as little as possible', words: 'Minimum volatility: says nothing of returns, which are hard to know.' },
  { value: 'RISK_PARITY', label: 'Let each holding carry the same risk', words: 'Risk parity: nothing dominates, nothing is left out.' },
  { value: 'HIERARCHICAL_RISK_PARITY', label: 'Spread risk over groups that move together', words: 'Hierarchical risk parity: steadier where many holdings resemble each other.' },
  { value: 'MEAN_VARIANCE', label: 'Weigh past returns against risk', words: 'Mean–variance with shrunk means: past returns say little, so take it with care.' },
  { value: 'BLACK_LITTERMAN', label: 'Add my own views to the market’s', words: 'Black–Litterman: begins with what today’s weights imply and leans towards your views as far as you are sure.' },
];

const VIEW = /^\s*(\S+?)(?:\s+over\s+(\S+?))?\s+([+-]?\d+(?:\.\d+)?)\s*%?(?:\s*,?\s*sure\s+(\d+(?:\.\d+)?)\s*%?)?\s*$/i;

/** `AAPL 12, sure 60` or `AAPL over MSFT 3` by the line or semicolon; undefined where one cannot be read. */
export function viewsIn(text: string): View[] | undefined {
  const views: View[] = [];
  for (const line of text.split(/[;\n]+/).filter((one) => one.trim())) {
    const [, symbol, over, percent, sure = '50'] = VIEW.exec(line) ?? [];
    const confidence = Number(sure) / 100;
    if (!symbol || !percent || confidence < 0.01 || confidence > 0.99 || Number(percent) < -100) {
      return undefined;
    }
    views.push({ symbol: symbol.toUpperCase(), ...(over ? { over: over.toUpperCase() } : {}), annualReturn: Number(percent) / 100, confidence });
  }
  return views;
}

function percentIn(text: string, least: number, most: number): number | undefined {
  const value = Number(text.replace('%', ''));
  return text.trim() !== '' && value >= least && value <= most ? value / 100 : undefined;
}

/** The wish to be sent, or what cannot be read and how it is written. */
export function targetWishOf(typed: TypedTargets): { wish: TargetWish } | { fault: string } {
  const mostWeight = percentIn(typed.mostWeight, 0.1, 100);
  const mostTurnover = percentIn(typed.mostTurnover, 0, 200);
  const views = typed.method === 'BLACK_LITTERMAN' ? viewsIn(typed.views) : [];
  if (mostWeight === undefined) {
    return { fault: 'Most of one holding: per cent up to 100.' };
  }
  if (mostTurnover === undefined) {
    return { fault: 'Most turnover: per cent from 0 to 200; 200 sells and buys everything.' };
  }
  if (views === undefined) {
    return { fault: 'Views: such as AAPL 12, sure 60; AAPL over MSFT 3.' };
  }
  const symbols = symbolsIn(typed.symbols);
  const keep = symbolsIn(typed.keep);
  return {
    wish: {
      method: typed.method,
      mostWeight,
      mostTurnover,
      ...(symbols.length > 0 ? { symbols } : {}),
      ...(keep.length > 0 ? { keep } : {}),
      ...(views.length > 0 ? { views } : {}),
    },
  };
}

/** Where limits leave no freedom: which of the weights stand at the most that one may have. */
export function atTheLimit(weights: number[], most: number): number {
  return most >= 1 ? 0 : weights.filter((one) => one > most - 1e-4).length;
}
