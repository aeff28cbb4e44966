import { Card, CardBody, CardTitle, Label } from '@patternfly/react-core';
import { ActionsColumn, Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { Sparkline } from '../charts/Sparkline';
import { percent, quantity, roundCount } from '../figures/amounts';
import { Confirm } from '../shell/Confirm';
import { type Shelf, useClearShelf, useShelfHistory, useUnfreeze } from './cache';
import { FreezeForm } from './FreezeForm';
import { byMinute, lately } from './history';
import { bytes, counted, span, words } from './words';

type Deed = { what: 'clear' | 'freeze'; shelf: Shelf };

/** Every shelf with its hit rate over the last hour, and the lifespans of what lies there. */
export function ShelvesCard({ shelves }: { shelves: Shelf[] }) {
  const [deed, setDeed] = useState<Deed>();
  const clear = useClearShelf();
  const unfreeze = useUnfreeze();
  const actions = (shelf: Shelf) => [
    { title: 'Clear…', onClick: () => setDeed({ what: 'clear' as const, shelf }) },
    { title: 'Freeze lifespan…', onClick: () => setDeed({ what: 'freeze' as const, shelf }) },
    ...(shelf.frozen ? [{ title: 'Let the policy choose again', onClick: () => unfreeze.mutate(shelf.name) }] : []),
  ];
  const close = () => {
    setDeed(undefined);
    clear.reset();
  };
  return (
    <Card>
      <CardTitle component="h2">Shelves</CardTitle>
      <CardBody>
        <Table variant="compact" aria-label="Shelves" className="mg-table">
          <Thead>
            <Tr>
              <Th>Shelf</Th>
              <Th modifier="fitContent">Hit rate, last hour</Th>
              <Th className="mg-right">Hits</Th>
              <Th className="mg-right">Misses</Th>
              <Th className="mg-right">Mean load</Th>
              <Th className="mg-right">Entries</Th>
              <Th>Lifespans in force</Th>
              <Th screenReaderText="Actions" />
            </Tr>
          </Thead>
          <Tbody>
            {shelves.map((shelf) => (
              <Tr key={shelf.name}>
                <Td dataLabel="Shelf">
                  <strong>{shelf.name}</strong>
                  <div className="mg-row-note">{words(shelf.type)}</div>
                </Td>
                <Td dataLabel="Hit rate, last hour">
                  <HitRate shelf={shelf} />
                </Td>
                <Td dataLabel="Hits" className="mg-right">
                  {roundCount(shelf.counts.hits + shelf.counts.staleServed + shelf.counts.staleOnError)}
                  {shelf.counts.staleServed + shelf.counts.staleOnError > 0 && (
                    <div className="mg-row-note">{roundCount(shelf.counts.staleServed + shelf.counts.staleOnError)} stale</div>
                  )}
                </Td>
                <Td dataLabel="Misses" className="mg-right">
                  {roundCount(shelf.counts.misses)}
                  {shelf.counts.failures > 0 && <div className="mg-row-note">{roundCount(shelf.counts.failures)} failed</div>}
                </Td>
                <Td dataLabel="Mean load" className="mg-right">
                  {shelf.counts.loads > 0 ? `${quantity(shelf.counts.loadMillis / shelf.counts.loads, 1)} ms` : '–'}
                  <div className="mg-row-note">
                    {counted(shelf.counts.loads, 'load')}
                  </div>
                </Td>
                <Td dataLabel="Entries" className="mg-right">
                  {quantity(shelf.entries)}
                  <div className="mg-row-note">{shelf.entries > 0 ? bytes(shelf.bytes) : `room for ${roundCount(shelf.mostEntries)}`}</div>
                </Td>
                <Td dataLabel="Lifespans in force">
                  <Lifespans shelf={shelf} />
                </Td>
                <Td isActionCell>
                  <ActionsColumn items={actions(shelf)} popperProps={{ position: 'right' }} aria-label={`Actions of ${shelf.name}`} />
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
        <p className="mg-row-note mg-after">
          Counts here and in /metrics are exact. The server&apos;s own console shows of each cache about one hit in 64: the others are answered before its
          statistics see them.
        </p>
        {deed?.what === 'clear' && (
          <Confirm
            title={`Clear ${deed.shelf.name}?`}
            verb="Clear"
            busy={clear.isPending}
            failure={clear.error}
            onConfirm={() => clear.mutate(deed.shelf.name, { onSuccess: close })}
            onClose={close}
          >
            {quantity(deed.shelf.entries)} {deed.shelf.entries === 1 ? 'entry is' : 'entries are'} dropped on all nodes; each is loaded again when
            somebody asks for it.
          </Confirm>
        )}
        {deed?.what === 'freeze' && <FreezeForm shelf={deed.shelf} onClose={close} />}
      </CardBody>
    </Card>
  );
}

function HitRate({ shelf }: { shelf: Shelf }) {
  const history = useShelfHistory(shelf.name);
  const points = history.data ?? [];
  const now = lately(points, 5);
  return (
    <div className="mg-hit-rate">
      <Sparkline
        values={byMinute(points)}
        label={`Hit rate of ${shelf.name} over the last hour${now === undefined ? '' : `, ${percent(now, 1)} in the last five minutes`}`}
      />
      <span className="mg-hit-rate__now">
        {percent(now ?? (shelf.counts.hits + shelf.counts.misses > 0 ? shelf.counts.hitRate : undefined), 1)}
        <span className="mg-row-note">{now === undefined ? 'since start' : 'last 5 min'}</span>
      </span>
    </div>
  );
}

function Lifespans({ shelf }: { shelf: Shelf }) {
  const { sampled, leastSeconds, medianSeconds, mostSeconds, policy, baseSeconds } = shelf.lifespans;
  return (
    <>
      {sampled === 0 ? <>base {span(baseSeconds)}</> : <>{span(leastSeconds) === span(mostSeconds) ? span(medianSeconds) : `${span(leastSeconds)} – ${span(mostSeconds)}`}</>}{' '}
      <Label isCompact color={shelf.frozen ? 'blue' : 'grey'}>
        {shelf.frozen ? `frozen at ${span(shelf.frozen.seconds)}` : policy}
      </Label>
      <div className="mg-row-note">
        {sampled > 0 && `median ${span(medianSeconds)}, base ${span(baseSeconds)}`}
        {shelf.frozen && ` by ${shelf.frozen.by}`}
      </div>
    </>
  );
}
