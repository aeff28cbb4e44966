import { Card, CardBody, CardTitle, Skeleton, Switch } from '@patternfly/react-core';
import { ownTime } from '../figures/dates';
import { Figure } from '../figures/Figure';
import { roundCount } from '../figures/amounts';
import { ProblemAlert } from '../server/ProblemAlert';
import { type Consent, useConsent, useSayConsent } from './behavior';

function since({ agreed, asked, since: at }: Consent): string {
  if (!asked || !at) {
    return 'You have not been recorded, and have not said yet whether you agree.';
  }
  return agreed ? `You agreed on ${ownTime(at)}.` : `You said no on ${ownTime(at)}. Nothing has been recorded since.`;
}

/** Whether the user agrees, and what that means. */
export function RecordingCard() {
  const consent = useConsent();
  const say = useSayConsent();
  const { data } = consent;
  return (
    <Card isFullHeight>
      <CardTitle component="h2">Recording</CardTitle>
      <CardBody>
        <div className="mg-stack">
          <ProblemAlert failure={consent.error} retry={() => void consent.refetch()} />
          <ProblemAlert failure={say.error} title="Your answer was not stored" />
          {consent.isPending && <Skeleton height="10rem" screenreaderText="Loading what you agreed to" />}
          {data && (
            <>
              <Switch
                id="consent-switch"
                label="Remember which pages and symbols I open"
                isChecked={say.isPending ? say.variables : data.agreed}
                isDisabled={say.isPending}
                onChange={(_event, agreed) => say.mutate(agreed)}
              />
              <p className="mg-subtle">{since(data)}</p>
              <dl className="mg-grid-figures">
                <Figure label="Pages stored">{roundCount(data.visits)}</Figure>
                <Figure label="Looks at symbols stored">{roundCount(data.accesses)}</Figure>
                <Figure label="Times of the week stored">{roundCount(data.demands)}</Figure>
                <Figure label="Kept for">{data.retentionDays === 1 ? '1 day' : `${data.retentionDays} days`}</Figure>
              </dl>
              <Explanation retentionDays={data.retentionDays} />
            </>
          )}
        </div>
      </CardBody>
    </Card>
  );
}

/** What is stored, why, how long, who sees it, and what he can do. */
function Explanation({ retentionDays }: { retentionDays: number }) {
  return (
    <dl className="mg-explained">
      <dt>What</dt>
      <dd>
        The page, the page before, when, how long you looked and waited, the symbol, the portfolio chosen, what you held, and how the market stood (open or not, nervous or not, earnings season); and by
        the quarter of an hour how often your own figures were asked for. Never what you type, and no other site’s address but the one you came from.
      </dd>
      <dt>Why</dt>
      <dd>To load ahead what you will probably open next, to compute in quiet hours what you often ask for, and to measure whether that makes pages faster. For nothing else.</dd>
      <dt>How long</dt>
      <dd>Each entry for {retentionDays === 1 ? '1 day' : `${retentionDays} days`}, or until you delete it.</dd>
      <dt>Who sees it</dt>
      <dd>
        You alone see these entries, and they leave this server for nobody. What many users open one after another may be predicted to others too, without
        saying whose it was.
      </dd>
      <dt>What you can do</dt>
      <dd>
        Switch it off at any time: recording stops at once, in all your windows, and what is stored stays, but is no longer used to predict anything. Export or delete all of it further down; what was
        learned from it is unlearned.
      </dd>
    </dl>
  );
}
