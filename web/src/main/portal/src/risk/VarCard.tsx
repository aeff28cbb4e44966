import { Card, CardBody } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useMemo } from 'react';
import { LineChart } from '../charts/LineChart';
import type { Line } from '../charts/lines';
import { money, percent, signedPercent } from '../figures/amounts';
import { shortDate } from '../figures/dates';
import { NotComputedList } from './NotComputedList';
import { PartTitle } from './PartTitle';
import type { Compared, VarReport } from './reports';
import { breachWords, methodWords, verdict } from './riskWords';

const write = (value: number) => signedPercent(value);

/** Value at risk by method, each with how its forecasts fared. */
export function VarCard({ report }: { report: VarReport }) {
  const { series, last, simulated } = report;
  const dates = useMemo(() => series.map((day) => day.date), [series]);
  const lines = useMemo<Line[]>(
    () => [
      { name: 'Result of the day', colour: 'accent', values: series.map((day) => day.profit) },
      { name: '95% limit', colour: 'second', values: series.map((day) => -day.valueAtRisk95) },
      { name: '99% limit', colour: 'loss', values: series.map((day) => -day.valueAtRisk99) },
    ],
    [series],
  );
  const shipped: Compared = { method: report.method, description: report.description, levels: report.levels };
  return (
    <Card component="section" aria-label="Value at risk" className="mg-span">
      <PartTitle>Value at risk, and how it fared</PartTitle>
      <CardBody>
        {last && (
          <p className="mg-card-lead">
            On {shortDate(last.date)} what you hold today made <strong>{signedPercent(last.profit)}</strong>; by the days before alone, {percent(last.valueAtRisk95)} (95%) and{' '}
            {percent(last.valueAtRisk99)} (99%) are forecast as its limits of loss: {last.verdict}.
          </p>
        )}
        {[...Object.keys(report.levels)].sort().map((level) => (
          <MethodTable key={level} level={level} methods={[shipped, ...report.compared]} report={report} />
        ))}
        {simulated && (
          <p className="mg-row-note mg-after">
            Simulated on {simulated.paths.toLocaleString('en-US')} paths with fat tails and all options revalued, 99%: value at risk {percent(simulated.valueAtRisk)} (
            {percent(simulated.low)} to {percent(simulated.high)} for the number of paths), shortfall {percent(simulated.expectedShortfall)}.
          </p>
        )}
        {dates.length > 1 && <LineChart subject="Results of today's holdings and forecast limits" dates={dates} lines={lines} write={write} />}
        <p className="mg-row-note mg-after">
          One day ahead. Each day of the look-back is forecast from the days before it alone. A p-value below 0.05 speaks against the method: Kupiec counts breaches, Christoffersen also asks
          whether they come in clusters, the last whether losses beyond the limit were as large as the shortfall says.
        </p>
        <NotComputedList items={report.notComputed} />
      </CardBody>
    </Card>
  );
}

function MethodTable({ level, methods, report }: { level: string; methods: Compared[]; report: VarReport }) {
  const covered = Number(report.covered);
  return (
    <Table variant="compact" aria-label={`Value at risk at ${level}% by method`} className="mg-table mg-after">
      <Thead>
        <Tr>
          <Th modifier="wrap">{level}%</Th>
          <Th modifier="wrap" className="mg-right">Value at risk</Th>
          <Th modifier="wrap" className="mg-right">Shortfall</Th>
          <Th modifier="wrap" className="mg-right">Breaches</Th>
          <Th modifier="wrap" className="mg-right">Kupiec</Th>
          <Th modifier="wrap" className="mg-right">Christoffersen</Th>
          <Th modifier="wrap" className="mg-right">Shortfall test</Th>
        </Tr>
      </Thead>
      <Tbody>
        {methods.map((method, place) => {
          const one = method.levels[level];
          const record = one?.record;
          return one ? (
            <Tr key={method.method}>
              <Td dataLabel={`${level}%`}>
                <span title={method.description}>{place === 0 ? <strong>{methodWords(method.method)}</strong> : methodWords(method.method)}</span>
              </Td>
              <Td dataLabel="Value at risk" className="mg-right">
                {percent(one.valueAtRisk)}
                <div className="mg-row-note">{money(one.valueAtRisk * covered, report.currency)}</div>
              </Td>
              <Td dataLabel="Shortfall" className="mg-right">
                {percent(one.expectedShortfall)}
                <div className="mg-row-note">{money(one.expectedShortfall * covered, report.currency)}</div>
              </Td>
              <Td dataLabel="Breaches" className="mg-right">
                {record ? breachWords(record) : '–'}
              </Td>
              <Td dataLabel="Kupiec" className="mg-right">
                {record ? <Test p={record.kupiec} /> : '–'}
              </Td>
              <Td dataLabel="Christoffersen" className="mg-right">
                {record ? <Test p={record.christoffersen} /> : '–'}
              </Td>
              <Td dataLabel="Shortfall test" className="mg-right">
                {record ? <Test p={record.shortfall} /> : '–'}
              </Td>
            </Tr>
          ) : null;
        })}
      </Tbody>
    </Table>
  );
}

function Test({ p }: { p: number | undefined }) {
  const { text, passed } = verdict(p);
  return (
    <span className={passed === false ? 'mg-loss' : ''}>
      {text}
      {passed === false && <span className="mg-row-note"> fails</span>}
    </span>
  );
}
