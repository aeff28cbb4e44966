import { Alert, Button, Progress, ProgressMeasureLocation } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { hasEnded, overallFraction } from '../runs/journal';
import { useCancelRun, useStartRun } from '../runs/runs';
import { useRunStream } from '../runs/useRunStream';
import { ProblemAlert } from '../server/ProblemAlert';

/** Starts the streamed stress test and shows how far it is; its result renews the page. */
export function StressRun({ portfolio }: { portfolio: string }) {
  const client = useQueryClient();
  const start = useStartRun();
  const cancel = useCancelRun();
  const [run, setRun] = useState<string>();
  const { view, problem } = useRunStream(run);
  const working = run !== undefined && !hasEnded(view) && !problem;
  const complete = view.status === 'COMPLETE';

  useEffect(() => {
    if (complete) {
      void client.invalidateQueries({ queryKey: ['risk', portfolio] });
    }
  }, [complete, client, portfolio]);

  return (
    <div>
      <ProblemAlert failure={start.error ?? cancel.error} />
      <div className="mg-top__actions">
        {working ? (
          <Button variant="secondary" isDanger isLoading={cancel.isPending} onClick={() => cancel.mutate(run)}>
            Cancel
          </Button>
        ) : (
          <Button
            variant="secondary"
            isLoading={start.isPending}
            isDisabled={start.isPending}
            onClick={() => start.mutate({ operation: 'stress_test', parameters: { portfolio } }, { onSuccess: setRun })}
          >
            {run ? 'Test again' : 'Run a stress test'}
          </Button>
        )}
        {run && (
          <Button variant="link" isInline component={(props) => <Link {...props} to={`/runs/${run}`} />}>
            Own page
          </Button>
        )}
      </div>
      {working && <Progress value={Math.round(overallFraction(view) * 100)} size="sm" measureLocation={ProgressMeasureLocation.outside} aria-label="Progress of the stress test" />}
      {view.status === 'FAILED' && <Alert component="p" variant="danger" isInline title={view.failure || 'The stress test failed'} />}
      <p className="mg-row-note" aria-live="polite">
        {complete && `Tested in ${view.seconds?.toFixed(1) ?? '?'} s.`}
        {view.status === 'CANCELLED' && 'Cancelled.'}
      </p>
    </div>
  );
}
