import { Card, CardBody, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { money, percent, roundMoney, signedMoney, signedPercent } from '../figures/amounts';
import { PartTitle } from './PartTitle';
import type { Cell, ProjectionReport } from './reports';
import { cellWords, depth, signedPoints } from './riskWords';

/** Profit and loss by price and volatility as a heat map, for one time from now. */
export function ProjectionCard({ report }: { report: ProjectionReport }) {
  const [days, setDays] = useState(report.days[0] ?? 0);
  const largest = Math.max(...report.cells.map((cell) => Math.abs(Number(cell.gain))), 0);
  const rows = [...report.volatilities].reverse();
  const flat = rows.every((volatility) =>
    report.cells.every((cell) => cell.volatility !== volatility || cell.gain === find(report, cell.price, 0, cell.days)?.gain),
  );
  return (
    <Card component="section" aria-label="Profit and loss ahead" className="mg-span">
      <PartTitle>Profit and loss by price, volatility and time</PartTitle>
      <CardBody>
        <p className="mg-card-lead">
          {report.maximumLoss > 0 ? (
            <>
              Most is lost at {cellWords(report.worst)}: <strong>{money(Math.abs(Number(report.worst.gain)), report.currency)}</strong>, {percent(report.maximumLoss, 1)} of the value.
              {report.atEdge && ' That is the edge of the grid: farther moves may lose more.'}
            </>
          ) : (
            'Nothing on this grid loses.'
          )}
        </p>
        <ToggleGroup isCompact aria-label="When">
          {report.days.map((one) => (
            <ToggleGroupItem key={one} text={one === 0 ? 'Today' : `${one} sessions`} isSelected={one === days} onChange={() => setDays(one)} />
          ))}
        </ToggleGroup>
        <div className="mg-scroll mg-after" tabIndex={0} role="region" aria-label="Heat map of profit and loss">
          <Table variant="compact" gridBreakPoint="" className="mg-heat" aria-label={`Profit and loss ${days === 0 ? 'today' : `in ${days} sessions`}`}>
            <Thead>
              <Tr>
                <Th>Volatility</Th>
                {report.prices.map((price) => (
                  <Th key={price} className="mg-right">
                    {signedPercent(price, 0)}
                  </Th>
                ))}
              </Tr>
            </Thead>
            <Tbody>
              {(flat ? [0] : rows).map((volatility) => (
                <Tr key={volatility}>
                  <Th modifier="nowrap">{volatility === 0 ? 'unchanged' : signedPoints(volatility)}</Th>
                  {report.prices.map((price) => (
                    <Heat key={price} cell={find(report, price, volatility, days)} largest={largest} currency={report.currency} />
                  ))}
                </Tr>
              ))}
            </Tbody>
          </Table>
        </div>
        <p className="mg-row-note mg-after">
          All prices move by the same part (columns), all implied volatilities by as many points (rows); options are revalued in full.
          {flat && ' Nothing held depends on volatility, so there is one row.'}
        </p>
      </CardBody>
    </Card>
  );
}

function find(report: ProjectionReport, price: number, volatility: number, days: number): Cell | undefined {
  return report.cells.find((cell) => cell.price === price && cell.volatility === volatility && cell.days === days);
}

function Heat({ cell, largest, currency }: { cell: Cell | undefined; largest: number; currency: string }) {
  if (!cell) {
    return <Td>–</Td>;
  }
  const gain = Number(cell.gain);
  const tone = gain < 0 ? 'loss' : 'gain';
  return (
    <Td
      className="mg-right"
      title={`${signedMoney(cell.gain, currency)}: ${cellWords(cell)}`}
      style={{ backgroundColor: `color-mix(in srgb, var(--mg-${tone}-soft) ${depth(gain, largest)}%, transparent)` }}
    >
      {gain > 0 ? '+' : ''}
      {roundMoney(cell.gain, currency)}
    </Td>
  );
}
