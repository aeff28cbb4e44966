import { Card, CardBody, Label, PageSection, Skeleton } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { percent, quantity, roundCount } from '../figures/amounts';
import { Figure } from '../figures/Figure';
import { ProblemAlert } from '../server/ProblemAlert';
import { PageTop } from '../shell/PageTop';
import { useShelves } from './cache';
import { DecisionCard } from './DecisionCard';
import { EventsCard } from './EventsCard';
import { FrontierCard } from './FrontierCard';
import { useLiveShelves } from './live';
import { ShelvesCard } from './ShelvesCard';
import { WarmingCard } from './WarmingCard';
import { WhyCard } from './WhyCard';
import { bytes, counted, span, together } from './words';

/** For administrators: what the cache does, why, and what can be done about it. */
export function CachePage() {
  const first = useShelves();
  const live = useLiveShelves();
  const client = useQueryClient();
  const [parameters, setParameters] = useSearchParams();
  const snapshot = live.snapshot ?? first.data;
  const told = snapshot?.occurrences;

  useEffect(() => {
    // What is told is kept within a second.
    const timer = setTimeout(() => void client.invalidateQueries({ queryKey: ['cache', 'events'] }), 1_500);
    return () => clearTimeout(timer);
  }, [client, told]);

  const look = (place: string) => setParameters(place ? { key: place } : {}, { preventScrollReset: true });
  const all = together(snapshot?.items ?? []);
  return (
    <>
      <PageTop
        title="Cache"
        subtitle={snapshot ? `Counts are of node ${snapshot.node} since its start; entries are shared by all nodes.` : 'Shelves, their lifespans and what ends them.'}
        marks={
          live.connected !== undefined && (
            <Label isCompact color={live.connected ? 'green' : 'orange'}>
              {live.connected ? 'live' : 'reconnecting'}
            </Label>
          )
        }
      />
      <PageSection>
        <div className="mg-stack">
          {!snapshot && <ProblemAlert failure={first.error} retry={() => void first.refetch()} />}
          {!snapshot && !first.error && <Skeleton height="14rem" screenreaderText="Loading the cache" />}
          {snapshot && (
            <>
              <Card>
                <CardBody>
                  <dl className="mg-grid-figures">
                    <Figure
                      label="Hit rate"
                      explanation="Calls answered without waiting for the source, of all calls. What is past its lifespan and served while a new value is loaded counts as a hit."
                      note={counted(all.calls, 'call')}
                    >
                      {percent(all.hitRate, 1)}
                    </Figure>
                    <Figure label="Loads" explanation="Values that sources gave." note={`${roundCount(all.savedLoads)} saved`}>
                      {roundCount(all.loads)}
                    </Figure>
                    <Figure
                      label="Time saved"
                      explanation="What the loads that were not needed would have taken, each as long as its shelf's mean."
                    >
                      {span(all.savedSeconds)}
                    </Figure>
                    <Figure label="Entries" note={bytes(all.bytes)}>
                      {quantity(all.entries)}
                    </Figure>
                    <Figure label="Dropped" explanation="Entries ended by events or by administrators before their time." note={`${quantity(snapshot.occurrences)} events`}>
                      {quantity(all.dropped)}
                    </Figure>
                  </dl>
                </CardBody>
              </Card>
              <ShelvesCard shelves={snapshot.items} />
              <WhyCard shelves={snapshot.items} place={parameters.get('key') ?? ''} onPlace={look} />
              <EventsCard />
              <DecisionCard />
              <WarmingCard />
              <FrontierCard />
            </>
          )}
        </div>
      </PageSection>
    </>
  );
}
