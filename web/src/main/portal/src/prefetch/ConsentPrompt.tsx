import { Button } from '@patternfly/react-core';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { ProblemAlert } from '../server/ProblemAlert';
import { useConsent, useSayConsent } from './behavior';

/** Asks once whether visits may be recorded; it is out of the way, and no is as near as yes. */
export function ConsentPrompt() {
  const consent = useConsent();
  const say = useSayConsent();
  const [answer, setAnswer] = useState<boolean>();
  const { pathname } = useLocation();
  if (!consent.data || consent.data.asked || pathname === '/my-data') {
    return null;
  }
  const reply = (agreed: boolean) => {
    setAnswer(agreed);
    say.mutate(agreed);
  };
  return (
    <section className="mg-consent" aria-labelledby="consent-title">
      <div className="mg-consent__words">
        <h2 id="consent-title" className="mg-part">
          May Magnus remember what you open?
        </h2>
        <p>
          It would record which pages and symbols you open, when, and how long they took, to load ahead what you will probably open
          next. It keeps that for {consent.data.retentionDays} days, shows it to you alone, and deletes it whenever you say so. Magnus works the same
          without. <Link to="/my-data">What exactly, and what you can do</Link>
        </p>
        <ProblemAlert failure={say.error} title="Your answer was not stored" />
      </div>
      <div className="mg-consent__answers">
        <Button variant="secondary" isDisabled={say.isPending} isLoading={say.isPending && answer === true} onClick={() => reply(true)}>
          Yes, remember
        </Button>
        <Button variant="secondary" isDisabled={say.isPending} isLoading={say.isPending && answer === false} onClick={() => reply(false)}>
          No, do not
        </Button>
      </div>
    </section>
  );
}
