import { Button, Card, CardBody, CardHeader, CardTitle, Progress } from '@patternfly/react-core';
import { quantity } from '../figures/amounts';
import { localTime } from '../figures/dates';
import { overallFraction } from '../runs/journal';
import { useCancelRun } from '../runs/runs';
import { useRunStream } from '../runs/useRunStream';
import { ProblemAlert } from '../server/ProblemAlert';
import { OpportunityTable } from './OpportunityTable';
import type { ScanReport } from './options';

interface Props {
  run: string | undefined;
  onAnalyse(symbol: string): void;
}

/** What a scan has found so far, as its stream tells it; after a reload the same run is shown on. */
export function ScanResults({ run, onAnalyse }: Props) {
  const { view, problem } = useRunStream(run);
  const cancel = useCancelRun();
  const found = (view.results.opportunities ?? view.results.opportunities_so_far) as ScanReport | undefined;
  const working = run !== undefined && !problem && (view.status === 'RUNNING' || view.status === 'CONNECTING');
  const wishes = Object.entries(view.parameters).map(([name, value]) => `${name} ${(name === 'kind' ? value.toLowerCase().replaceAll('_', ' ') : value).replaceAll(',', ', ')}`);
  return (
    <Card>
      <CardHeader
        actions={{
          hasNoOffset: true,
          actions: working && (
            <Button variant="secondary" isDanger isLoading={cancel.isPending} onClick={() => cancel.mutate(run)}>
              Cancel
            </Button>
          ),
        }}
      >
        <CardTitle component="h2">What could be sold</CardTitle>
        {view.startedAt && (
          <p className="mg-row-note">
            {localTime(view.startedAt)}
            {view.seconds !== undefined && `, took ${view.seconds.toFixed(1)} s`}
            {wishes.length > 0 && `; ${wishes.join('; ')}`}
          </p>
        )}
      </CardHeader>
      <CardBody>
        <ProblemAlert failure={problem ?? cancel.error} />
        {!run && <p className="mg-subtle">Nothing scanned yet. “Scan” reads every chain and shows the best as they are found.</p>}
        {working && (
          <Progress
            aria-label="Scan"
            value={Math.round(100 * overallFraction(view))}
            measureLocation="outside"
            {...(view.steps[0]?.message ? { title: view.steps[0].message } : {})}
          />
        )}
        {view.status === 'FAILED' && <p className="mg-loss">The scan failed. {view.failure}</p>}
        {view.status === 'CANCELLED' && <p className="mg-subtle">Cancelled; what was found until then:</p>}
        {found && (
          <>
            <p className="mg-row-note" aria-live="polite">
              {quantity(found.contracts)} contracts on {found.symbols} of {found.wanted} underlyings read; {quantity(found.candidates)} pass the filters, the best{' '}
              {found.items.length} are shown.
              {found.missing.length > 0 && ` Without a chain: ${found.missing.map((one) => one.symbol).join(', ')}.`}
            </p>
            {found.items.length > 0 ? (
              <OpportunityTable label="What could be sold, the best first" items={found.items} onAnalyse={onAnalyse} />
            ) : (
              !working && <p className="mg-subtle">Nothing passes the filters. Widen delta, days, spread or open interest.</p>
            )}
          </>
        )}
      </CardBody>
    </Card>
  );
}
