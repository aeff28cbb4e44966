import { Card, CardBody, CardTitle, Skeleton } from '@patternfly/react-core';
import type { Portfolio } from '../portfolio/portfolios';
import { ProblemAlert } from '../server/ProblemAlert';
import { OpportunityTable } from './OpportunityTable';
import { useCoveredCalls } from './options';

interface Props {
  portfolio: Portfolio | undefined;
  parameters: Record<string, string>;
  onAnalyse(symbol: string): void;
}

/** Calls on every hundred shares that no sold call covers yet. */
export function OwnCalls({ portfolio, parameters, onAnalyse }: Props) {
  const calls = useCoveredCalls(portfolio?.id, parameters);
  return (
    <Card>
      <CardTitle component="h2">Covered calls on {portfolio ? portfolio.name : 'what you hold'}</CardTitle>
      <CardBody>
        <ProblemAlert failure={calls.error} retry={() => void calls.refetch()} />
        {!portfolio && <p className="mg-subtle">You have no portfolio yet.</p>}
        {portfolio && calls.isPending && <Skeleton height="10rem" screenreaderText="Looking at what you hold" />}
        {calls.data?.items.length === 0 && (
          <p className="mg-subtle">
            {calls.data.wanted === 0
              ? 'No holding has a hundred shares that no sold call covers yet.'
              : `None of ${calls.data.contracts.toLocaleString('en-US')} contracts on ${calls.data.symbols} holdings is as you wish. Widen delta, days or spread.`}
          </p>
        )}
        {calls.data && calls.data.items.length > 0 && <OpportunityTable label="Covered calls on what you hold" items={calls.data.items} onAnalyse={onAnalyse} />}
      </CardBody>
    </Card>
  );
}
