import { Card, CardBody, CardHeader, CardTitle, FormSelect, FormSelectOption, Label, Skeleton } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { Link } from 'react-router';
import { percent, quantity } from '../figures/amounts';
import { ProblemAlert } from '../server/ProblemAlert';
import { type PredictedPage, usePredictions } from './effectiveness';

const PAGES = [
  ['/', 'the dashboard'],
  ['/portfolios', 'the portfolios'],
  ['/market', 'the market'],
  ['/calendar', 'the calendar'],
  ['/runs', 'the analyses'],
  ['/import', 'the import'],
] as const;

/** What would be predicted for the administrator himself, from a page of his choice. */
export function PredictionsCard() {
  const [page, setPage] = useState<string>('/');
  const predictions = usePredictions(page);
  return (
    <Card>
      <CardHeader
        actions={{
          actions: (
            <FormSelect aria-label="Page where you are" value={page} onChange={(_, value) => setPage(value)}>
              {PAGES.map(([path, words]) => (
                <FormSelectOption key={path} value={path} label={`From ${words}`} />
              ))}
            </FormSelect>
          ),
          hasNoOffset: true,
        }}
      >
        <CardTitle component="h2">What you would open next</CardTitle>
      </CardHeader>
      <CardBody>
        <ProblemAlert failure={predictions.error} retry={() => void predictions.refetch()} />
        {predictions.isPending && <Skeleton height="6rem" screenreaderText="Loading predictions" />}
        {predictions.data?.items.length === 0 && (
          <p className="mg-subtle">
            Nothing is predicted yet: of yourself too little is recorded from there, and of others nothing is shown before several went the same way.
          </p>
        )}
        {predictions.data && predictions.data.items.length > 0 && <Predictions items={predictions.data.items} />}
      </CardBody>
    </Card>
  );
}

function Predictions({ items }: { items: PredictedPage[] }) {
  return (
    <Table variant="compact" aria-label="Predictions" className="mg-table">
      <Thead>
        <Tr>
          <Th>Page</Th>
          <Th className="mg-right">Probability</Th>
          <Th className="mg-right">Saves</Th>
          <Th className="mg-right">Wastes</Th>
          <Th className="mg-right">Calls</Th>
          <Th>Decision</Th>
        </Tr>
      </Thead>
      <Tbody>
        {items.map((item) => (
          <Tr key={item.href}>
            <Td dataLabel="Page">
              <Link to={item.href}>{item.words}</Link>
              <div className="mg-row-note">{item.reason}</div>
            </Td>
            <Td dataLabel="Probability" className="mg-right">
              {percent(item.probability, 0)}
            </Td>
            <Td dataLabel="Saves" className="mg-right">
              {millis(item.price.savedMillis)}
            </Td>
            <Td dataLabel="Wastes" className="mg-right">
              {millis(item.price.costMillis)}
            </Td>
            <Td dataLabel="Calls" className="mg-right">
              {quantity(item.price.calls, 2)}
            </Td>
            <Td dataLabel="Decision">
              <Label isCompact color={item.decision === 'PREFETCH' ? 'green' : 'grey'}>
                {item.decision === 'PREFETCH' ? 'load ahead' : 'leave'}
              </Label>
              <div className="mg-row-note">{item.why}</div>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function millis(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}
