import { Alert, Button, Card, CardBody, CardHeader, CardTitle, Skeleton } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { Link } from 'react-router';
import { bytes, span } from '../cache/words';
import { quantity, roundCount } from '../figures/amounts';
import { ownTime } from '../figures/dates';
import { Figure } from '../figures/Figure';
import { ProblemAlert } from '../server/ProblemAlert';
import { outcome, type Precomputation, type QueryReport, usePrecompute, useQueryReport } from './statements';
import { SummariesTable } from './SummariesTable';

const SHOWN = 8;

/** The statements that the database is asked, and what is computed or kept so that it is asked fewer. */
export function StatementsCard() {
  const report = useQueryReport();
  const compute = usePrecompute();
  return (
    <Card>
      <CardHeader
        actions={{
          actions: (
            <Button size="sm" variant="secondary" isLoading={compute.isPending} isDisabled={compute.isPending} onClick={() => compute.mutate()}>
              Compute ahead now
            </Button>
          ),
          hasNoOffset: true,
        }}
      >
        <CardTitle component="h2">Statements of the database</CardTitle>
      </CardHeader>
      <CardBody>
        <ProblemAlert failure={compute.error} title="Nothing is computed ahead" />
        {compute.data && (
          <Alert component="p" isInline variant="info" title="It is being computed" className="mg-missing">
            <p>
              <Link to={`/runs/${compute.data.id}`}>Watch the run</Link>
            </p>
          </Alert>
        )}
        <ProblemAlert failure={report.error} retry={() => void report.refetch()} />
        {report.isPending && <Skeleton height="10rem" screenreaderText="Loading statements" />}
        {report.data && (
          <div className="mg-stack">
            <Figures report={report.data} />
            <Precomputations reports={report.data.precomputations} />
            <SummariesTable summaries={report.data.summaries} />
            <Costs report={report.data} />
          </div>
        )}
      </CardBody>
    </Card>
  );
}

function Figures({ report }: { report: QueryReport }) {
  const { busy, last, next } = report;
  return (
    <dl className="mg-grid-figures">
      <Figure label="In the last day" note={`${span(report.millis / 1_000)} spent in them, on all nodes`}>
        {roundCount(report.count)}
      </Figure>
      <Figure
        label="Expected next"
        explanation="In the coming quarter of an hour, from the same quarter of earlier days and weeks."
        note={last ? `last quarter ${roundCount(last.came)} of ${roundCount(last.expected)} expected` : 'nothing known of the last quarter'}
      >
        {next.fromWindows === 0 ? '–' : roundCount(next.count)}
      </Figure>
      <Figure
        label="Busy hour"
        explanation="The hour of the coming day that is expected to run the most statements. Before it, what it will ask for is computed."
        note={busy ? `${roundCount(busy.expected)} expected, ${roundCount(busy.usual)} in a usual hour` : 'not enough is known yet'}
      >
        {busy ? ownTime(busy.start) : '–'}
      </Figure>
    </dl>
  );
}

function Precomputations({ reports }: { reports: Precomputation[] }) {
  if (reports.length === 0) {
    return <p className="mg-subtle">Nothing has been computed ahead of a busy hour yet.</p>;
  }
  return (
    <Table variant="compact" aria-label="Computed ahead of busy hours" className="mg-table">
      <Thead>
        <Tr>
          <Th>Computed ahead of</Th>
          <Th className="mg-right">Values</Th>
          <Th className="mg-right">Used</Th>
          <Th className="mg-right">Statements saved</Th>
          <Th className="mg-right">Waiting spared</Th>
          <Th className="mg-right">Room</Th>
        </Tr>
      </Thead>
      <Tbody>
        {reports.slice(0, SHOWN).map((report) => (
          <Row key={report.id} report={report} />
        ))}
      </Tbody>
    </Table>
  );
}

function Row({ report }: { report: Precomputation }) {
  const came = outcome(report);
  const left = [
    report.there > 0 ? `${quantity(report.there)} there already` : '',
    report.shortLived > 0 ? `${quantity(report.shortLived)} would have ended before` : '',
    report.unlikely > 0 ? `${quantity(report.unlikely)} unlikely` : '',
    report.beyondBudget + report.notReached > 0 ? `${quantity(report.beyondBudget + report.notReached)} beyond the budget` : '',
    report.failed > 0 ? `${quantity(report.failed)} failed` : '',
  ].filter(Boolean);
  return (
    <Tr>
      <Td dataLabel="Computed ahead of">
        {ownTime(report.window)}
        <div className="mg-row-note">
          {report.turn}, <Link to={`/runs/${report.run}`}>its run</Link>
        </div>
        {report.summaries.map((sentence) => (
          <div key={sentence} className="mg-row-note">
            {sentence}
          </div>
        ))}
      </Td>
      <Td dataLabel="Values" className="mg-right">
        {quantity(report.loaded)} of {quantity(report.candidates)}
        <div className="mg-row-note">{left.join(', ')}</div>
      </Td>
      <Td dataLabel="Used" className="mg-right">
        {quantity(came.used)}
        <div className="mg-row-note">{report.settled ? `${quantity(came.wasted)} wasted` : `${quantity(came.wasted)} wasted so far`}</div>
      </Td>
      <Td dataLabel="Statements saved" className="mg-right">
        {quantity(came.savedStatements, 0)}
      </Td>
      <Td dataLabel="Waiting spared" className="mg-right">
        {span(came.savedMillis / 1_000)}
      </Td>
      <Td dataLabel="Room" className="mg-right">
        {bytes(report.bytes)}
      </Td>
    </Tr>
  );
}

function Costs({ report }: { report: QueryReport }) {
  if (report.shelves.length === 0) {
    return null;
  }
  return (
    <Table variant="compact" aria-label="What loads of shelves cost" className="mg-table">
      <Thead>
        <Tr>
          <Th>Shelf</Th>
          <Th className="mg-right">Asked</Th>
          <Th className="mg-right">Loads</Th>
          <Th className="mg-right">Statements a load</Th>
          <Th className="mg-right">In the database</Th>
          <Th className="mg-right">A load takes</Th>
        </Tr>
      </Thead>
      <Tbody>
        {report.shelves.map((one) => (
          <Tr key={one.shelf}>
            <Td dataLabel="Shelf">{one.shelf}</Td>
            <Td dataLabel="Asked" className="mg-right">
              {roundCount(one.asked)}
            </Td>
            <Td dataLabel="Loads" className="mg-right">
              {roundCount(one.loads)}
            </Td>
            <Td dataLabel="Statements a load" className="mg-right">
              {quantity(one.statements, 1)}
            </Td>
            <Td dataLabel="In the database" className="mg-right">
              {quantity(one.databaseMillis, 1)} ms
            </Td>
            <Td dataLabel="A load takes" className="mg-right">
              {quantity(one.loadMillis, 1)} ms
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
