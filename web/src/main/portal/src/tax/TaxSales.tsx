import { Button, Card, CardBody, CardTitle } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { money, quantity, signedMoney } from '../figures/amounts';
import { Change } from '../figures/Change';
import { shortDate } from '../figures/dates';
import type { TaxSale } from './taxes';

const TERMS = { SHORT: 'short', LONG: 'long', UNKNOWN: 'unknown' };
const AT_ONCE = 50;

/** The lines of Form 8949, one for each part with a basis of its own. */
export function TaxSales({ sales, year }: { sales: TaxSale[]; year: number }) {
  const [rows, setRows] = useState(AT_ONCE);
  return (
    <Card>
      <CardTitle component="h2">Sales of {year}</CardTitle>
      <CardBody>
        {sales.length === 0 && <p className="mg-subtle">Nothing was sold in {year}.</p>}
        {sales.length > 0 && (
          <Table variant="compact" aria-label={`Sales of ${year}`} className="mg-table" gridBreakPoint="grid-lg">
            <Thead>
              <Tr>
                <Th>Symbol</Th>
                <Th className="mg-right">Quantity</Th>
                <Th>Held since</Th>
                <Th>Sold</Th>
                <Th className="mg-right">Proceeds</Th>
                <Th className="mg-right">Basis</Th>
                <Th className="mg-right">Washed</Th>
                <Th className="mg-right">Counts</Th>
                <Th>Term</Th>
              </Tr>
            </Thead>
            <Tbody>
              {sales.slice(0, rows).map((sale, order) => (
                <Tr key={order}>
                  <Td dataLabel="Symbol">
                    <div>
                      <strong>{sale.symbol}</strong>
                      <div className="mg-row-note">{sale.account}</div>
                    </div>
                  </Td>
                  <Td dataLabel="Quantity" className="mg-right">
                    {quantity(sale.quantity)}
                  </Td>
                  <Td dataLabel="Held since">{sale.acquired ? shortDate(sale.acquired) : 'unknown'}</Td>
                  <Td dataLabel="Sold">{shortDate(sale.sold)}</Td>
                  <Td dataLabel="Proceeds" className="mg-right">
                    {money(sale.proceeds)}
                  </Td>
                  <Td dataLabel="Basis" className="mg-right">
                    {sale.basis === undefined ? 'unknown' : money(sale.basis)}
                  </Td>
                  <Td dataLabel="Washed" className="mg-right">
                    {Number(sale.disallowed) > 0 ? money(sale.disallowed) : '–'}
                  </Td>
                  <Td dataLabel="Counts" className="mg-right">
                    <Change of={sale.counts}>{signedMoney(sale.counts)}</Change>
                  </Td>
                  <Td dataLabel="Term">{TERMS[sale.term]}</Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        )}
        {rows < sales.length && (
          <Button variant="link" onClick={() => setRows(rows + 5 * AT_ONCE)}>
            {sales.length - rows} more
          </Button>
        )}
      </CardBody>
    </Card>
  );
}
