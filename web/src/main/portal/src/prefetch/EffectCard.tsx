import { Card, CardBody, CardTitle } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { percent, roundCount } from '../figures/amounts';
import type { Comparison, LoadGroup } from './effectiveness';

/** What users felt: pages' load times with and without pages loaded ahead. */
export function EffectCard({ comparison, share }: { comparison?: Comparison; share: number }) {
  return (
    <Card>
      <CardTitle component="h2">Perceived load time</CardTitle>
      <CardBody>
        <div className="mg-stack">
          <p className="mg-subtle">
            For {percent(share, 0)} of users pages are loaded ahead, for the others not; which one a user belongs to is drawn by a hash of his id and stays.
            From the click until the content stood there, of the last 30 days, all nodes.
          </p>
          {!comparison && <p className="mg-subtle">No browser has told of a load time yet.</p>}
          {comparison && (
            <>
              <Table variant="compact" aria-label="Perceived load time" className="mg-table">
                <Thead>
                  <Tr>
                    <Th>Users</Th>
                    <Th className="mg-right">Number</Th>
                    <Th className="mg-right">Visits</Th>
                    <Th className="mg-right">Median</Th>
                    <Th className="mg-right">95th percentile</Th>
                    <Th className="mg-right">Data was there</Th>
                  </Tr>
                </Thead>
                <Tbody>
                  <Row label="with pages loaded ahead" group={comparison.with} />
                  <Row label="without" group={comparison.without} />
                </Tbody>
              </Table>
              <p>
                {comparison.saved !== undefined && comparison.low !== undefined && comparison.high !== undefined && (
                  <>
                    The median is {percent(comparison.saved, 0)} lower with it; 95% interval {percent(comparison.low, 0)} to {percent(comparison.high, 0)},
                    by resampling users.{' '}
                  </>
                )}
                {comparison.words}
              </p>
            </>
          )}
        </div>
      </CardBody>
    </Card>
  );
}

function Row({ label, group }: { label: string; group: LoadGroup }) {
  const none = group.visits === 0;
  return (
    <Tr>
      <Td dataLabel="Users">{label}</Td>
      <Td dataLabel="Number" className="mg-right">
        {roundCount(group.users)}
      </Td>
      <Td dataLabel="Visits" className="mg-right">
        {roundCount(group.visits)}
      </Td>
      <Td dataLabel="Median" className="mg-right">
        {none ? '–' : `${Math.round(group.medianMillis)} ms`}
      </Td>
      <Td dataLabel="95th percentile" className="mg-right">
        {none ? '–' : `${Math.round(group.p95Millis)} ms`}
      </Td>
      <Td dataLabel="Data was there" className="mg-right">
        {none ? '–' : percent(group.warm, 0)}
      </Td>
    </Tr>
  );
}
