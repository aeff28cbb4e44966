import { Button, Card, CardBody, CardTitle, PageSection, Skeleton } from '@patternfly/react-core';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { PriceCard } from '../market/PriceCard';
import { SourceLabel } from '../figures/SourceLabel';
import { useRolls } from '../options/options';
import { optionKey } from '../options/words';
import { look } from '../prefetch/recording';
import { AnalysisCard } from '../runs/AnalysisCard';
import { ProblemAlert } from '../server/ProblemAlert';
import { PageTop } from '../shell/PageTop';
import { useChosenPortfolio } from './chosen';
import { FirstSteps } from './FirstSteps';
import { HoldingsTable } from './HoldingsTable';
import { NoSuchPortfolio } from './NoSuchPortfolio';
import { PortfolioChoice } from './PortfolioChoice';
import { chartedFirst, type Portfolio, useHoldings } from './portfolios';
import { ValueHistoryCard } from './ValueHistoryCard';
import { ValueStrip } from './ValueStrip';

/** How the portfolio stands: value, history, holdings, and its analysis. */
export function DashboardPage() {
  const { portfolios, chosen, unknown, choose, isPending, error, refetch } = useChosenPortfolio();
  if (chosen && portfolios) {
    return (
      <Dashboard
        key={chosen.id}
        portfolio={chosen}
        choice={<PortfolioChoice portfolios={portfolios} chosen={chosen} onChoose={choose} />}
      />
    );
  }
  return (
    <>
      <PageTop title="Dashboard" />
      <PageSection>
        <ProblemAlert failure={error} retry={() => void refetch()} />
        {isPending && <Skeleton height="20rem" screenreaderText="Loading your portfolios" />}
        {unknown && <NoSuchPortfolio />}
        {portfolios?.length === 0 && !unknown && <FirstSteps onCreated={choose} />}
      </PageSection>
    </>
  );
}

function Dashboard({ portfolio, choice }: { portfolio: Portfolio; choice: React.ReactNode }) {
  const holdings = useHoldings(portfolio.id);
  const [symbol, setSymbol] = useState<string>();
  const choose = (chosen: string) => {
    setSymbol(chosen);
    look(chosen, 'VIEW');
  };
  const items = holdings.data?.items ?? [];
  const rolls = useRolls(
    portfolio.id,
    items.some((item) => item.option && Number(item.quantity) < 0),
  );
  const rollBySymbol = useMemo(() => new Map(rolls.data?.items.map((one) => [optionKey(one.symbol, one.expiry, one.right, one.strike), one])), [rolls.data]);
  const charted = symbol ?? chartedFirst(items);
  const empty = holdings.data !== undefined && items.length === 0 && Number(holdings.data.cash) === 0;
  const simulated = items.some((item) => item.priceSource?.toLowerCase().startsWith('simul'));
  return (
    <>
      <PageTop
        title="Dashboard"
        marks={simulated && <SourceLabel source="simulated" />}
        actions={
          <>
            {choice}
            <Button
              variant="secondary"
              component={(props) => <Link {...props} to={`/import?portfolio=${portfolio.id}`} />}
            >
              Import
            </Button>
          </>
        }
      />
      <PageSection>
        <div className="mg-stack">
          <ProblemAlert failure={holdings.error} retry={() => void holdings.refetch()} />
          {empty ? (
            <FirstSteps portfolio={portfolio} />
          ) : (
            <>
              <ValueStrip portfolio={portfolio} holdings={holdings.data} />
              <div className="mg-halves">
                <ValueHistoryCard portfolio={portfolio} />
                {charted && <PriceCard symbol={charted} />}
              </div>
              <Card>
                <CardTitle component="h2">Holdings</CardTitle>
                <CardBody>
                  {holdings.isPending && <Skeleton height="14rem" screenreaderText="Loading holdings" />}
                  {holdings.data && (
                    <HoldingsTable
                      holdings={holdings.data}
                      {...(charted ? { chosen: charted } : {})}
                      onChoose={choose}
                      rolls={rollBySymbol}
                    />
                  )}
                </CardBody>
              </Card>
              <AnalysisCard portfolio={portfolio} empty={empty} />
            </>
          )}
        </div>
      </PageSection>
    </>
  );
}
