import { Label } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { bytes } from '../cache/words';
import { quantity, roundCount } from '../figures/amounts';
import type { Summary } from './statements';

const DECISIONS = { KEPT: ['kept', 'green'], NOT_YET: ['not yet', 'grey'], DROPPED: ['dropped', 'orange'] } as const;

/** What is kept ready in the place of statements. */
export function SummariesTable({ summaries }: { summaries: Summary[] }) {
  return (
    <Table variant="compact" aria-label="Summaries" className="mg-table">
      <Thead>
        <Tr>
          <Th>Summary</Th>
          <Th>Decision</Th>
          <Th className="mg-right">Room</Th>
          <Th className="mg-right">Answers</Th>
          <Th className="mg-right">Statements saved</Th>
        </Tr>
      </Thead>
      <Tbody>
        {summaries.map((one) => {
          const [word, colour] = DECISIONS[one.decision];
          return (
            <Tr key={one.name}>
              <Td dataLabel="Summary">
                {one.name}
                <div className="mg-row-note">{one.why}</div>
              </Td>
              <Td dataLabel="Decision">
                <Label isCompact color={colour}>
                  {word}
                </Label>
              </Td>
              <Td dataLabel="Room" className="mg-right">
                {bytes(one.bytes)}
                <div className="mg-row-note">{roundCount(one.entries)} entries</div>
              </Td>
              <Td dataLabel="Answers" className="mg-right">
                {roundCount(one.hits)}
                <div className="mg-row-note">made in {quantity(one.makingMillis, 0)} ms</div>
              </Td>
              <Td dataLabel="Statements saved" className="mg-right">
                {quantity(one.saved, 0)}
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
}
