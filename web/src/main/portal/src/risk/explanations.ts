/** What each figure of an analysis means, in one or two sentences. */
export const EXPLANATIONS = {
  volatility: 'Standard deviation of daily returns, scaled to a year (× √252). About two years in three end within this distance of the mean.',
  beta: 'How much the portfolio moved when the benchmark moved by one: 1.2 means 1.2 % for each 1 %.',
  sharpe: 'Return above the risk-free rate, per unit of volatility, per year. Higher is better; below 0, cash did better.',
  sortino: 'As the Sharpe ratio, but only downward moves count as risk.',
  drawdown:
    "The deepest fall from a peak to the lowest point after it, had today's holdings been held all the time. The chart “Drawdown” is of the portfolio as it really was.",
  ownDrawdown:
    "How far the portfolio, as it really was day by day, stood below its own peak; payments in and out are taken out of it. “Maximum drawdown” under Risk is of today's holdings over past prices, so the two differ.",
  var: 'On that share of past days the loss was no larger than this (historical simulation on daily returns, one day ahead).',
  expectedShortfall: 'The average loss on the days that were worse than the value at risk.',
  filtered: 'Value at risk with past days scaled to the volatility of today: higher in nervous markets, lower in calm ones.',
  contribution: 'The share of the whole variance that a holding adds, options by their delta. A hedge has a negative share.',
  herfindahl: 'Sum of squared weights: 1 is a single holding; 0.05 is like 20 equal ones.',
  effectiveHoldings: 'How many holdings of equal size would be as concentrated as this portfolio (1 ÷ Herfindahl).',
  timeWeighted: 'Return of the holdings themselves: payments in and out are taken out of it. This is what compares with a benchmark.',
  moneyWeighted: 'Return on your own money per year, counting when it came in and went out (internal rate of return).',
  riskFree: 'The rate that cash would have earned, which the ratios compare with.',
} as const;

const NAMES: Record<string, string> = {
  risk_metrics: 'Risk',
  sector_exposure: 'Sectors',
  performance: 'Performance',
  summary: 'Summary',
};

/** Figures that are called otherwise on the page than in the interface. */
const FIGURES: Record<string, string> = {
  'time weighted': 'time-weighted return',
  'time weighted annual': 'time-weighted return a year',
  'money weighted': 'money-weighted return',
  'benchmark time weighted': 'benchmark',
  from: 'first day',
  to: 'last day',
  days: 'sessions',
  covered: 'value covered',
  items: 'weights',
  'var 95 historical': 'value at risk, 95%',
  'var 99 historical': 'value at risk, 99%',
  'var 95 expected shortfall': 'shortfall, 95%',
  'var 99 expected shortfall': 'shortfall, 99%',
  'var 95 filtered': "today's risk at 95%",
  'var 99 filtered': "today's risk at 99%",
  'concentration effective holdings': 'effective holdings',
  'concentration largest': 'largest holding',
  'concentration herfindahl': 'concentration',
};

/** A source of a sentence (`risk_metrics.maximumDrawdown`) in words and where it stands on the page. */
export function sourceWords(source: string): { words: string; anchor: string } {
  const [step = '', ...members] = source.split('.');
  const member = members
    .join(' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return { words: [NAMES[step] ?? step, FIGURES[member] ?? member].filter(Boolean).join(': '), anchor: `analysis-${step}` };
}
