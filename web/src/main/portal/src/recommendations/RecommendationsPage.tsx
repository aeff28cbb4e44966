import { Alert, AlertActionLink, Button, EmptyState, EmptyStateBody, PageSection, Skeleton } from '@patternfly/react-core';
import { useState } from 'react';
import { ProblemAlert } from '../server/ProblemAlert';
import { PageTop } from '../shell/PageTop';
import { HistoryCard } from './HistoryCard';
import { ProfileForm } from './ProfileForm';
import { RecommendationCard } from './RecommendationCard';
import { type RecommendationList, useAnswer, useProfile, useRecommendations } from './recommendations';
import { saidWords } from './words';

/** A few things to look at next, with their reasons; what the user says to them changes what comes next. */
export function RecommendationsPage() {
  const list = useRecommendations();
  const profile = useProfile();
  const answer = useAnswer();
  const [asking, setAsking] = useState(false);
  const said = answer.data && answer.variables ? answer.variables : undefined;
  return (
    <>
      <PageTop
        title="Recommendations"
        subtitle="A few things worth a look, by what they are worth to you. Magnus informs; it never trades."
        actions={
          <Button variant="secondary" isDisabled={!profile.data} onClick={() => setAsking(true)}>
            About you
          </Button>
        }
      />
      <PageSection>
        <div className="mg-stack">
          {profile.data && !profile.data.asked && (
            <Alert
              component="p"
              variant="info"
              isInline
              title="Three questions first"
              actionLinks={<AlertActionLink onClick={() => setAsking(true)}>Answer them</AlertActionLink>}
            >
              <p>How much loss you bear, when you need the money, and how gains are taxed. Until you answer, middling answers are assumed.</p>
            </Alert>
          )}
          <ProblemAlert failure={answer.error} title="Your answer was not kept" />
          <div aria-live="polite">{said && !answer.isPending && <p className="mg-subtle">Kept: {saidWords(said.action).toLowerCase()}. The list below minds it.</p>}</div>
          {!list.data && <ProblemAlert failure={list.error} retry={() => void list.refetch()} />}
          {list.isPending && <Skeleton height="16rem" screenreaderText="Loading recommendations" />}
          {list.data && (
            <>
              {list.data.missing.map((one) => (
                <Alert component="p" key={one.symbol} variant="warning" isInline title={`Nothing from “${one.symbol}” now`}>
                  <p>{one.reason}</p>
                </Alert>
              ))}
              {list.data.items.length === 0 ? (
                <Nothing list={list.data} />
              ) : (
                <div className="mg-advices">
                  {list.data.items.map((card) => (
                    <RecommendationCard
                      key={card.id}
                      card={card}
                      busy={answer.isPending}
                      onAnswer={(action, reason) => answer.mutate({ id: card.id, action, ...(reason ? { reason } : {}) })}
                    />
                  ))}
                </div>
              )}
              <p className="mg-subtle">
                Chosen from {list.data.candidates} candidates, {list.data.heldBack} of them held back by your answers. {list.data.shownToday} of at most {list.data.mostADay} shown
                today.
              </p>
            </>
          )}
          <HistoryCard />
        </div>
      </PageSection>
      {asking && profile.data && <ProfileForm profile={profile.data} onClose={() => setAsking(false)} />}
    </>
  );
}

function Nothing({ list }: { list: RecommendationList }) {
  return (
    <EmptyState titleText="Nothing to recommend now" headingLevel="h2">
      <EmptyStateBody>
        {list.heldBack > 0
          ? 'What there is you have answered already. Something new comes when your portfolios or the market change.'
          : 'Nothing that is worth its costs. Import a portfolio, if you have none yet.'}
      </EmptyStateBody>
    </EmptyState>
  );
}
