import { Button, Skeleton } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { money, quantity, ratio, signedMoney } from '../figures/amounts';
import { shortDate } from '../figures/dates';
import { words } from '../runs/runs';
import { ProblemAlert } from '../server/ProblemAlert';
import { Confirm } from '../shell/Confirm';
import { entryType } from './entries';
import { type Portfolio, type Transaction, useRemoveTransaction, useTransactions } from './portfolios';

/** All that happened in a portfolio, newest first. */
export function TransactionsTable({ portfolio }: { portfolio: Portfolio }) {
  const transactions = useTransactions(portfolio.id);
  const remove = useRemoveTransaction(portfolio.id);
  const [asked, setAsked] = useState<Transaction>();
  const items = transactions.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="mg-tab">
      <ProblemAlert failure={transactions.error} retry={() => void transactions.refetch()} />
      {transactions.isPending && <Skeleton height="10rem" screenreaderText="Loading transactions" />}
      {transactions.data && items.length === 0 && <p className="mg-subtle">No transactions yet: import your broker's export, or enter one by hand.</p>}
      {items.length > 0 && (
        <Table variant="compact" aria-label="Transactions" className="mg-table" gridBreakPoint="grid-lg">
          <Thead>
            <Tr>
              <Th>Date</Th>
              <Th>Type</Th>
              <Th>Symbol</Th>
              <Th className="mg-right" modifier="fitContent">
                Quantity
              </Th>
              <Th className="mg-right">Price</Th>
              <Th className="mg-right">Fees</Th>
              <Th className="mg-right">Cash</Th>
              <Th width={25}>Note</Th>
              <Th screenReaderText="Actions" />
            </Tr>
          </Thead>
          <Tbody>
            {items.map((one) => (
              <Tr key={one.id}>
                <Td dataLabel="Date" modifier="nowrap">
                  {shortDate(one.date)}
                </Td>
                <Td dataLabel="Type">{words(one.type.toLowerCase())}</Td>
                <Td dataLabel="Symbol">{one.symbol ?? '–'}</Td>
                <Td dataLabel="Quantity" className="mg-right">
                  {Number(one.quantity ?? 0) === 0 ? '–' : quantity(one.quantity)}
                </Td>
                <Td dataLabel="Price" className="mg-right">
                  {ratio(one.price)}
                </Td>
                <Td dataLabel="Fees" className="mg-right">
                  {Number(one.fees ?? 0) === 0 ? '–' : money(one.fees, one.currency)}
                </Td>
                <Td dataLabel="Cash" className="mg-right">
                  {Number(one.amount) === 0 ? '–' : signedMoney(one.amount, one.currency)}
                </Td>
                <Td dataLabel="Note" modifier="truncate" className="mg-subtle mg-whole">
                  {one.note}
                </Td>
                <Td isActionCell>
                  {!one.importId && (
                    <Button variant="link" isInline isDanger onClick={() => setAsked(one)}>
                      Remove
                    </Button>
                  )}
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
      {transactions.hasNextPage && (
        <Button variant="link" isLoading={transactions.isFetchingNextPage} onClick={() => void transactions.fetchNextPage()}>
          Older ones
        </Button>
      )}
      {asked && (
        <Confirm
          title="Remove this transaction?"
          verb="Remove transaction"
          busy={remove.isPending}
          failure={remove.error}
          onClose={() => {
            remove.reset();
            setAsked(undefined);
          }}
          onConfirm={() => remove.mutate(asked.id, { onSuccess: () => setAsked(undefined) })}
        >
          {entryType(asked.type).label} {asked.symbol} of {shortDate(asked.date)}, which was entered by hand, is removed.
        </Confirm>
      )}
    </div>
  );
}
