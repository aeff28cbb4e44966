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
                <Figure label="Kept for">{data.retentionDays === 1 ? '1 day' : `${data.retentionDays} days`}</Figure>
              </dl>
              <ul className="mg-faults">
                <li>
                  Recorded are the page, the page before, when, how long you looked and waited, the symbol, the portfolio chosen, and
                  whether the market was open. Never what you type, and no other site’s address but the one you came from.
                </li>
                <li>It is used to load ahead what you will probably open next, and to measure whether that makes pages faster.</li>
                <li>
                  You alone see these entries. What many users open one after another may be predicted to others too, without
                  saying whose it was.
                </li>
                <li>Switching it off stops recording at once and keeps what is stored; deleting is further down.</li>
              </ul>
            </>
          )}
        </div>
      </CardBody>
    </Card>
  );
}
