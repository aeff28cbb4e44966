import { Alert, Button, Card, CardBody, CardTitle, Label, PageSection, Skeleton } from '@patternfly/react-core';
import { Link } from 'react-router';
import { counted } from '../figures/amounts';
import { ownTime } from '../figures/dates';
import { isSymbol } from '../prefetch/pages';
import { ProblemAlert } from '../server/ProblemAlert';
import { PageTop } from '../shell/PageTop';
import { type AlertNotice, useAcknowledge, useAcknowledgeAll, useAlerts, useCheck } from './alerts';
import { RulesCard } from './RulesCard';

/** What the user's rules told him, and the rules. */
export function AlertsPage() {
  const alerts = useAlerts();
  const all = useAcknowledgeAll();
  const check = useCheck();
  const unread = alerts.data?.unread ?? 0;
  return (
    <>
      <PageTop
        title="Alerts"
        subtitle="What you asked to be told of. Looked at every few seconds, and when prices come or a portfolio changes."
        actions={
          <>
            <Button variant="secondary" isLoading={check.isPending} isDisabled={check.isPending} onClick={() => check.mutate(undefined)}>
              Look now
            </Button>{' '}
            <Button variant="secondary" isDisabled={unread === 0 || all.isPending} onClick={() => all.mutate(undefined)}>
              Acknowledge all
            </Button>
          </>
        }
      />
      <PageSection>
        <div className="mg-stack">
          <ProblemAlert failure={check.error ?? all.error} />
          <div aria-live="polite">
            {check.data && (
              <p className="mg-subtle">
                {counted(check.data.rules, 'rule')} looked at, {counted(check.data.told, 'new alert')}.
              </p>
            )}
            {check.data?.missing.map((one) => (
              <Alert component="p" key={one.symbol} variant="warning" isInline title={`Could not look at “${one.symbol}”`}>
                <p>{one.reason}</p>
              </Alert>
            ))}
          </div>
          <Card component="section" aria-label="Told">
            <CardTitle component="h2">Told{unread > 0 ? `, ${unread} not seen yet` : ''}</CardTitle>
            <CardBody>
              {!alerts.data && <ProblemAlert failure={alerts.error} retry={() => void alerts.refetch()} />}
              {alerts.isPending && <Skeleton height="8rem" screenreaderText="Loading alerts" />}
              {alerts.data?.items.length === 0 && <p>Nothing yet. Make a rule below.</p>}
              <ul className="mg-plain mg-rules">
                {alerts.data?.items.map((notice) => (
                  <NoticeLine key={notice.id} notice={notice} />
                ))}
              </ul>
            </CardBody>
          </Card>
          <RulesCard />
        </div>
      </PageSection>
    </>
  );
}

function NoticeLine({ notice }: { notice: AlertNotice }) {
  const acknowledge = useAcknowledge();
  const symbol = notice.subject.split(' ')[0] ?? '';
  const linked = isSymbol(symbol);
  return (
    <li className="mg-rules__line">
      <span>
        {!notice.acknowledgedAt && (
          <Label isCompact color="blue">
            New
          </Label>
        )}{' '}
        {linked ? <Link to={`/market/${encodeURIComponent(symbol)}`}>{notice.title}</Link> : notice.title}
        <div className="mg-figure__note">
          {notice.body} {ownTime(notice.raisedAt)}
        </div>
        <ProblemAlert failure={acknowledge.error} />
      </span>
      {!notice.acknowledgedAt && (
        <Button variant="link" isInline isDisabled={acknowledge.isPending} onClick={() => acknowledge.mutate(notice.id)} aria-label={`Acknowledge: ${notice.title}`}>
          Acknowledge
        </Button>
      )}
    </li>
  );
}
