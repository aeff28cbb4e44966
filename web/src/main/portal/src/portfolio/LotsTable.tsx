import { Skeleton } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { money, quantity, ratio } from '../figures/amounts';
import { shortDate } from '../figures/dates';
import { ProblemAlert } from '../server/ProblemAlert';
import { type Lot, type Portfolio, useLots } from './portfolios';
import { useSorting } from './sorting';

const each = (lot: Lot) =>
  lot.costBasis === undefined || Number(lot.quantity) === 0 ? undefined : Number(lot.costBasis) / Number(lot.quantity);

/** What is left of each purchase and short sale. */
export function LotsTable({ portfolio }: { portfolio: Portfolio }) {
  const lots = useLots(portfolio.id);
  const { sorted, sort } = useSorting<Lot>(
    lots.data ?? [],
    [(lot) => lot.symbol, (lot) => lot.opened, (lot) => lot.quantity, (lot) => lot.costBasis],
    0,
    true,
  );
  return (
    <div className="mg-tab">
      <ProblemAlert failure={lots.error} retry={() => void lots.refetch()} />
      {lots.isPending && <Skeleton height="10rem" screenreaderText="Loading lots" />}
      {lots.data?.length === 0 && <p className="mg-subtle">Nothing is held.</p>}
      {sorted.length > 0 && (
        <Table variant="compact" aria-label="Open lots" className="mg-table">
          <Thead>
            <Tr>
              <Th sort={sort(0)}>Symbol</Th>
              <Th sort={sort(1)}>Opened</Th>
              <Th sort={sort(2)} className="mg-right">
                Quantity
              </Th>
              <Th className="mg-right">Cost each</Th>
              <Th sort={sort(3)} className="mg-right">
                Cost basis
              </Th>
            </Tr>
          </Thead>
          <Tbody>
            {sorted.map((lot) => (
              <Tr key={lot.id}>
                <Td dataLabel="Symbol">{lot.symbol}</Td>
                <Td dataLabel="Opened">{lot.opened ? shortDate(lot.opened) : 'before the history'}</Td>
                <Td dataLabel="Quantity" className="mg-right">
                  {quantity(lot.quantity)}
                </Td>
                <Td dataLabel="Cost each" className="mg-right">
                  {ratio(each(lot))}
                </Td>
                <Td dataLabel="Cost basis" className="mg-right">
                  {lot.costBasis === undefined ? 'unknown' : money(lot.costBasis, portfolio.currency)}
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </div>
  );
}
