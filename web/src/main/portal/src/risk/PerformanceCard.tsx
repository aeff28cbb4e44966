import { Card, CardBody } from '@patternfly/react-core';
import { useMemo } from 'react';
import { LineChart } from '../charts/LineChart';
import { drawdowns, type Line } from '../charts/lines';
import { Change } from '../figures/Change';
import { Figure } from '../figures/Figure';
import { Term } from '../figures/Term';
import { percent, signedMoney, signedPercent, signedPoints } from '../figures/amounts';
import { shortDate } from '../figures/dates';
import { EXPLANATIONS } from './explanations';
import { NotComputedList } from './NotComputedList';
import type { Contribution, PerformanceResult } from './results';
import { PartTitle } from './PartTitle';

const writeReturn = (value: number) => signedPercent(value, 1);
const writeFall = (value: number) => percent(value, 1);

interface Props {
  performance: PerformanceResult;
  currency: string;
}

/** The step `performance`: returns beside the benchmark, and the falls on the way. */
export function PerformanceCard({ performance, currency }: Props) {
  const { series, benchmark } = performance;
  const dates = useMemo(() => series?.map((day) => day.date) ?? [], [series]);
  const lines = useMemo<Line[]>(
    () => [
      { name: 'Portfolio', colour: 'accent', values: series?.map((day) => day.portfolio - 1) ?? [] },
      { name: benchmark?.symbol ?? 'Benchmark', colour: 'second', values: series?.map((day) => (day.benchmark === undefined ? undefined : day.benchmark - 1)) ?? [] },
    ],
    [series, benchmark?.symbol],
  );
  const falls = useMemo<Line[]>(
    () => [{ name: 'Below the peak', colour: 'loss', area: 'above', values: drawdowns(series?.map((day) => day.portfolio - 1) ?? []) }],
    [series],
  );
  return (
    <>
      <Card id="analysis-performance" component="section" aria-label="Performance" className="mg-span">
        <PartTitle>Performance</PartTitle>
        <CardBody>
          <p className="mg-subtle mg-card-lead">
            {performance.from && performance.to
              ? `${shortDate(performance.from)} to ${shortDate(performance.to)}`
              : 'No session has closed since the first transaction.'}
          </p>
          <dl className="mg-grid-figures">
            <Figure
              label="Time-weighted return"
              explanation={EXPLANATIONS.timeWeighted}
              note={performance.timeWeightedAnnual !== undefined && `${signedPercent(performance.timeWeightedAnnual, 1)} a year`}
            >
              <Change of={performance.timeWeighted}>{signedPercent(performance.timeWeighted, 1)}</Change>
            </Figure>
            <Figure label="Money-weighted return" explanation={EXPLANATIONS.moneyWeighted} note="a year">
              <Change of={performance.moneyWeighted}>{signedPercent(performance.moneyWeighted, 1)}</Change>
            </Figure>
            {benchmark && (
              <Figure label={`Benchmark, ${benchmark.symbol}`} explanation="The benchmark's own return over the same days.">
                <Change of={benchmark.timeWeighted}>{signedPercent(benchmark.timeWeighted, 1)}</Change>
              </Figure>
            )}
            <Figure label="Dividends">{signedMoney(performance.dividends, currency)}</Figure>
            <Extreme label="Best holding" of={performance.best} currency={currency} />
            <Extreme label="Worst holding" of={performance.worst} currency={currency} />
          </dl>
          <NotComputedList items={performance.notComputed} />
          {dates.length > 1 && (
            <LineChart subject="Return of the portfolio and of its benchmark" dates={dates} lines={lines} write={writeReturn} />
          )}
        </CardBody>
      </Card>
      {dates.length > 1 && (
        <Card component="section" aria-label="Drawdown" className="mg-span">
          <PartTitle>
            <Term explanation={EXPLANATIONS.ownDrawdown}>Drawdown</Term>
          </PartTitle>
          <CardBody>
            <LineChart subject="How far the portfolio stood below its peak" dates={dates} lines={falls} write={writeFall} size="small" />
          </CardBody>
        </Card>
      )}
    </>
  );
}

function Extreme({ label, of, currency }: { label: string; of: Contribution | undefined; currency: string }) {
  if (!of?.symbol) {
    return null;
  }
  return (
    <Figure label={label} note={
        <Change of={of.unrealised} {...(of.unrealisedPercent === undefined ? {} : { and: `(${signedPoints(of.unrealisedPercent, 1)})` })}>
          {signedMoney(of.unrealised, currency)}
        </Change>
      }
    >
      {of.symbol}
    </Figure>
  );
}
