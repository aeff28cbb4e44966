import { Card, CardBody, CardTitle, ExpandableSection, Label, Skeleton } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { shortDate } from '../figures/dates';
import { Problem } from '../server/problem';
import { ProblemAlert } from '../server/ProblemAlert';
import { useSignals } from './signals';
import { readingWords, recordWords } from './words';

/** What indicators are read as, each beside what came of it before. */
export function SignalsCard({ symbol }: { symbol: string }) {
  const signals = useSignals(symbol);
  if (signals.error instanceof Problem && [404, 422].includes(signals.error.status)) {
    return null;
  }
  const { data } = signals;
  return (
    <Card component="section" aria-label="Signals">
      <CardTitle component="h2">Signals</CardTitle>
      <CardBody>
        <ProblemAlert failure={signals.error} retry={() => void signals.refetch()} />
        {signals.isPending && <Skeleton height="12rem" screenreaderText="Loading signals" />}
        {data && (
          <>
            <p className="mg-subtle">
              After the close of {shortDate(data.date)}; judged over {data.window} sessions on {data.sessions} days since {shortDate(data.from)}.
            </p>
            <div className="mg-scroll">
              <Table aria-label="Signals" variant="compact">
                <Thead>
                  <Tr>
                    <Th>Signal</Th>
                    <Th modifier="nowrap">Read as</Th>
                    <Th>What came of it here</Th>
                  </Tr>
                </Thead>
                <Tbody>
                  {data.items.map((item) => (
                    <Tr key={item.kind}>
                      <Td dataLabel="Signal">
                        {item.title}
                        <div className="mg-figure__note">{item.says}</div>
                      </Td>
                      <Td dataLabel="Read as">
                        <span>
                          <Label isCompact variant="outline" color={item.reading === 'NOTHING' ? 'grey' : 'blue'}>
                            {readingWords(item.reading)}
                          </Label>
                        </span>
                      </Td>
                      <Td dataLabel="What came of it here">
                        {item.verdict}
                        <div className="mg-figure__note">{recordWords(item)}</div>
                      </Td>
                    </Tr>
                  ))}
                </Tbody>
              </Table>
            </div>
            <ExpandableSection toggleText="All records">
              <ul className="mg-faults">
                {data.items.flatMap((item) =>
                  item.records.map((record) => (
                    <li key={item.kind + record.claim}>
                      <strong>
                        {item.title}, {readingWords(record.claim).toLowerCase()}.
                      </strong>{' '}
                      {record.words}
                    </li>
                  )),
                )}
              </ul>
            </ExpandableSection>
          </>
        )}
      </CardBody>
    </Card>
  );
}
