import { Card, CardBody, CardTitle, PageSection, Skeleton } from '@patternfly/react-core';
import { bytes, span } from '../cache/words';
import { percent, roundCount } from '../figures/amounts';
import { Figure } from '../figures/Figure';
import { ProblemAlert } from '../server/ProblemAlert';
import { PageTop } from '../shell/PageTop';
import { EffectCard } from './EffectCard';
import { DecisionsCard } from './DecisionsCard';
import { type PrefetchReport, usePrefetchReport } from './effectiveness';
import { PredictionsCard } from './PredictionsCard';
import { StatementsCard } from './StatementsCard';

/** For administrators: what is predicted, what is loaded ahead of it, what of that is wasted, and what it gives. */
export function PrefetchPage() {
  const report = usePrefetchReport();
  return (
    <>
      <PageTop
        title="Prediction"
        subtitle="What users will open next, and what is loaded ahead of it. Counts are of the node that answers, since its start."
      />
      <PageSection>
        <div className="mg-stack">
          {!report.data && <ProblemAlert failure={report.error} retry={() => void report.refetch()} />}
          {report.isPending && <Skeleton height="14rem" screenreaderText="Loading what is predicted" />}
          {report.data && (
            <>
              <Figures report={report.data} />
              <PredictionsCard />
              <DecisionsCard report={report.data} />
              <EffectCard {...(report.data.effect ? { effect: report.data.effect } : {})} share={report.data.share} settled={report.data.settled} />
              <StatementsCard />
            </>
          )}
        </div>
      </PageSection>
    </>
  );
}

function Figures({ report }: { report: PrefetchReport }) {
  const { model, settled, visits } = report;
  const ended = settled.used + settled.wasted;
  return (
    <Card>
      <CardTitle component="h2">In short</CardTitle>
      <CardBody>
        <dl className="mg-grid-figures">
          <Figure
            label="Learned visits"
            explanation="Of users who agreed that their visits are recorded. Every node learns the same log in the same order."
            note={`${roundCount(model.users)} users, ${roundCount(model.names)} pages, ${bytes(model.bytes)}, ${model.predictor}`}
          >
            {roundCount(model.learned)}
          </Figure>
          <Figure
            label="Loaded ahead"
            explanation="Entries of the shelves that were loaded before anybody asked for them."
            note={`${roundCount(settled.waiting)} not settled, ${roundCount(settled.cancelled)} given up`}
          >
            {roundCount(settled.loaded)}
          </Figure>
          <Figure
            label="Wasted"
            explanation="Of those that have ended: nobody was served them before. The least chance at which something is loaded moves until this share is met."
            note={`${percent(settled.allowedShare, 0)} allowed; loaded from a chance of ${percent(settled.threshold, 0)}`}
          >
            {ended === 0 ? '–' : percent(settled.wastedShare, 1)}
          </Figure>
          <Figure label="Waiting spared" explanation="The loads that somebody would have waited for, had they not been done ahead.">
            {span(settled.savedSeconds)}
          </Figure>
          <Figure
            label="Visits recorded"
            note={`${roundCount(visits.refused)} beyond the bounds, ${roundCount(visits.unwanted)} withdrawn`}
          >
            {roundCount(visits.written)}
          </Figure>
          <Figure
            label="Server's load"
            explanation="Share of the processors' time in use. What is wasted costs the more the busier the server is; above the bound nothing is loaded ahead."
            note={`${roundCount(report.budget.totalCalls)} calls left in this minute`}
          >
            {percent(report.load, 0)}
          </Figure>
        </dl>
      </CardBody>
    </Card>
  );
}
