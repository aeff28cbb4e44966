import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter, Label, PageSection, Skeleton } from '@patternfly/react-core';
import { ChartPieIcon } from '@patternfly/react-icons';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { Link } from 'react-router';
import { BacktestForm } from '../backtests/BacktestForm';
import { localTime } from '../figures/dates';
import { usePortfolios } from '../portfolio/portfolios';
import { ProblemAlert } from '../server/ProblemAlert';
import { PageTop } from '../shell/PageTop';
import type { RunStatus } from './journal';
import { type Run, useCancelRun, useRuns, words } from './runs';

const COLOURS = { RUNNING: 'blue', COMPLETE: 'green', FAILED: 'red', CANCELLED: 'grey' } as const;
const WORDS = { RUNNING: 'at work', COMPLETE: 'complete', FAILED: 'failed', CANCELLED: 'cancelled' };

/** How a run stands. */
export function StatusLabel({ status }: { status: RunStatus }) {
  return (
    <Label isCompact color={COLOURS[status] ?? 'grey'}>
      {WORDS[status] ?? status}
    </Label>
  );
}

function took(run: Run): string {
  return run.endedAt ? `${((Date.parse(run.endedAt) - Date.parse(run.startedAt)) / 1000).toFixed(1)} s` : '–';
}

/** All runs of the signed-in user; each can be opened again as it was. */
export function RunsPage() {
  const runs = useRuns();
  const portfolios = usePortfolios();
  const cancel = useCancelRun();
  const nameOf = (run: Run) => portfolios.data?.find((one) => one.id === run.parameters.portfolio)?.name;
  return (
    <>
      <PageTop title="Analyses" subtitle="Every analysis is kept with all its figures, and can be opened again." />
      <PageSection>
        <div className="mg-stack">
          <BacktestForm />
        </div>
      </PageSection>
      <PageSection>
        <ProblemAlert failure={runs.error ?? cancel.error} />
        {runs.isPending && <Skeleton height="10rem" screenreaderText="Loading the list" />}
        {runs.data?.length === 0 && (
          <EmptyState headingLevel="h2" titleText="No analyses yet" icon={ChartPieIcon}>
            <EmptyStateBody>Open the dashboard of a portfolio that has holdings, and choose “Analyse”.</EmptyStateBody>
            <EmptyStateFooter>
              <EmptyStateActions>
                <Button component={(props) => <Link {...props} to="/" />}>To the dashboard</Button>
              </EmptyStateActions>
            </EmptyStateFooter>
          </EmptyState>
        )}
        {runs.data && runs.data.length > 0 && (
          <Table variant="compact" aria-label="Analyses" className="mg-table mg-panel">
            <Thead>
              <Tr>
                <Th>Operation</Th>
                <Th>Portfolio</Th>
                <Th>Status</Th>
                <Th>Started</Th>
                <Th className="mg-right">Took</Th>
                <Th screenReaderText="Actions" />
              </Tr>
            </Thead>
            <Tbody>
              {runs.data.map((run) => (
                <Tr key={run.id}>
                  <Td dataLabel="Operation">
                    <Link to={`/runs/${run.id}`}>{words(run.operation)}</Link>
                  </Td>
                  <Td dataLabel="Portfolio">{nameOf(run) ?? '–'}</Td>
                  <Td dataLabel="Status">
                    <StatusLabel status={run.status} />
                  </Td>
                  <Td dataLabel="Started">{localTime(run.startedAt)}</Td>
                  <Td dataLabel="Took" className="mg-right">
                    {took(run)}
                  </Td>
                  <Td isActionCell>
                    {run.status === 'RUNNING' && (
                      <Button variant="link" isDanger isInline onClick={() => cancel.mutate(run.id)}>
                        Cancel
                      </Button>
                    )}
                  </Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        )}
      </PageSection>
    </>
  );
}
