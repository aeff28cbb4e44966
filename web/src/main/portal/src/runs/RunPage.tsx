import { Breadcrumb, BreadcrumbItem, Button, PageSection } from '@patternfly/react-core';
import { Link, useParams } from 'react-router';
import { exchangeTime, localTime, shortDate } from '../figures/dates';
import { usePortfolios } from '../portfolio/portfolios';
import { PartLevel } from '../risk/PartTitle';
import { ProblemAlert } from '../server/ProblemAlert';
import { PageTop } from '../shell/PageTop';
import { AnalysisView } from './AnalysisView';
import { StatusLabel } from './RunsPage';
import { useCancelRun, words } from './runs';
import { useRunStream } from './useRunStream';

/** One run, live or as it was. */
export function RunPage() {
  const { run = '' } = useParams();
  const watched = useRunStream(run);
  const cancel = useCancelRun();
  const portfolios = usePortfolios();
  const { view } = watched;
  const portfolio = portfolios.data?.find((one) => one.id === view.parameters.portfolio);
  const title = view.operation ? `${words(view.operation)}${portfolio ? ` of ${portfolio.name}` : ''}` : 'Analysis';
  return (
    <>
      <PageSection hasBodyWrapper={false} className="mg-crumbs">
        <Breadcrumb>
          <BreadcrumbItem render={() => <Link to="/runs">Analyses</Link>} />
          <BreadcrumbItem isActive>{title}</BreadcrumbItem>
        </Breadcrumb>
      </PageSection>
      <PageTop
        title={title}
        marks={view.status !== 'CONNECTING' && <StatusLabel status={view.status} />}
        subtitle={
          view.startedAt &&
          `Started ${localTime(view.startedAt)}${view.asOf ? `, as of ${shortDate(view.asOf)} ${exchangeTime(view.asOf)} New York` : ''}${
            view.seconds === undefined ? '' : `, took ${view.seconds.toFixed(1)} s`
          }`
        }
        actions={
          view.status === 'RUNNING' && (
            <Button variant="secondary" isDanger isLoading={cancel.isPending} onClick={() => cancel.mutate(run)}>
              Cancel
            </Button>
          )
        }
      />
      <PageSection>
        <ProblemAlert failure={cancel.error} />
        <PartLevel.Provider value="h2">
          <AnalysisView watched={watched} />
        </PartLevel.Provider>
      </PageSection>
    </>
  );
}
