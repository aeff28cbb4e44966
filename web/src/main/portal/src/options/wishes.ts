import type { Criterion } from './options';

/** What a user looks for; numbers are texts as he typed them, shares in per cent. */
export interface Wishes {
  what: 'BOTH' | 'CASH_SECURED_PUT' | 'COVERED_CALL' | 'OWN_CALLS';
  symbols: string;
  sector: string;
  leastDelta: string;
  mostDelta: string;
  leastDays: string;
  mostDays: string;
  leastOpenInterest: string;
  mostSpread: string;
  avoidEarnings: boolean;
  avoidExDividend: boolean;
  weights: Record<Criterion, number>;
}

/** The criteria with the weights that count where nothing else is wished, in per cent. */
export const CRITERIA: { criterion: Criterion; label: string; usual: number }[] = [
  { criterion: 'YIELD', label: 'Yield on the collateral', usual: 25 },
  { criterion: 'PROFIT_CHANCE', label: 'Chance of profit', usual: 20 },
  { criterion: 'CUSHION', label: 'Distance of the break-even', usual: 15 },
  { criterion: 'RICHNESS', label: 'Implied over realised volatility', usual: 10 },
  { criterion: 'LIQUIDITY', label: 'Liquidity', usual: 15 },
  { criterion: 'BAD_OUTCOME', label: 'Small loss in the worst of twenty outcomes', usual: 10 },
  { criterion: 'QUIET', label: 'No earnings before expiry', usual: 5 },
];

export const USUAL: Wishes = {
  what: 'CASH_SECURED_PUT',
  symbols: '',
  sector: '',
  leastDelta: '10',
  mostDelta: '35',
  leastDays: '21',
  mostDays: '63',
  leastOpenInterest: '100',
  mostSpread: '12',
  avoidEarnings: false,
  avoidExDividend: true,
  weights: Object.fromEntries(CRITERIA.map(({ criterion, usual }) => [criterion, usual])) as Record<Criterion, number>,
};

/** Per cent as a share, exactly as many digits as were typed: `12.5` is `0.125`. */
const share = (percent: string) => (percent.trim() === '' ? '' : String(Number((Number(percent) / 100).toPrecision(12))));

/** As the server asks for it; what is as usual is left out, so that equal questions share an answer. */
export function parametersOf(wishes: Wishes): Record<string, string> {
  const all: Record<string, string> = {
    kind: wishes.what === 'CASH_SECURED_PUT' || wishes.what === 'COVERED_CALL' ? wishes.what : '',
    symbols: wishes.symbols.toUpperCase().replace(/[\s,;]+/g, ',').replace(/^,|,$/g, ''),
    sectors: wishes.sector,
    ...changed('leastDelta', share(wishes.leastDelta), share(USUAL.leastDelta)),
    ...changed('mostDelta', share(wishes.mostDelta), share(USUAL.mostDelta)),
    ...changed('leastDays', wishes.leastDays, USUAL.leastDays),
    ...changed('mostDays', wishes.mostDays, USUAL.mostDays),
    ...changed('leastOpenInterest', wishes.leastOpenInterest, USUAL.leastOpenInterest),
    ...changed('mostSpread', share(wishes.mostSpread), share(USUAL.mostSpread)),
    ...changed('avoidEarnings', String(wishes.avoidEarnings), String(USUAL.avoidEarnings)),
    ...changed('avoidExDividend', String(wishes.avoidExDividend), String(USUAL.avoidExDividend)),
  };
  const moved = CRITERIA.some(({ criterion, usual }) => wishes.weights[criterion] !== usual);
  if (moved) {
    all.weights = CRITERIA.map(({ criterion }) => `${criterion}:${wishes.weights[criterion]}`).join(',');
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

function changed(name: string, value: string, usual: string): Record<string, string> {
  return value.trim() === usual ? {} : { [name]: value.trim() };
}

/** Why the wishes cannot be asked for; undefined where they can. */
export function faultOf(wishes: Wishes): string | undefined {
  const outside = (text: string, least: number, most: number) => text.trim() === '' || !(Number(text) >= least && Number(text) <= most);
  if (outside(wishes.leastDelta, 0, 100) || outside(wishes.mostDelta, 0, 100) || Number(wishes.leastDelta) > Number(wishes.mostDelta)) {
    return 'Delta: two numbers from 0 to 100, the smaller first.';
  }
  if (outside(wishes.leastDays, 0, 2000) || outside(wishes.mostDays, 0, 2000) || Number(wishes.leastDays) > Number(wishes.mostDays)) {
    return 'Days to expiry: two numbers from 0 to 2,000, the smaller first.';
  }
  if (outside(wishes.leastOpenInterest, 0, 1e9)) {
    return 'Open interest: a number from 0 on.';
  }
  if (outside(wishes.mostSpread, 0, 200)) {
    return 'Spread: per cent from 0 to 200.';
  }
  return Object.values(wishes.weights).some((weight) => weight > 0) ? undefined : 'At least one weight must be above 0.';
}
