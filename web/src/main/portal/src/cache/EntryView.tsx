import { Button, ExpandableSection, Label } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { quantity } from '../figures/amounts';
import { marketMoment } from '../figures/dates';
import { Figure } from '../figures/Figure';
import { ProblemAlert } from '../server/ProblemAlert';
import { Confirm } from '../shell/Confirm';
import { type CacheEntry, type Explanation, type Lifespan, useDropEntry, useExplanation, useRefreshEntry, type Why } from './cache';
import { bytes, effect, ingredient, span, words } from './words';

/** One key: what lies there with its history, and which lifespan each policy would give it. */
export function EntryView({ why }: { why: Why }) {
  const place = { shelf: why.shelf, key: why.key };
  const explanation = useExplanation(`${why.shelf}/${why.key}`);
  const drop = useDropEntry();
  const refresh = useRefreshEntry();
  const [dropping, setDropping] = useState(false);
  return (
    <section className="mg-entry-view" aria-label={`${why.shelf}/${why.key}`}>
      <div className="mg-top__row">
        <h3 className="mg-entry-view__key">
          {why.shelf}/{why.key}{' '}
          <Label isCompact color={why.entry ? (why.entry.fresh ? 'green' : 'orange') : 'grey'}>
            {why.entry ? (why.entry.fresh ? 'fresh' : 'past its lifespan') : 'not there'}
          </Label>
        </h3>
        <div className="mg-top__actions">
          <Button size="sm" variant="secondary" isLoading={refresh.isPending} isDisabled={refresh.isPending} onClick={() => refresh.mutate(place)}>
            Load it now
          </Button>
          {why.entry && (
            <Button size="sm" variant="secondary" isDanger onClick={() => setDropping(true)}>
              Drop it
            </Button>
          )}
        </div>
      </div>
      <ProblemAlert failure={refresh.error} title="It was not loaded" />
      {why.entry ? <Facts entry={why.entry} /> : <p>{told(why.answer)}</p>}
      {why.departures.length > 0 && (
        <>
          <h4 className="mg-entry-view__part">Why earlier ones went</h4>
          <ul className="mg-plain">
            {why.departures.map((one, order) => (
              <li key={order}>
                <strong>{marketMoment(one.at)}</strong> {told(one.why)}
                {one.madeAt && <span className="mg-row-note"> It was of {marketMoment(one.madeAt)}.</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {why.entry && <Factors title="How its lifespan came about" lifespan={why.entry.lifespan} />}
      <ProblemAlert failure={explanation.error} />
      {explanation.data && <Choices explanation={explanation.data} />}
      {dropping && (
        <Confirm
          title={`Drop ${why.key}?`}
          verb="Drop"
          busy={drop.isPending}
          failure={drop.error}
          onConfirm={() => drop.mutate(place, { onSuccess: () => setDropping(false) })}
          onClose={() => setDropping(false)}
        >
          It is dropped from {why.shelf} on all nodes and loaded again when somebody asks for it.
        </Confirm>
      )}
    </section>
  );
}

/** Constants and instants in a sentence of the server's as people read them. */
function told(sentence: string): string {
  return sentence
    .replace(/\b[A-Z]+(?:_[A-Z]+)+\b/g, words)
    .replace(/\b\d{4}-\d\d-\d\dT[\d:.]+Z/g, marketMoment);
}

function Facts({ entry }: { entry: CacheEntry }) {
  return (
    <dl className="mg-grid-figures">
      <Figure label="Loaded" note={`on ${entry.loadedBy}, for a ${entry.loadedFor}`}>
        {marketMoment(entry.asOf)}
      </Figure>
      <Figure label="Age" note={`fresh for ${span(entry.lifespan.seconds)}`}>
        {span(entry.ageSeconds)}
      </Figure>
      <Figure label="Served" note="times, by this node">
        {quantity(entry.accesses)}
      </Figure>
      <Figure label="Its load took" note={bytes(entry.bytes)}>
        {quantity(entry.loadMillis, 1)} ms
      </Figure>
      <Figure label="Made from" note="what touches any of them reaches it">
        <span className="mg-figure__words">{entry.madeFrom.map(ingredient).join(', ')}</span>
      </Figure>
    </dl>
  );
}

function Factors({ title, lifespan }: { title: string; lifespan: Lifespan }) {
  return (
    <>
      <h4 className="mg-entry-view__part">
        {title}: {span(lifespan.seconds)} by <em>{lifespan.policy}</em>
      </h4>
      <Table variant="compact" aria-label={`${title}, ${lifespan.policy}`} className="mg-table">
        <Thead>
          <Tr>
            <Th>Factor</Th>
            <Th>Effect</Th>
            <Th>Decided on</Th>
            <Th>Source</Th>
            <Th className="mg-right">Lifespan with it</Th>
          </Tr>
        </Thead>
        <Tbody>
          {lifespan.factors.map((factor, order) => (
            <Tr key={order}>
              <Td dataLabel="Factor">{factor.name}</Td>
              <Td dataLabel="Effect">{effect(factor.effect)}</Td>
              <Td dataLabel="Decided on">{told(factor.input)}</Td>
              <Td dataLabel="Source">
                {factor.source}
                {factor.ageSeconds > 0 && <span className="mg-row-note"> {span(factor.ageSeconds)} old</span>}
              </Td>
              <Td dataLabel="Lifespan with it" className="mg-right">
                {span(factor.afterSeconds)}
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </>
  );
}

function Choices({ explanation }: { explanation: Explanation }) {
  return (
    <>
      <h4 className="mg-entry-view__part">If it were loaded now</h4>
      <p className="mg-row-note">
        {explanation.there
          ? `Asked for ${quantity(explanation.accessesPerSecond * 60, 1)} times a minute lately, in market time.`
          : 'Nothing lies there: only what holds for the whole market is known.'}
      </p>
      {explanation.choices.map((choice) => (
        <ExpandableSection
          key={choice.policy}
          toggleContent={
            <>
              {choice.policy}: <strong>{span(choice.seconds)}</strong>{' '}
              {choice.inForce && (
                <Label isCompact color="blue">
                  in force
                </Label>
              )}
            </>
          }
        >
          <Factors title="Factors" lifespan={choice} />
        </ExpandableSection>
      ))}
    </>
  );
}
