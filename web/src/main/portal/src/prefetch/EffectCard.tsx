import { Card, CardBody, CardTitle } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { percent, roundCount } from '../figures/amounts';
import { ownTime } from '../figures/dates';
import { pageWords } from './pages';
import type { Comparison, Effect, LoadGroup, PerLoad, PrefetchReport } from './effectiveness';

/** What users felt: pages' load times with and without pages loaded ahead, and what that cost. */
export function EffectCard({ effect, share, settled }: { effect?: Effect; share: number; settled: PrefetchReport['settled'] }) {
  const comparison = effect?.comparison;
  return (
    <Card>
      <CardTitle component="h2">Perceived load time</CardTitle>
      <CardBody>
        <div className="mg-stack">
          <p className="mg-subtle">
            For {percent(share, 0)} of users pages are loaded ahead, for the others not; which one a user belongs to is drawn by a hash of his id and stays.
            From the click until the content stood there, all nodes
            {effect && `, since ${ownTime(effect.since)}: two weeks at most, and only since users are split as they are now`}.
            {effect?.sampled && ' Of so many users some are compared, drawn at random.'}
          </p>
          {!comparison && <p className="mg-subtle">No browser has told of a load time yet.</p>}
          {effect && comparison && (
            <>
              <Table variant="compact" aria-label="Perceived load time" className="mg-table">
                <Thead>
                  <Tr>
                    <Th>Users</Th>
                    <Th className="mg-right">Number</Th>
                    <Th className="mg-right">Loads</Th>
                    <Th className="mg-right">Median</Th>
                    <Th className="mg-right">95th percentile</Th>
                    <Th className="mg-right">No source called</Th>
                    <Th className="mg-right">Source calls a load</Th>
                    <Th className="mg-right">Of these ahead</Th>
                  </Tr>
                </Thead>
                <Tbody>
                  <Row label="with pages loaded ahead" group={comparison.with} />
                  <Row label="without" group={comparison.without} />
                </Tbody>
              </Table>
              <Verdict comparison={comparison} />
              <p className="mg-subtle">
                Computed at {ownTime(effect.at)}, once a minute. A load called no source where the browser or the shelves had all of it; pages without
                anything of shelves are not counted there. Intervals are of 95%, by resampling users, from ten users on. Of what this node has loaded ahead
                since its start, and is settled, {settled.used + settled.wasted === 0 ? 'there is nothing yet' : `${percent(settled.wastedShare, 0)} was wasted`}
                : {roundCount(Math.round(settled.wastedCalls))} calls for nothing.
              </p>
              {comparison.pages.length > 0 && <Pages comparison={comparison} />}
            </>
          )}
        </div>
      </CardBody>
    </Card>
  );
}

function Verdict({ comparison: { saved, low, high, words } }: { comparison: Comparison }) {
  return (
    <p>
      {saved !== undefined && low !== undefined && high !== undefined && (
        <>
          The same page takes {percent(Math.abs(saved), 0)} {saved < 0 ? 'longer' : 'less'} with it; 95% interval of what is saved {percent(low, 0)} to{' '}
          {percent(high, 0)}, by resampling users.{' '}
        </>
      )}
      {words}
    </p>
  );
}

function Pages({ comparison }: { comparison: Comparison }) {
  return (
    <Table variant="compact" aria-label="What is saved by page" className="mg-table">
      <Thead>
        <Tr>
          <Th>Page</Th>
          <Th className="mg-right">Loads with</Th>
          <Th className="mg-right">Loads without</Th>
          <Th className="mg-right">Saved</Th>
        </Tr>
      </Thead>
      <Tbody>
        {comparison.pages.map((one) => (
          <Tr key={one.page}>
            <Td dataLabel="Page">{ROUTE_WORDS[one.page] ?? pageWords(one.page)}</Td>
            <Td dataLabel="Loads with" className="mg-right">
              {roundCount(one.with)}
            </Td>
            <Td dataLabel="Loads without" className="mg-right">
              {roundCount(one.without)}
            </Td>
            <Td dataLabel="Saved" className="mg-right">
              {percent(one.saved, 0)}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

const ROUTE_WORDS: Record<string, string> = {
  '/market/:symbol': 'A symbol',
  '/portfolios/:id': 'A portfolio',
  '/runs/:run': 'An analysis',
};

/** A mean with its interval. */
function Measured({ of, write }: { of: PerLoad | undefined; write: (value: number) => string }) {
  if (!of) {
    return '–';
  }
  return (
    <>
      {write(of.mean)}
      <span className="mg-subtle"> {of.low === undefined || of.high === undefined ? 'not enough users' : `${write(of.low)} to ${write(of.high)}`}</span>
    </>
  );
}

const share = (value: number) => percent(value, 0);
const perLoad = (value: number) => value.toFixed(2);

function Row({ label, group }: { label: string; group: LoadGroup }) {
  const none = group.visits === 0;
  return (
    <Tr>
      <Td dataLabel="Users">{label}</Td>
      <Td dataLabel="Number" className="mg-right">
        {roundCount(group.users)}
      </Td>
      <Td dataLabel="Loads" className="mg-right">
        {roundCount(group.visits)}
      </Td>
      <Td dataLabel="Median" className="mg-right">
        {none ? '–' : `${Math.round(group.medianMillis)} ms`}
      </Td>
      <Td dataLabel="95th percentile" className="mg-right">
        {none ? '–' : `${Math.round(group.p95Millis)} ms`}
      </Td>
      <Td dataLabel="No source called" className="mg-right">
        <Measured of={group.hits} write={share} />
      </Td>
      <Td dataLabel="Source calls a load" className="mg-right">
        <Measured of={group.calls} write={perLoad} />
      </Td>
      <Td dataLabel="Of these ahead" className="mg-right">
        <Measured of={group.aheadCalls} write={perLoad} />
      </Td>
    </Tr>
  );
}
