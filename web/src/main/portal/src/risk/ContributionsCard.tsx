import { Card, CardBody } from '@patternfly/react-core';
import { Term } from '../figures/Term';
import { EXPLANATIONS } from './explanations';
import type { RiskMetrics } from './results';
import { SectorBars } from './SectorBars';
import { PartTitle } from './PartTitle';

const MOST = 8;

/** Which holdings the risk comes from. */
export function ContributionsCard({ risk }: { risk: RiskMetrics }) {
  const contributions = risk.contributions ?? [];
  if (contributions.length === 0) {
    return null;
  }
  return (
    <Card component="section" aria-label="Where the risk comes from" className="mg-span">
      <PartTitle>
        <Term explanation={EXPLANATIONS.contribution}>Where the risk comes from</Term>
      </PartTitle>
      <CardBody>
        <SectorBars
          items={contributions.slice(0, MOST).map((one) => ({ sector: one.symbol, value: one.exposure, weight: one.share }))}
          currency={risk.currency}
        />
        {contributions.length > MOST && <p className="mg-row-note mg-after">…and {contributions.length - MOST} smaller ones.</p>}
      </CardBody>
    </Card>
  );
}
