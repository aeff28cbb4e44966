import { Label } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { money, quantity } from '../figures/amounts';
import { shortDate } from '../figures/dates';
import type { Wash } from './taxes';

/** Losses that do not count now, each with the purchase that caused it. */
export function WashTable({ washes, year }: { washes: Wash[]; year: number }) {
  if (washes.length === 0) {
    return <p className="mg-subtle">No loss of {year} was washed.</p>;
  }
  return (
    <Table variant="compact" aria-label="Wash sales" className="mg-table" gridBreakPoint="grid-lg">
      <Thead>
        <Tr>
          <Th>Sold at a loss</Th>
          <Th className="mg-right">Quantity</Th>
          <Th className="mg-right">Loss</Th>
          <Th>Caused by</Th>
          <Th>What becomes of it</Th>
        </Tr>
      </Thead>
      <Tbody>
        {washes.map((wash, order) => (
          <Tr key={`${wash.closing} ${order}`}>
            <Td dataLabel="Sold at a loss">
              <strong>{wash.symbol}</strong> {shortDate(wash.sold)}
            </Td>
            <Td dataLabel="Quantity" className="mg-right">
              {quantity(wash.quantity)}
            </Td>
            <Td dataLabel="Loss" className="mg-right">
              {money(wash.loss)}
            </Td>
            <Td dataLabel="Caused by">
              {wash.replacement}, bought {shortDate(wash.bought)} in {wash.account}
            </Td>
            <Td dataLabel="What becomes of it">
              {wash.forGood ? (
                <Label isCompact color="red">
                  lost for good: bought in a retirement account
                </Label>
              ) : (
                'added to the basis of what was bought'
              )}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
