import { Alert, Card, CardBody, CardTitle, FormSelect, FormSelectOption, PageSection, Skeleton, TextInput } from '@patternfly/react-core';
import { useDeferredValue, useState } from 'react';
import { money, signedMoney } from '../figures/amounts';
import { Change } from '../figures/Change';
import { shortDate } from '../figures/dates';
import { Figure } from '../figures/Figure';
import { useMarketClock } from '../market/clock';
import { ProblemAlert } from '../server/ProblemAlert';
import { PageTop } from '../shell/PageTop';
import { PlanCard } from './PlanCard';
import { groupsIn } from './planWishes';
import { TaxSales } from './TaxSales';
import { type TaxYear, useTaxYear } from './taxes';
import { WashTable } from './WashTable';

const YEARS_BACK = 15;

/** What a year came to for US tax, and one plan after tax. */
export function TaxesPage() {
  const clock = useMarketClock();
  const thisYear = clock.data && Number(clock.data.now.slice(0, 4));
  const [chosen, setChosen] = useState<number>();
  const [identical, setIdentical] = useState('');
  const groups = groupsIn(useDeferredValue(identical));
  const year = chosen ?? thisYear;
  const report = useTaxYear(year, groups);
  return (
    <>
      <PageTop
        title="Taxes"
        subtitle="US federal, over all portfolios in dollars. A calculation: nothing is filed or traded, and it is no tax advice."
        actions={
          <FormSelect className="mg-year" aria-label="Calendar year" value={String(year ?? '')} onChange={(_event, text) => setChosen(Number(text))}>
            {Array.from({ length: YEARS_BACK }, (_unused, back) => String((thisYear ?? 0) - back)).map((one) => (
              <FormSelectOption key={one} value={one} label={one} />
            ))}
          </FormSelect>
        }
      />
      <PageSection>
        <div className="mg-stack">
          <ProblemAlert failure={report.error} retry={() => void report.refetch()} />
          {report.isPending && <Skeleton height="16rem" screenreaderText="Working out the year" />}
          {report.data && <Year report={report.data} />}
          {report.data && (
            <Card>
              <CardTitle component="h2">Wash sales</CardTitle>
              <CardBody>
                <div className="mg-stack">
                  <div className="mg-filters">
                    <TextInput
                      aria-label="Symbols that you take as substantially identical"
                      placeholder="Taken as identical: VOO, IVV; QQQ, QQQM"
                      value={identical}
                      onChange={(_event, text) => setIdentical(text)}
                    />
                    <p className="mg-subtle">A loss does not count where the same was bought from 30 days before to 30 days after, in any account, options and IRAs among them.</p>
                  </div>
                  <WashTable washes={report.data.washes} year={report.data.year} />
                </div>
              </CardBody>
            </Card>
          )}
          {report.data && <TaxSales sales={report.data.sales} year={report.data.year} />}
          <PlanCard identical={groups} />
        </div>
      </PageSection>
    </>
  );
}

function Year({ report }: { report: TaxYear }) {
  return (
    <>
      <Card>
        <CardTitle component="h2">{report.year}</CardTitle>
        <CardBody>
          <dl className="mg-grid-figures">
            <Figure label="Short-term" explanation="What counts of all that was held one year or less, after wash sales.">
              <Change of={report.shortTerm}>{signedMoney(report.shortTerm)}</Change>
            </Figure>
            <Figure label="Long-term" explanation="What counts of all that was held longer.">
              <Change of={report.longTerm}>{signedMoney(report.longTerm)}</Change>
            </Figure>
            <Figure label="Washed losses" explanation="They do not count now; they are in the basis of what was bought instead.">
              {money(report.disallowed)}
            </Figure>
            <Figure label="Lost for good" explanation="The part whose replacement was bought in a retirement account: it never counts.">
              {money(report.lostForGood)}
            </Figure>
          </dl>
        </CardBody>
      </Card>
      {report.windows.length > 0 && (
        <Alert component="p" variant="warning" isInline title="Keep clear of these">
          <ul className="mg-faults">
            {report.windows.map((one) => (
              <li key={`${one.symbol} ${one.kind}`}>
                <strong>{one.symbol}</strong>, until {shortDate(one.until)}: {one.words}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {report.missing.length > 0 && (
        <Alert component="p" variant="warning" isInline title="Not taken into account">
          <ul className="mg-faults">
            {report.missing.slice(0, 8).map((one, order) => (
              <li key={order}>
                <strong>{one.symbol}</strong>: {one.reason}
              </li>
            ))}
          </ul>
          {report.missing.length > 8 && <p>…and {report.missing.length - 8} more.</p>}
        </Alert>
      )}
    </>
  );
}
