import { Bullseye, Card, CardBody, CardTitle, Skeleton } from '@patternfly/react-core';
import { ExclamationTriangleIcon } from '@patternfly/react-icons';
import { useCallback, useMemo, useState } from 'react';
import { LineChart } from '../charts/LineChart';
import type { Line } from '../charts/lines';
import { RangeButtons } from '../charts/RangeButtons';
import { type Range, rangeStart } from '../charts/ranges';
import { roundMoney } from '../figures/amounts';
import { useMarketClock } from '../market/clock';
import { ProblemAlert } from '../server/ProblemAlert';
import { FIRST_HISTORY, type Portfolio, useValueHistory } from './portfolios';

/** What the portfolio was worth against what was paid into it. */
export function ValueHistoryCard({ portfolio }: { portfolio: Portfolio }) {
  const [range, setRange] = useState<Range>(FIRST_HISTORY);
  const clock = useMarketClock();
  const write = useCallback((value: number) => roundMoney(value, portfolio.currency), [portfolio.currency]);
  const history = useValueHistory(portfolio.id, rangeStart(range, clock.data?.now));
  const items = history.data?.items;
  const missing = history.data?.missing?.filter((one) => one.symbol !== 'cash') ?? [];
  const overdrawn = history.data?.missing?.find((one) => one.symbol === 'cash');
  const dates = useMemo(() => items?.map((item) => item.date) ?? [], [items]);
  const lines = useMemo<Line[]>(
    () => [
      { name: 'Value', colour: 'accent', area: 'below', values: items?.map((item) => Number(item.value)) ?? [] },
      { name: 'Paid in', colour: 'second', steps: true, values: items?.map((item) => Number(item.invested)) ?? [] },
    ],
    [items],
  );
  return (
    <Card isFullHeight>
      <CardTitle component="h2">Value and what was paid in</CardTitle>
      <CardBody>
        <ProblemAlert failure={history.error} retry={() => void history.refetch()} />
        {history.isPending && <Skeleton height="18rem" screenreaderText="Loading the value history" />}
        {items?.length === 0 && (
          <Bullseye className="mg-subtle mg-chart--medium">No session has closed since the first transaction.</Bullseye>
        )}
        {dates.length > 0 && missing.length > 0 && (
          <p className="mg-row-note mg-missing">
            <ExclamationTriangleIcon className="mg-loss" /> Not whole: {missing.slice(0, 4).map((one) => one.symbol).join(', ')}
            {missing.length > 4 && ` and ${missing.length - 4} more`} {missing.length === 1 ? 'is' : 'are'} left out on days without a price.{' '}
            {missing[0]?.symbol}: {missing[0]?.reason}
          </p>
        )}
        {dates.length > 0 && (
          <p className="mg-row-note mg-missing">
            The chart stands at the close of each session; the value above is of this moment
            {overdrawn ? ' and has cash below zero in it, which the chart counts as money paid in. ' : '.'}
            {overdrawn?.reason}
          </p>
        )}
        {dates.length > 0 && (
          <LineChart
            subject={`Value of ${portfolio.name}`}
            dates={dates}
            lines={lines}
            write={write}
            controls={<RangeButtons range={range} onRange={setRange} />}
          />
        )}
      </CardBody>
    </Card>
  );
}
