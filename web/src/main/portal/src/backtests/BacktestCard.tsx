import { Card, CardBody } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { LineChart } from '../charts/LineChart';
import { percent, ratio, signedPercent } from '../figures/amounts';
import { shortDate } from '../figures/dates';
import { SourceLabel } from '../figures/SourceLabel';
import { PartTitle } from '../risk/PartTitle';
import { type BacktestReport, type Figures, strategyWords } from './backtests';

const writeWealth = (value: number) => value.toFixed(2);

/** What a strategy made of past prices, beside holding, and how much of it may be luck. */
export function BacktestCard({ report }: { report: BacktestReport }) {
  const simulated = report.sources.find((source) => source.toLowerCase().startsWith('simul'));
  const others = report.variants.filter((one) => one.name !== report.strategy.name);
  return (
    <Card id="analysis-backtest" component="section" aria-label="Backtest" className="mg-span">
      <PartTitle>
        {strategyWords(report.kind)}: {report.symbols.join(', ')} <SourceLabel source={simulated} />
      </PartTitle>
      <CardBody>
        <p className="mg-subtle">
          {shortDate(report.from)} to {shortDate(report.to)}, {report.sessions} sessions. What one unit of money became:
        </p>
        <LineChart
          subject="Wealth"
          dates={report.series.map((point) => point.date)}
          lines={[
            { name: 'Strategy', colour: 'accent', values: report.series.map((point) => point.strategy) },
            { name: 'Held', colour: 'second', values: report.series.map((point) => point.hold) },
          ]}
          write={writeWealth}
        />
        <ul className="mg-faults">
          {report.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <div className="mg-scroll">
          <Table aria-label="Strategy and variants" variant="compact">
            <Thead>
              <Tr>
                <Th>Variant</Th>
                <Th modifier="nowrap">A year</Th>
                <Th>Volatility</Th>
                <Th>Sharpe</Th>
                <Th modifier="nowrap">Deepest fall</Th>
                <Th>Turnover</Th>
                <Th>Costs</Th>
              </Tr>
            </Thead>
            <Tbody>
              {[report.strategy, report.hold, report.chosen, ...others, ...(report.atIndex ? [report.atIndex] : [])].map((one, order) => (
                <Line key={one.name + order} of={one} />
              ))}
            </Tbody>
          </Table>
        </div>
      </CardBody>
    </Card>
  );
}

function Line({ of }: { of: Figures }) {
  return (
    <Tr>
      <Td dataLabel="Variant">{of.name}</Td>
      <Td dataLabel="A year">{signedPercent(of.yearly, 1)}</Td>
      <Td dataLabel="Volatility">{percent(of.volatility, 1)}</Td>
      <Td dataLabel="Sharpe">{ratio(of.sharpe)}</Td>
      <Td dataLabel="Deepest fall">{percent(of.drawdown, 0)}</Td>
      <Td dataLabel="Turnover">{percent(of.turnover, 0)}</Td>
      <Td dataLabel="Costs">{percent(of.costs, 1)}</Td>
    </Tr>
  );
}
