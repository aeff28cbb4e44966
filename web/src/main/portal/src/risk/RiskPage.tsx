import { Alert, Card, CardBody, PageSection, Skeleton } from '@patternfly/react-core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useChosenPortfolio } from '../portfolio/chosen';
import { FirstSteps } from '../portfolio/FirstSteps';
import { NoSuchPortfolio } from '../portfolio/NoSuchPortfolio';
import { PortfolioChoice } from '../portfolio/PortfolioChoice';
import type { Missing } from '../portfolio/portfolios';
import { ProblemAlert } from '../server/ProblemAlert';
import { PageTop } from '../shell/PageTop';
import { ExposuresCard } from './ExposuresCard';
import { PartLevel } from './PartTitle';
import { ProjectionCard } from './ProjectionCard';
import { useRiskReport } from './reports';
import { ScoreCard } from './ScoreCard';
import { StressCard } from './StressCard';
import { StressRun } from './StressRun';
import { TargetsCard } from './TargetsCard';
import { TailsByHolding } from './TailsByHolding';
import { VarCard } from './VarCard';

/** How much a portfolio may lose, how well that was known before, and what it would take. */
export function RiskPage() {
  const { portfolios, chosen, unknown, choose, isPending, error, refetch } = useChosenPortfolio();
  return (
    <>
      <PageTop
        title="Risk"
        subtitle="What today's holdings may lose, how such forecasts fared, and what would cost how much."
        actions={chosen && portfolios && <PortfolioChoice portfolios={portfolios} chosen={chosen} onChoose={choose} />}
      />
      <PageSection>
        <ProblemAlert failure={error} retry={() => void refetch()} />
        {isPending && <Skeleton height="20rem" screenreaderText="Loading your portfolios" />}
        {unknown && <NoSuchPortfolio />}
        {portfolios?.length === 0 && !unknown && <FirstSteps onCreated={choose} />}
        {chosen && <Reports key={chosen.id} portfolio={chosen.id} />}
      </PageSection>
    </>
  );
}

function Reports({ portfolio }: { portfolio: string }) {
  const score = useRiskReport(portfolio, 'score');
  const tails = useRiskReport(portfolio, 'var');
  const stress = useRiskReport(portfolio, 'stress');
  const projection = useRiskReport(portfolio, 'projection');
  const exposures = useRiskReport(portfolio, 'exposures');
  const missing = unique([score, tails, stress, projection, exposures].flatMap((one) => one.data?.missing ?? []));
  return (
    <PartLevel.Provider value="h2">
      <div className="mg-stack">
        <StressRun portfolio={portfolio} />
        {missing.length > 0 && (
          <Alert component="p" variant="warning" isInline title="What these figures lack, or count with less certainty">
            <ul className="mg-faults">
              {missing.map((one) => (
                <li key={one.symbol}>
                  <strong>{one.symbol}</strong>: {one.reason}
                </li>
              ))}
            </ul>
          </Alert>
        )}
        <div className="mg-analysis">
          <Part of={score} name="the score">
            {score.data && <ScoreCard score={score.data} />}
          </Part>
          {tails.data && tails.data.contributions.length > 0 && <TailsByHolding report={tails.data} />}
          <Part of={tails} name="value at risk">
            {tails.data && <VarCard report={tails.data} />}
          </Part>
          <Part of={stress} name="stress tests">
            {stress.data && <StressCard report={stress.data} />}
          </Part>
          <Part of={projection} name="profit and loss ahead">
            {projection.data && <ProjectionCard report={projection.data} />}
          </Part>
          <Part of={exposures} name="exposures">
            {exposures.data && <ExposuresCard report={exposures.data} />}
          </Part>
          <TargetsCard portfolio={portfolio} />
        </div>
      </div>
    </PartLevel.Provider>
  );
}

/** One report as soon as it has come; a failure of one leaves the others. */
function Part({ of, name, children }: { of: UseQueryResult<unknown>; name: string; children: ReactNode }) {
  if (of.data) {
    return children;
  }
  return (
    <Card className="mg-span">
      <CardBody>
        <ProblemAlert failure={of.error} retry={() => void of.refetch()} />
        {of.isPending && <Skeleton height="8rem" screenreaderText={`Working out ${name}`} />}
      </CardBody>
    </Card>
  );
}

function unique(missing: Missing[]): Missing[] {
  return [...new Map(missing.map((one) => [one.symbol, one])).values()];
}
