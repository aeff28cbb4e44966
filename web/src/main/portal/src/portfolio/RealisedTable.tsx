import { FormSelect, FormSelectOption, Skeleton } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { Change } from '../figures/Change';
import { Figure } from '../figures/Figure';
import { money, quantity, signedMoney } from '../figures/amounts';
import { shortDate } from '../figures/dates';
import { useMarketClock } from '../market/clock';
import { ProblemAlert } from '../server/ProblemAlert';
import { type Portfolio, useRealised } from './portfolios';

const TERMS = { SHORT: 'short', LONG: 'long', UNKNOWN: 'unknown' };
const YEARS_BACK = 15;

/** Gains and losses of what was sold, by calendar year, as a tax return wants them. */
export function RealisedTable({ portfolio }: { portfolio: Portfolio }) {
  const [year, setYear] = useState<number>();
  const realised = useRealised(portfolio.id, year);
  const clock = useMarketClock();
  const thisYear = Number((clock.data?.now ?? new Date().toISOString()).slice(0, 4));
  const report = realised.data;
  return (
    <div className="mg-tab mg-stack">
      <ProblemAlert failure={realised.error} retry={() => void realised.refetch()} />
      <div className="mg-top__row">
        <dl className="mg-strip mg-strip--plain">
          <Figure label="Short-term" loading={!report} explanation="Held one year or less; short sales and written options always.">
            <Change of={report?.shortTerm}>{signedMoney(report?.shortTerm, portfolio.currency)}</Change>
          </Figure>
          <Figure label="Long-term" loading={!report} explanation="Held more than one year.">
            <Change of={report?.longTerm}>{signedMoney(report?.longTerm, portfolio.currency)}</Change>
          </Figure>
        </dl>
        <FormSelect
          className="mg-year"
          aria-label="Calendar year"
          value={year === undefined ? '' : String(year)}
          onChange={(_event, chosen) => setYear(chosen ? Number(chosen) : undefined)}
        >
          <FormSelectOption value="" label="All years" />
          {Array.from({ length: YEARS_BACK }, (_unused, back) => String(thisYear - back)).map((one) => (
            <FormSelectOption key={one} value={one} label={one} />
          ))}
        </FormSelect>
      </div>
      {realised.isPending && <Skeleton height="8rem" screenreaderText="Loading realised gains" />}
      {report && report.unknown > 0 && (
        <p className="mg-subtle">{report.unknown} sales have no known cost and are not in the sums.</p>
      )}
      {report?.items.length === 0 && <p className="mg-subtle">Nothing was sold in that time.</p>}
      {report && report.items.length > 0 && (
        <Table variant="compact" aria-label="Realised gains" className="mg-table" gridBreakPoint="grid-lg">
          <Thead>
            <Tr>
              <Th>Symbol</Th>
              <Th className="mg-right">Quantity</Th>
              <Th>Opened</Th>
              <Th>Closed</Th>
              <Th className="mg-right">Proceeds</Th>
              <Th className="mg-right">Basis</Th>
              <Th className="mg-right">Gain</Th>
              <Th>Term</Th>
            </Tr>
          </Thead>
          <Tbody>
            {report.items.map((gain, order) => (
              <Tr key={`${gain.lot}-${order}`}>
                <Td dataLabel="Symbol">{gain.symbol}</Td>
                <Td dataLabel="Quantity" className="mg-right">
                  {quantity(gain.quantity)}
                </Td>
                <Td dataLabel="Opened">{gain.opened ? shortDate(gain.opened) : 'before the history'}</Td>
                <Td dataLabel="Closed">{shortDate(gain.closed)}</Td>
                <Td dataLabel="Proceeds" className="mg-right">
                  {money(gain.proceeds, portfolio.currency)}
                </Td>
                <Td dataLabel="Basis" className="mg-right">
                  {gain.basis === undefined ? 'unknown' : money(gain.basis, portfolio.currency)}
                </Td>
                <Td dataLabel="Gain" className="mg-right">
                  <Change of={gain.gain}>{signedMoney(gain.gain, portfolio.currency)}</Change>
                </Td>
                <Td dataLabel="Term">{TERMS[gain.term]}</Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </div>
  );
}
