import type { PlanWish } from './taxes';

/** What a user typed: rates in per cent, amounts in dollars, lists as he writes them. */
export interface TypedWish {
  shortTermRate: string;
  longTermRate: string;
  ordinaryRate: string;
  years: string;
  carriedShort: string;
  carriedLong: string;
  keptCash: string;
  targets: string;
  never: string;
  identical: string;
  calls: boolean;
}

export const MIDDLE: TypedWish = {
  shortTermRate: '32',
  longTermRate: '15',
  ordinaryRate: '32',
  years: '5',
  carriedShort: '0',
  carriedLong: '0',
  keptCash: '0',
  targets: '',
  never: '',
  identical: '',
  calls: true,
};

/** Symbols as people part them: by commas or spaces. */
export function symbolsIn(text: string): string[] {
  return text.toUpperCase().split(/[\s,]+/).filter(Boolean);
}

/** Groups of symbols, parted by semicolons or lines; a group of one says nothing. */
export function groupsIn(text: string): string[][] {
  return text
    .split(/[;\n]+/)
    .map(symbolsIn)
    .filter((group) => group.length > 1);
}

/** `SPY 60, BND 40` as shares; undefined where it cannot be read so, or is more than the whole. */
export function targetsIn(text: string): Record<string, number> | undefined {
  const targets: Record<string, number> = {};
  let sum = 0;
  for (const part of text.split(/[,;\n]+/).filter((one) => one.trim())) {
    const [, symbol, percent] = /^\s*(\S+?)[\s:=]+(\d+(?:\.\d+)?)\s*%?\s*$/.exec(part) ?? [];
    if (!symbol || !percent) {
      return undefined;
    }
    targets[symbol.toUpperCase()] = Number(percent) / 100;
    sum += Number(percent);
  }
  return sum > 100 + 1e-9 ? undefined : targets;
}

function number(text: string, most: number): number | undefined {
  const value = Number(text.replaceAll(',', ''));
  return text.trim() !== '' && value >= 0 && value <= most ? value : undefined;
}

/** The wish to be sent, or which field cannot be read and why. */
export function wishOf(typed: TypedWish): { wish: PlanWish } | { fault: string } {
  const rates = [typed.shortTermRate, typed.longTermRate, typed.ordinaryRate].map((text) => number(text, 100));
  const [short, long, ordinary] = rates;
  const years = number(typed.years, 100);
  const [carriedShort, carriedLong, keptCash] = [typed.carriedShort, typed.carriedLong, typed.keptCash].map((text) => number(text, 1e12));
  const targets = targetsIn(typed.targets);
  if (short === undefined || long === undefined || ordinary === undefined) {
    return { fault: 'Rates: per cent from 0 to 100.' };
  }
  if (long > short) {
    return { fault: 'The long-term rate is never above the short-term one.' };
  }
  if (years === undefined) {
    return { fault: 'Years: a number from 0 to 100.' };
  }
  if (carriedShort === undefined || carriedLong === undefined || keptCash === undefined) {
    return { fault: 'Losses and cash: dollars, 0 or more.' };
  }
  if (!targets) {
    return { fault: 'Targets: such as SPY 60, BND 40; at most 100 in all.' };
  }
  const never = symbolsIn(typed.never);
  const identical = groupsIn(typed.identical);
  return {
    wish: {
      shortTermRate: short / 100,
      longTermRate: long / 100,
      ordinaryRate: ordinary / 100,
      years,
      carriedShort,
      carriedLong,
      keptCash,
      ...(Object.keys(targets).length > 0 ? { targets } : {}),
      ...(never.length > 0 ? { never } : {}),
      ...(identical.length > 0 ? { identical } : {}),
      calls: typed.calls,
    },
  };
}
