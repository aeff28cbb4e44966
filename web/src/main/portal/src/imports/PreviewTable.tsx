import { Button, Label, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { money, quantity, ratio } from '../figures/amounts';
import { shortDate } from '../figures/dates';
import { filtered, type Preview, type RowStatus } from './imports';

const STATUSES: Record<RowStatus, { words: string; colour: 'green' | 'grey' | 'blue' | 'red' }> = {
  NEW: { words: 'new', colour: 'green' },
  DUPLICATE: { words: 'here already', colour: 'blue' },
  IGNORED: { words: 'ignored', colour: 'grey' },
  ERROR: { words: 'to mend', colour: 'red' },
};
const ROWS_AT_ONCE = 100;

/** What each row of a file will do, and what is wrong with those that cannot be read. */
export function PreviewTable({ preview }: { preview: Preview }) {
  const [status, setStatus] = useState<RowStatus | 'ALL'>(preview.errors > 0 ? 'ERROR' : 'ALL');
  const [shown, setShown] = useState(ROWS_AT_ONCE);
  const rows = filtered(preview.rows, status);
  const counts: [RowStatus | 'ALL', string, number][] = [
    ['ALL', 'All', preview.rows.length],
    ['NEW', 'New', preview.new],
    ['DUPLICATE', 'Here already', preview.duplicates],
    ['IGNORED', 'Ignored', preview.ignored],
    ['ERROR', 'To mend', preview.errors],
  ];
  return (
    <div className="mg-stack">
      <ToggleGroup isCompact aria-label="Rows shown" className="mg-wrap">
        {counts
          .filter(([choice, , count]) => choice === 'ALL' || count > 0)
          .map(([choice, label, count]) => (
            <ToggleGroupItem
              key={choice}
              text={`${label} ${count}`}
              isSelected={status === choice}
              onChange={() => setStatus(choice)}
            />
          ))}
      </ToggleGroup>
      <Table variant="compact" aria-label="What each row will do" className="mg-table" gridBreakPoint="grid-lg">
        <Thead>
          <Tr>
            <Th modifier="fitContent" className="mg-right">
              Line
            </Th>
            <Th modifier="fitContent">Status</Th>
            <Th modifier="fitContent">Date</Th>
            <Th modifier="nowrap">Action</Th>
            <Th modifier="nowrap">Symbol</Th>
            <Th modifier="nowrap" className="mg-right">
              Quantity
            </Th>
            <Th modifier="nowrap" className="mg-right">
              Price
            </Th>
            <Th modifier="nowrap" className="mg-right">
              Amount
            </Th>
            <Th width={35}>What it does</Th>
          </Tr>
        </Thead>
        <Tbody>
          {rows.slice(0, shown).map((row) => (
            <Tr key={row.line}>
              <Td dataLabel="Line" className="mg-right">
                {row.line}
              </Td>
              <Td dataLabel="Status">
                <Label isCompact color={STATUSES[row.status].colour}>
                  {STATUSES[row.status].words}
                </Label>
              </Td>
              <Td dataLabel="Date" modifier="nowrap">
                {row.date ? shortDate(row.date) : '–'}
              </Td>
              <Td dataLabel="Action">{row.action}</Td>
              <Td dataLabel="Symbol">{row.symbol ?? '–'}</Td>
              <Td dataLabel="Quantity" className="mg-right">
                {quantity(row.quantity)}
              </Td>
              <Td dataLabel="Price" className="mg-right">
                {ratio(row.price)}
              </Td>
              <Td dataLabel="Amount" className="mg-right">
                {money(row.amount, row.currency)}
              </Td>
              <Td dataLabel="What it does" className="mg-whole">
                {row.fault ? (
                  <span className="mg-fault">
                    {row.fault.field}: {row.fault.value ? <q>{row.fault.value}</q> : 'nothing'} — expected {row.fault.expected}
                  </span>
                ) : (
                  (row.effect ?? '–')
                )}
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {rows.length > shown && (
        <Button variant="link" onClick={() => setShown(shown + 5 * ROWS_AT_ONCE)}>
          {rows.length - shown} more rows
        </Button>
      )}
    </div>
  );
}
