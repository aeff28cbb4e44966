import { Button, Card, CardBody, CardHeader, CardTitle, Label, Skeleton } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { Link } from 'react-router';
import { ownTime } from '../figures/dates';
import { usePortfolios } from '../portfolio/portfolios';
import { ProblemAlert } from '../server/ProblemAlert';
import { Confirm } from '../shell/Confirm';
import { type BehaviorEntry, EXPORT, useBehaviorLog, useConsent, useForgetBehavior } from './behavior';
import { deedWords, heldWords, marketWords, passed } from './entryWords';
import { hrefOf, knownPage, pageWords } from './pages';

/** All that is stored of the user: to read, to take along, to delete. */
export function StoredCard() {
  const log = useBehaviorLog();
  const consent = useConsent();
  const forget = useForgetBehavior();
  const [deleting, setDeleting] = useState(false);
  const items = log.data?.pages.flatMap((page) => page.items) ?? [];
  const none = items.length === 0;
  const actions = (
    <div className="mg-top__actions">
      <Button variant="secondary" component="a" href={EXPORT} download="magnus-my-data.json">
        Export
      </Button>
      <Button variant="secondary" isDanger onClick={() => setDeleting(true)}>
        Delete
      </Button>
    </div>
  );
  return (
    <Card>
      <CardHeader actions={{ actions, hasNoOffset: true }}>
        <CardTitle component="h2">What is stored</CardTitle>
      </CardHeader>
      <CardBody>
        <div className="mg-stack">
          <ProblemAlert failure={log.error} retry={() => void log.refetch()} />
          <p className="pf-v6-screen-reader" role="status">
            {forget.isSuccess && none ? 'All that was stored of you is deleted.' : ''}
          </p>
          {log.isPending && <Skeleton height="14rem" screenreaderText="Loading what is stored" />}
          {log.data && none && (
            <p className="mg-subtle">
              {consent.data?.agreed ? 'Nothing yet. What you open from now on appears here after a few seconds.' : 'Nothing is stored of you.'}
            </p>
          )}
          {items.length > 0 && <Entries items={items} />}
          {log.hasNextPage && (
            <Button variant="link" isLoading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
              Earlier entries
            </Button>
          )}
        </div>
      </CardBody>
      {deleting && (
        <Confirm
          title="Delete all that is stored of you?"
          verb="Delete all"
          busy={forget.isPending}
          failure={forget.error}
          onClose={() => {
            forget.reset();
            setDeleting(false);
          }}
          onConfirm={() => forget.mutate(undefined, { onSuccess: () => setDeleting(false) })}
        >
          Pages, looks at symbols and your patterns go, and predictions forget them. This cannot be taken back.
          {consent.data?.agreed && ' Recording goes on until you switch it off.'}
        </Confirm>
      )}
    </Card>
  );
}

function Entries({ items }: { items: BehaviorEntry[] }) {
  const portfolios = usePortfolios();
  const nameOf = (id: string | undefined) => (id ? (portfolios.data?.find((one) => one.id === id)?.name ?? 'one deleted since') : '–');
  return (
    <Table variant="compact" aria-label="What is stored" className="mg-table">
      <Thead>
        <Tr>
          <Th>What</Th>
          <Th modifier="fitContent">When</Th>
          <Th>Came from</Th>
          <Th className="mg-right" modifier="fitContent">
            There for
          </Th>
          <Th className="mg-right" modifier="fitContent">
            Waited
          </Th>
          <Th>Market</Th>
          <Th>Portfolio</Th>
          <Th>Held</Th>
        </Tr>
      </Thead>
      <Tbody>
        {items.map((entry, place) => (
          <Tr key={`${entry.at}${place}`}>
            <Td dataLabel="What" className="mg-whole">
              <span>
                {deedWords(entry)} <Place path={entry.symbol ? `/market/${entry.symbol}` : entry.path} />
              </span>
            </Td>
            <Td dataLabel="When" modifier="nowrap">
              {ownTime(entry.at)}
            </Td>
            <Td dataLabel={entry.kind === 'VISIT' ? 'Came from' : 'On page'}>
              {entry.kind === 'VISIT' ? (entry.from ? pageWords(entry.from) : (entry.referrer ?? '–')) : pageWords(entry.path)}
            </Td>
            <Td dataLabel="There for" className="mg-right" modifier="nowrap">
              {passed(entry.durationMillis)}
            </Td>
            <Td dataLabel="Waited" className="mg-right" modifier="nowrap">
              <span>
                {entry.warm && (
                  <Label isCompact color="green">
                    ahead
                  </Label>
                )}{' '}
                {passed(entry.loadMillis)}
                {calls(entry)}
              </span>
            </Td>
            <Td dataLabel="Market">{marketWords(entry.marketState)}</Td>
            <Td dataLabel="Portfolio">{nameOf(entry.portfolio)}</Td>
            <Td dataLabel="Held" title={entry.held.join(' ')}>
              {heldWords(entry.held)}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function Place({ path }: { path: string }) {
  const page = knownPage(path);
  return page ? <Link to={hrefOf(page)}>{pageWords(path)}</Link> : <span>{path}</span>;
}

/** Calls of sources that the page waited for, and those made ahead for him since the page before. */
function calls({ sourceCalls, aheadCalls }: BehaviorEntry) {
  const words = [sourceCalls ? `${sourceCalls} from sources` : '', aheadCalls ? `${amount(aheadCalls)} ahead` : ''].filter(Boolean).join(', ');
  return words && <span className="mg-subtle"> {words}</span>;
}

const amount = (value: number) => String(Math.round(value * 10) / 10);
