import { Card, CardBody } from '@patternfly/react-core';
import { money, percent } from '../figures/amounts';
import { PartTitle } from './PartTitle';
import type { VarReport } from './reports';

const MOST = 10;

/** What each holding adds to the simulated value at risk; a hedge goes the other way. */
export function TailsByHolding({ report }: { report: VarReport }) {
  const shown = report.contributions.slice(0, MOST);
  const widest = Math.max(...shown.map((one) => Math.abs(one.valueAtRisk)), 1e-9);
  const covered = Number(report.covered);
  return (
    <Card component="section" aria-label="What each holding adds">
      <PartTitle>What each holding adds on a bad day</PartTitle>
      <CardBody>
        <ul className="mg-bars mg-bars--half">
          {shown.map((one) => (
            <li key={one.symbol}>
              <span className="mg-bars__name">{one.symbol}</span>
              <span className="mg-bars__track" aria-hidden="true">
                <span
                  className={`mg-bars__bar ${one.valueAtRisk < 0 ? 'mg-bars__bar--short' : ''}`}
                  style={{ inlineSize: `${(Math.abs(one.valueAtRisk) / widest) * 100}%` }}
                />
              </span>
              <span className="mg-bars__figure">{percent(one.valueAtRisk)}</span>
              <span className="mg-bars__money">{money(one.valueAtRisk * covered, report.currency)}</span>
            </li>
          ))}
        </ul>
        {report.contributions.length > MOST && <p className="mg-row-note mg-after">…and {report.contributions.length - MOST} smaller ones.</p>}
        <p className="mg-row-note mg-after">Parts of the simulated value at risk at 99%: all of them add up to it. Hatched: a hedge.</p>
      </CardBody>
    </Card>
  );
}
