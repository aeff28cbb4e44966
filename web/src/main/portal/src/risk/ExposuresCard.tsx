import { Card, CardBody } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { percent, ratio, signedPercent } from '../figures/amounts';
import { shortDate } from '../figures/dates';
import { NotComputedList } from './NotComputedList';
import { PartTitle } from './PartTitle';
import type { ExposureReport } from './reports';
import { rate } from './riskWords';

/** What the returns follow, and what stands out. */
export function ExposuresCard({ report }: { report: ExposureReport }) {
  return (
    <Card component="section" aria-label="Exposures" className="mg-span">
      <PartTitle>What the portfolio follows</PartTitle>
      <CardBody>
        {report.factors && <Factors factors={report.factors} />}
        <Anomalies anomalies={report.anomalies} />
        <NotComputedList items={report.notComputed} />
      </CardBody>
    </Card>
  );
}

function Factors({ factors }: { factors: NonNullable<ExposureReport['factors']> }) {
  return (
    <>
      <p className="mg-card-lead">
        These factors explain <strong>{percent(factors.rSquared, 0)}</strong> of the variance (R²) of {factors.days} sessions, {shortDate(factors.from)} to {shortDate(factors.to)}.
      </p>
      <Table variant="compact" aria-label="Factors" className="mg-table">
        <Thead>
          <Tr>
            <Th modifier="wrap">Factor</Th>
            <Th modifier="wrap" className="mg-right">Beta</Th>
            <Th modifier="wrap" className="mg-right">Standard error</Th>
            <Th modifier="wrap" className="mg-right">t</Th>
            <Th modifier="wrap" className="mg-right">Of the variance</Th>
          </Tr>
        </Thead>
        <Tbody>
          {factors.items.map((one) => (
            <Tr key={one.name}>
              <Td dataLabel="Factor">
                {one.name}
                <div className="mg-row-note">{one.proxy}</div>
              </Td>
              <Td dataLabel="Beta" className="mg-right">
                {Math.abs(one.t) >= 2 ? <strong>{ratio(one.beta)}</strong> : ratio(one.beta)}
              </Td>
              <Td dataLabel="Standard error" className="mg-right">
                {ratio(one.error)}
                {one.inflation > 5 && <div className="mg-row-note">blurred by the others</div>}
              </Td>
              <Td dataLabel="t" className="mg-right">
                {ratio(one.t, 1)}
              </Td>
              <Td dataLabel="Of the variance" className="mg-right">
                {percent(one.share, 1)}
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      <p className="mg-row-note mg-after">
        One regression on all of them; standard errors hold under changing volatility. Bold: unlikely to be chance (t beyond ±2). Return a year that they do not explain:{' '}
        {signedPercent(factors.alpha, 1)} ± {percent(factors.alphaError, 1)}.
      </p>
    </>
  );
}

function Anomalies({ anomalies }: { anomalies: ExposureReport['anomalies'] }) {
  return (
    <>
      <h3 className="mg-after">What stands out</h3>
      {anomalies.items.length === 0 ? (
        <p>Nothing: no wild return in the last session, no weight far from the others.</p>
      ) : (
        <ul className="mg-faults">
          {anomalies.items.map((one) => (
            <li key={`${one.kind}${one.symbol}`}>
              <strong>{one.symbol}</strong>:{' '}
              {one.kind === 'RETURN'
                ? `returned ${signedPercent(one.figure)}${one.date ? ` on ${shortDate(one.date)}` : ''}`
                : `weighs ${percent(one.figure, 1)} of what is invested`}
              , {ratio(Math.abs(one.score), 1)} robust deviations from usual
            </li>
          ))}
        </ul>
      )}
      <p className="mg-row-note">
        {anomalies.rule}
        {anomalies.tested > 0 && ` The rule of returns would have spoken on ${rate(anomalies.falseAlarms)} of ${anomalies.tested.toLocaleString('en-US')} past symbol-days.`}
      </p>
    </>
  );
}
