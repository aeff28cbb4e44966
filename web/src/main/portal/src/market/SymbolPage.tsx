import { Breadcrumb, BreadcrumbItem, Card, CardBody, CardTitle, PageSection } from '@patternfly/react-core';
import { Link, useParams } from 'react-router';
import { Change } from '../figures/Change';
import { Figure } from '../figures/Figure';
import { quantity, ratio, roundCount, signedPoints } from '../figures/amounts';
import { exchangeTime, shortDate } from '../figures/dates';
import { SourceLabel } from '../figures/SourceLabel';
import { look, useLook } from '../prefetch/recording';
import { Problem } from '../server/problem';
import { ProblemAlert } from '../server/ProblemAlert';
import { NotFoundPage } from '../shell/NotFoundPage';
import { PageTop } from '../shell/PageTop';
import { ForecastCard } from '../signals/ForecastCard';
import { SignalsCard } from '../signals/SignalsCard';
import { useCorporateActions, useQuote, useSymbol } from './market';
import { OptionChainCard } from './OptionChainCard';
import { PriceCard } from './PriceCard';

/** One symbol: quote, prices, where they may go, signals, options, splits and dividends. */
export function SymbolPage() {
  const { symbol = '' } = useParams();
  const instrument = useSymbol(symbol);
  useLook(instrument.data?.symbol, 'VIEW');
  if (instrument.error instanceof Problem && instrument.error.status === 404) {
    return <NotFoundPage />;
  }
  const { data } = instrument;
  return (
    <>
      <PageSection hasBodyWrapper={false} className="mg-crumbs">
        <Breadcrumb>
          <BreadcrumbItem render={() => <Link to="/market">Symbols</Link>} />
          <BreadcrumbItem isActive>{symbol}</BreadcrumbItem>
        </Breadcrumb>
      </PageSection>
      <PageTop
        title={data ? `${data.symbol} · ${data.name}` : symbol}
        marks={<SourceLabel source={data?.source} />}
        subtitle={data && [data.sector, data.industry].filter(Boolean).join(' · ')}
      />
      <PageSection>
        <div className="mg-stack">
          <ProblemAlert failure={instrument.error} retry={() => void instrument.refetch()} />
          <QuoteStrip symbol={symbol} />
          <PriceCard symbol={symbol} linked={false} size="large" />
          <ForecastCard symbol={symbol} />
          <SignalsCard symbol={symbol} />
          {data?.kind !== 'INDEX' && <OptionChainCard symbol={symbol} />}
          <ActionsCard symbol={symbol} />
        </div>
      </PageSection>
    </>
  );
}

function QuoteStrip({ symbol }: { symbol: string }) {
  const quote = useQuote(symbol);
  if (quote.error) {
    const none = quote.error instanceof Problem && quote.error.status === 404;
    const again = () => {
      look(symbol, 'QUOTE');
      void quote.refetch();
    };
    return none ? null : <ProblemAlert failure={quote.error} retry={again} />;
  }
  const { data } = quote;
  const loading = quote.isPending;
  return (
    <Card>
      <dl className="mg-strip">
        <Figure label="Last" loading={loading} note={data && `${shortDate(data.at)}, ${exchangeTime(data.at)} New York`}>
          <span className="mg-headline">{ratio(data?.last)}</span>
        </Figure>
        <Figure label="Change" loading={loading}>
          <Change of={data?.change}>{`${Number(data?.change) > 0 ? '+' : ''}${ratio(data?.change)}`}</Change>
          {data?.changePercent !== undefined && <span className="mg-figure__beside">{signedPoints(data.changePercent)}</span>}
        </Figure>
        <Figure label="Bid / ask" loading={loading}>
          {ratio(data?.bid)} / {ratio(data?.ask)}
        </Figure>
        <Figure label="Previous close" loading={loading}>
          {ratio(data?.previousClose)}
        </Figure>
        <Figure label="Volume" loading={loading}>
          {roundCount(data?.volume)}
        </Figure>
      </dl>
    </Card>
  );
}

function ActionsCard({ symbol }: { symbol: string }) {
  const actions = useCorporateActions(symbol);
  if (!actions.data || actions.data.length === 0) {
    return null;
  }
  return (
    <Card>
      <CardTitle component="h2">Splits and dividends</CardTitle>
      <CardBody>
        <ul className="mg-plain">
          {[...actions.data]
            .sort((one, other) => other.exDate.localeCompare(one.exDate))
            .slice(0, 12)
            .map((action) => (
              <li key={`${action.exDate}${action.kind}`}>
                <span className="mg-subtle">{shortDate(action.exDate)}</span>{' '}
                {action.kind === 'SPLIT' ? `Split ${quantity(action.amount)} for 1` : `Dividend ${ratio(action.amount, 4)} a share`}{' '}
                <SourceLabel source={action.source} />
              </li>
            ))}
        </ul>
      </CardBody>
    </Card>
  );
}
