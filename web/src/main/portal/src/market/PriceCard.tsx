import { Bullseye, Card, CardBody, CardTitle, Skeleton } from '@patternfly/react-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { CandleChart } from '../charts/CandleChart';
import { RangeButtons } from '../charts/RangeButtons';
import type { Range } from '../charts/ranges';
import { SourceLabel } from '../figures/SourceLabel';
import { Problem } from '../server/problem';
import { ProblemAlert } from '../server/ProblemAlert';
import { useMarketClock } from './clock';
import { useBars, useSymbol } from './market';
import { barsFrom, FIRST_RANGE } from './pricing';

interface Props {
  symbol: string;
  /** Whether the title leads to the symbol's own page. */
  linked?: boolean;
  size?: 'medium' | 'large';
}

/** One symbol's daily prices. */
export function PriceCard({ symbol, linked = true, size = 'medium' }: Props) {
  const [range, setRange] = useState<Range>(FIRST_RANGE);
  const clock = useMarketClock();
  const instrument = useSymbol(symbol);
  const bars = useBars(symbol, barsFrom(range, instrument.data, clock.data));
  const unknown = bars.error instanceof Problem && bars.error.status === 404;
  const controls = <RangeButtons range={range} onRange={setRange} />;
  return (
    <Card isFullHeight>
      <CardTitle component="h2">
        {linked ? <Link to={`/market/${encodeURIComponent(symbol)}`}>{symbol}</Link> : 'Daily prices'}{' '}
        <SourceLabel source={bars.data?.source} />
      </CardTitle>
      <CardBody>
        {!unknown && <ProblemAlert failure={bars.error} retry={() => void bars.refetch()} />}
        {bars.isPending && <Skeleton height="18rem" screenreaderText="Loading prices" />}
        {(unknown || bars.data?.bars.length === 0) && (
          <Bullseye className={`mg-subtle mg-chart--${size}`}>
            <div className="mg-stack mg-centre">
              <p>There are no prices of {symbol} in this range.</p>
              {controls}
            </div>
          </Bullseye>
        )}
        {bars.data && bars.data.bars.length > 0 && (
          <CandleChart symbol={symbol} bars={bars.data.bars} controls={controls} size={size} />
        )}
      </CardBody>
    </Card>
  );
}
