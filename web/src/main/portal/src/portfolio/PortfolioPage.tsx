import { Breadcrumb, BreadcrumbItem, Button, PageSection, Skeleton, Tab, Tabs, TabTitleText } from '@patternfly/react-core';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { ImportList } from '../imports/ImportList';
import { Problem } from '../server/problem';
import { ProblemAlert } from '../server/ProblemAlert';
import { NotFoundPage } from '../shell/NotFoundPage';
import { PageTop } from '../shell/PageTop';
import { LotsTable } from './LotsTable';
import { lotMethodLabel } from './PortfolioForm';
import { usePortfolio } from './portfolios';
import { RealisedTable } from './RealisedTable';
import { TransactionForm } from './TransactionForm';
import { TransactionsTable } from './TransactionsTable';

/** One portfolio's books: transactions, lots, realised gains, imports. */
export function PortfolioPage() {
  const { id = '' } = useParams();
  const portfolio = usePortfolio(id);
  const [search, setSearch] = useSearchParams();
  const [entering, setEntering] = useState(false);
  const tab = search.get('tab') ?? 'transactions';
  if (portfolio.error instanceof Problem && portfolio.error.status === 404) {
    return <NotFoundPage />;
  }
  const name = portfolio.data?.name ?? 'Portfolio';
  return (
    <>
      <PageSection hasBodyWrapper={false} className="mg-crumbs">
        <Breadcrumb>
          <BreadcrumbItem render={() => <Link to="/portfolios">Portfolios</Link>} />
          <BreadcrumbItem isActive>{name}</BreadcrumbItem>
        </Breadcrumb>
      </PageSection>
      <PageTop
        title={name}
        subtitle={portfolio.data && `${portfolio.data.currency}, lots sold: ${lotMethodLabel(portfolio.data.lotMethod).toLowerCase()}`}
        actions={
          <>
            <Button variant="secondary" onClick={() => setEntering(true)} isDisabled={!portfolio.data}>
              Enter a transaction
            </Button>
            <Button variant="secondary" component={(props) => <Link {...props} to={`/import?portfolio=${id}`} />}>
              Import
            </Button>
            <Button component={(props) => <Link {...props} to={`/?portfolio=${id}`} />}>Dashboard</Button>
          </>
        }
      />
      <PageSection>
        {entering && portfolio.data && <TransactionForm portfolio={portfolio.data} onClose={() => setEntering(false)} />}
        <ProblemAlert failure={portfolio.error} retry={() => void portfolio.refetch()} />
        {portfolio.isPending && <Skeleton height="10rem" screenreaderText="Loading the portfolio" />}
        {portfolio.data && (
          <div className="mg-panel">
            <Tabs
              activeKey={tab}
              onSelect={(_event, chosen) => setSearch({ tab: String(chosen) }, { replace: true })}
              mountOnEnter
              unmountOnExit
              aria-label="Books"
            >
              <Tab eventKey="transactions" title={<TabTitleText>Transactions</TabTitleText>}>
                <TransactionsTable portfolio={portfolio.data} />
              </Tab>
              <Tab eventKey="lots" title={<TabTitleText>Open lots</TabTitleText>}>
                <LotsTable portfolio={portfolio.data} />
              </Tab>
              <Tab eventKey="realised" title={<TabTitleText>Realised gains</TabTitleText>}>
                <RealisedTable portfolio={portfolio.data} />
              </Tab>
              <Tab eventKey="imports" title={<TabTitleText>Imports</TabTitleText>}>
                <div className="mg-tab">
                  <ImportList portfolio={id} />
                </div>
              </Tab>
            </Tabs>
          </div>
        )}
      </PageSection>
    </>
  );
}
