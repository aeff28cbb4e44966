import { Button, Card, CardBody, CardHeader, CardTitle, Label, Skeleton } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { quantity } from '../figures/amounts';
import { localTime, marketMoment } from '../figures/dates';
import { ProblemAlert } from '../server/ProblemAlert';
import { type CacheEvent, useCacheEvents } from './cache';
import { RaiseForm } from './RaiseForm';
import { ingredient, words } from './words';

const SHOWN = 4;

/** What happened, and which entries it reached. */
export function EventsCard() {
  const events = useCacheEvents();
  const [raising, setRaising] = useState(false);
  const all = events.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card>
      <CardHeader
        actions={{
          actions: (
            <Button size="sm" variant="secondary" onClick={() => setRaising(true)}>
              Raise an event
            </Button>
          ),
          hasNoOffset: true,
        }}
      >
        <CardTitle component="h2">Events and what they reached</CardTitle>
      </CardHeader>
      <CardBody>
        <ProblemAlert failure={events.error} retry={() => void events.refetch()} />
        {events.isPending && <Skeleton height="8rem" screenreaderText="Loading events" />}
        {events.data && all.length === 0 && <p className="mg-subtle">Nothing has happened yet that could make an entry wrong.</p>}
        {all.length > 0 && (
          <Table variant="compact" aria-label="Events" className="mg-table">
            <Thead>
              <Tr>
                <Th modifier="fitContent">Market time</Th>
                <Th>Event</Th>
                <Th>Of</Th>
                <Th>Raised by</Th>
                <Th modifier="nowrap">Entries reached</Th>
                <Th className="mg-right">Took</Th>
              </Tr>
            </Thead>
            <Tbody>
              {all.map((event, order) => (
                <Tr key={`${event.toldAt}-${order}`}>
                  <Td dataLabel="Market time" modifier="nowrap">
                    {marketMoment(event.at)}
                    <div className="mg-row-note">told {localTime(event.toldAt)}</div>
                  </Td>
                  <Td dataLabel="Event">
                    <Label isCompact color={event.raisedBy.startsWith('administrator') ? 'purple' : 'blue'}>
                      {words(event.kind)}
                    </Label>
                    <Sizes event={event} />
                  </Td>
                  <Td dataLabel="Of" modifier="breakWord" title={event.touched.join(', ')}>
                    {event.touched.slice(0, SHOWN).map(ingredient).join(', ')}
                    {event.touched.length > SHOWN && ` and ${event.touched.length - SHOWN} more`}
                  </Td>
                  <Td dataLabel="Raised by">
                    {event.raisedBy}
                    <div className="mg-row-note">on {event.node}</div>
                  </Td>
                  <Td dataLabel="Entries reached">
                    <Reach event={event} />
                  </Td>
                  <Td dataLabel="Took" className="mg-right" modifier="nowrap">
                    {quantity(event.millis, event.millis < 10 ? 2 : 0)} ms
                  </Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        )}
        {events.hasNextPage && (
          <Button variant="link" isLoading={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>
            Older events
          </Button>
        )}
        {raising && <RaiseForm onClose={() => setRaising(false)} />}
      </CardBody>
    </Card>
  );
}

function Sizes({ event }: { event: CacheEvent }) {
  const { move, move_sigmas: sigmas, volume_ratio: ratio } = event.figures;
  const text = [
    move === undefined ? '' : `${move > 0 ? '+' : '−'}${Math.abs(move * 100).toFixed(2)}%`,
    sigmas === undefined ? '' : `${sigmas.toFixed(1)} σ`,
    ratio === undefined ? '' : `${ratio.toFixed(1)} × usual volume`,
  ]
    .filter(Boolean)
    .join(', ');
  return text ? <div className="mg-row-note">{text}</div> : null;
}

function Reach({ event }: { event: CacheEvent }) {
  if (event.entriesTouched === 0) {
    return <span className="mg-subtle">no entry</span>;
  }
  return (
    <>
      {event.entriesDropped === event.entriesTouched
        ? `${quantity(event.entriesDropped)} dropped`
        : `${quantity(event.entriesDropped)} of ${quantity(event.entriesTouched)} dropped`}
      <div className="mg-row-note">
        {event.reach.map((one) => `${one.shelf} ${one.dropped === one.touched ? one.dropped : `${one.dropped}/${one.touched}`}`).join(', ')}
      </div>
    </>
  );
}
