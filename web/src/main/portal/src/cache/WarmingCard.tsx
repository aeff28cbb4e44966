import { Alert, Button, Card, CardBody, CardHeader, CardTitle, Skeleton } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { Link } from 'react-router';
import { percent, quantity } from '../figures/amounts';
import { marketMoment, shortDate } from '../figures/dates';
import { ProblemAlert } from '../server/ProblemAlert';
import { useWarming, useWarmNow, type WarmingReport } from './cache';
import { span } from './words';

const SHOWN = 10;

/** What was loaded before the open, and what it was good for. */
export function WarmingCard() {
  const reports = useWarming();
  const warm = useWarmNow();
  return (
    <Card>
      <CardHeader
        actions={{
          actions: (
            <Button size="sm" variant="secondary" isLoading={warm.isPending} isDisabled={warm.isPending} onClick={() => warm.mutate()}>
              Warm now
            </Button>
          ),
          hasNoOffset: true,
        }}
      >
        <CardTitle component="h2">Warming before the open</CardTitle>
      </CardHeader>
      <CardBody>
        <ProblemAlert failure={warm.error} title="Nothing is warmed" />
        {warm.data && (
          <Alert component="p" isInline variant="info" title="It is being warmed" className="mg-missing">
            <p>
              <Link to={`/runs/${warm.data.id}`}>Watch the run</Link>
            </p>
          </Alert>
        )}
        <ProblemAlert failure={reports.error} retry={() => void reports.refetch()} />
        {reports.isPending && <Skeleton height="5rem" screenreaderText="Loading reports of warming" />}
        {reports.data?.length === 0 && (
          <p className="mg-subtle">
            Nothing has been warmed yet. At 09:00 and 09:25 New York time on trading days, what past openings asked for is loaded before anybody
            waits for it.
          </p>
        )}
        {reports.data && reports.data.length > 0 && (
          <Table variant="compact" aria-label="Warming" className="mg-table">
            <Thead>
              <Tr>
                <Th modifier="fitContent">Session</Th>
                <Th>Turn</Th>
                <Th className="mg-right">Warmed</Th>
                <Th className="mg-right">Used by 09:45</Th>
                <Th className="mg-right">Hit rate at the bell</Th>
                <Th className="mg-right">Waiting spared</Th>
                <Th className="mg-right">Took</Th>
              </Tr>
            </Thead>
            <Tbody>
              {reports.data.slice(0, SHOWN).map((report) => (
                <Row key={report.id} report={report} />
              ))}
            </Tbody>
          </Table>
        )}
      </CardBody>
    </Card>
  );
}

function Row({ report }: { report: WarmingReport }) {
  const { bell } = report;
  const rest = [
    report.fresh > 0 ? `${quantity(report.fresh)} fresh already` : '',
    report.failed > 0 ? `${quantity(report.failed)} failed` : '',
    report.notReached + report.beyondBudget > 0 ? `${quantity(report.notReached + report.beyondBudget)} beyond the budget` : '',
  ].filter(Boolean);
  return (
    <Tr>
      <Td dataLabel="Session" modifier="nowrap">
        {shortDate(report.session)}
        <div className="mg-row-note">{marketMoment(report.startedAt)}</div>
      </Td>
      <Td dataLabel="Turn">
        {report.turn}
        <div className="mg-row-note">
          <Link to={`/runs/${report.run}`}>its run</Link>
        </div>
      </Td>
      <Td dataLabel="Warmed" className="mg-right">
        {quantity(report.warmed)} of {quantity(report.planned)}
        <div className="mg-row-note">{rest.join(', ')}</div>
      </Td>
      <Td dataLabel="Used by 09:45" className="mg-right">
        {bell ? `${quantity(bell.used)} of ${quantity(bell.warmed)}` : 'not yet known'}
      </Td>
      <Td dataLabel="Hit rate at the bell" className="mg-right">
        {bell ? percent(bell.hitRate, 1) : '–'}
        {bell && <div className="mg-row-note">{percent(bell.hitRateWithout, 1)} without</div>}
      </Td>
      <Td dataLabel="Waiting spared" className="mg-right">
        {bell ? span(bell.savedMillis / 1_000) : '–'}
      </Td>
      <Td dataLabel="Took" className="mg-right">
        {span(report.seconds)}
      </Td>
    </Tr>
  );
}
