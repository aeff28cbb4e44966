import { lazy, useMemo, useState } from 'react';
import { Change } from '../figures/Change';
import { ratio, roundCount, signedPercent } from '../figures/amounts';
import { shortDate } from '../figures/dates';
import type { Bar } from '../market/market';
import { ChartFrame } from './ChartFrame';
import { gaps, isGap } from './gaps';

const CandleCanvas = lazy(() => import('./CandleCanvas'));

interface Props {
  symbol: string;
  bars: Bar[];
  controls?: React.ReactNode;
  size?: 'small' | 'medium' | 'large';
}

const NAMED_GAPS = 3;

/** Daily prices of one symbol. */
export function CandleChart({ symbol, bars, controls, size }: Props) {
  const [index, setIndex] = useState<number>();
  const first = bars[0];
  const last = bars.at(-1);
  const without = useMemo(() => gaps(bars.map((one) => one.date)), [bars]);
  const gapWords = without.map((gap) => `No prices from ${shortDate(gap.from)} to ${shortDate(gap.to)}.`).slice(0, NAMED_GAPS).join(' ');
  const description =
    first && last
      ? `${symbol}, daily prices from ${shortDate(first.date)} to ${shortDate(last.date)}: closed at ${ratio(first.close)} and ${ratio(last.close)}.${gapWords && ` ${gapWords}`}`
      : `${symbol}: no prices.`;
  const bar = (place: number) => bars[place] as Bar;
  return (
    <ChartFrame
      description={description}
      count={bars.length}
      index={index}
      onIndex={setIndex}
      controls={controls}
      note={without.length > NAMED_GAPS ? `${gapWords} There are ${without.length - NAMED_GAPS} more such gaps.` : gapWords}
      {...(size ? { size } : {})}
      columns={[
        { name: 'Date', cell: (place) => shortDate(bar(place).date) },
        { name: 'Open', cell: (place) => ratio(bar(place).open) },
        { name: 'High', cell: (place) => ratio(bar(place).high) },
        { name: 'Low', cell: (place) => ratio(bar(place).low) },
        { name: 'Close', cell: (place) => ratio(bar(place).close) },
        { name: 'Volume', cell: (place) => roundCount(bar(place).volume) },
      ]}
      legend={(place) => {
        const { date, open, high, low, close, volume } = bar(place);
        const before = isGap(bars[place - 1]?.date, date) ? undefined : bars[place - 1]?.close;
        const change = before ? close / before - 1 : undefined;
        return (
          <>
            <span>{shortDate(date)}</span>
            <span>O {ratio(open)}</span>
            <span>H {ratio(high)}</span>
            <span>L {ratio(low)}</span>
            <strong>C {ratio(close)}</strong>
            {change !== undefined && <Change of={change}>{signedPercent(change)}</Change>}
            <span>Vol {roundCount(volume)}</span>
          </>
        );
      }}
    >
      <CandleCanvas bars={bars} index={index} onIndex={setIndex} />
    </ChartFrame>
  );
}
