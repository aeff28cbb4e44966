import { Card, CardBody } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { Change } from '../figures/Change';
import { percent, signedMoney, signedPercent } from '../figures/amounts';
import { NotComputedList } from './NotComputedList';
import { PartTitle } from './PartTitle';
import type { Reverse, StressReport } from './reports';
import { distanceWords, signedPoints } from './riskWords';

const MOST_MOVES = 4;

/** What is lost in crises, and what it takes to lose so much. */
export function StressCard({ report }: { report: StressReport }) {
  return (
    <Card component="section" aria-label="Stress tests" className="mg-span">
      <PartTitle>Stress tests</PartTitle>
      <CardBody>
        {report.scenarios.length > 0 && (
          <Table variant="compact" aria-label="Scenarios" className="mg-table">
            <Thead>
              <Tr>
                <Th modifier="wrap">Scenario</Th>
                <Th modifier="wrap" className="mg-right">{report.benchmark}</Th>
                <Th modifier="wrap" className="mg-right">Volatility</Th>
                <Th modifier="wrap" className="mg-right">Gain or loss</Th>
                <Th modifier="wrap" className="mg-right">Of the value</Th>
                <Th modifier="wrap">Loses most</Th>
              </Tr>
            </Thead>
            <Tbody>
              {report.scenarios.map((one) => (
                <Tr key={one.name}>
                  <Td dataLabel="Scenario">
                    {one.name}
                    {one.kind === 'HYPOTHETICAL' && <span className="mg-row-note"> invented</span>}
                  </Td>
                  <Td dataLabel={report.benchmark} className="mg-right">
                    {signedPercent(one.market, 1)}
                  </Td>
                  <Td dataLabel="Volatility" className="mg-right">
                    {one.volatility === 0 ? 'unchanged' : signedPoints(one.volatility)}
                  </Td>
                  <Td dataLabel="Gain or loss" className="mg-right">
                    <Change of={one.gain}>{signedMoney(one.gain, report.currency)}</Change>
                  </Td>
                  <Td dataLabel="Of the value" className="mg-right">
                    <Change of={one.fraction}>{signedPercent(one.fraction, 1)}</Change>
                  </Td>
                  <Td dataLabel="Loses most">{one.worst ?? '–'}</Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        )}
        <p className="mg-row-note mg-after">
          Crises are the S&amp;P 500's closing levels from peak to trough, carried to each holding by its beta; options are revalued in full.
        </p>
        {report.reverse.length > 0 && (
          <Table variant="compact" aria-label="What would lose so much" className="mg-table mg-after">
            <Thead>
              <Tr>
                <Th modifier="wrap">What loses…</Th>
                <Th modifier="wrap" className="mg-right">How far away</Th>
                <Th modifier="wrap">The likeliest way</Th>
              </Tr>
            </Thead>
            <Tbody>
              {report.reverse.map((one) => (
                <Tr key={one.asked}>
                  <Td dataLabel="What loses…">
                    <strong>{percent(one.asked, 0)}</strong> of the value
                  </Td>
                  <Td dataLabel="How far away" className="mg-right">
                    {distanceWords(one.distance)}
                  </Td>
                  <Td dataLabel="The likeliest way">{way(one)}</Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        )}
        <NotComputedList items={report.notComputed} />
      </CardBody>
    </Card>
  );
}

function way({ moves }: Reverse): string {
  const told = moves.slice(0, MOST_MOVES).map((one) => `${one.symbol} ${signedPercent(one.move, 0)}`);
  const others = moves.length - told.length;
  return told.join(', ') + (others > 0 ? ` and ${others} more` : '');
}
