import { Button, Card, CardBody, CardHeader, CardTitle, EmptyState, EmptyStateBody } from '@patternfly/react-core';
import { ChartPieIcon } from '@patternfly/react-icons';
import { useState } from 'react';
import { Link } from 'react-router';
import { localTime } from '../figures/dates';
import type { Portfolio } from '../portfolio/portfolios';
import { ProblemAlert } from '../server/ProblemAlert';
import { AnalysisView } from './AnalysisView';
import { useCancelRun, useRuns, useStartRun } from './runs';
import { useRunStream } from './useRunStream';

/** The latest analysis of a portfolio, arriving live while it is at work, and the way to a new one. */
export function AnalysisCard({ portfolio, empty }: { portfolio: Portfolio; empty: boolean }) {
  const runs = useRuns();
  const start = useStartRun();
  const cancel = useCancelRun();
  const [started, setStarted] = useState<{ portfolio: string; run: string }>();
  const latest = runs.data?.find(
    (run) => run.operation === 'portfolio_analysis' && run.parameters.portfolio === portfolio.id,
  );
  const shown = started?.portfolio === portfolio.id ? started.run : latest?.id;
  const watched = useRunStream(shown);
  const working = shown !== undefined && (watched.view.status === 'RUNNING' || watched.view.status === 'CONNECTING') && !watched.problem;

  const analyse = () =>
    start.mutate(
      { operation: 'portfolio_analysis', parameters: { portfolio: portfolio.id } },
      { onSuccess: (run) => setStarted({ portfolio: portfolio.id, run }) },
    );

  const actions = (
    <div className="mg-top__actions">
      {working ? (
        <Button variant="secondary" isDanger isLoading={cancel.isPending} onClick={() => cancel.mutate(shown)}>
          Cancel
        </Button>
      ) : (
        <Button onClick={analyse} isLoading={start.isPending} isDisabled={start.isPending || empty}>
          {shown ? 'Analyse again' : 'Analyse'}
        </Button>
      )}
      {shown && (
        <Button variant="link" isInline component={(props) => <Link {...props} to={`/runs/${shown}`} />}>
          Own page
        </Button>
      )}
    </div>
  );

  return (
    <Card className="mg-analysis-card">
      <CardHeader actions={{ actions, hasNoOffset: true }}>
        <CardTitle component="h2">Analysis</CardTitle>
        {watched.view.startedAt && (
          <p className="mg-row-note">
            {localTime(watched.view.startedAt)}
            {watched.view.seconds !== undefined && `, took ${watched.view.seconds.toFixed(1)} s`}
          </p>
        )}
      </CardHeader>
      <CardBody>
        <ProblemAlert failure={start.error ?? cancel.error} />
        {shown ? (
          <AnalysisView watched={watched} />
        ) : (
          !runs.isPending && (
            <EmptyState headingLevel="h3" titleText="Not analysed yet" icon={ChartPieIcon} variant="sm">
              <EmptyStateBody>
                {empty
                  ? 'Import transactions first; then risk, sectors and performance are worked out here.'
                  : 'Risk, sector exposure, performance and a summary arrive here one by one.'}
              </EmptyStateBody>
            </EmptyState>
          )
        )}
      </CardBody>
    </Card>
  );
}
