import { Progress, ProgressMeasureLocation, Spinner } from '@patternfly/react-core';
import { CheckCircleIcon, CircleIcon, ExclamationCircleIcon } from '@patternfly/react-icons';
import { overallFraction, type RunView, type StepState } from './journal';
import { words } from './runs';

const ICONS = {
  waiting: <CircleIcon className="mg-step__icon" />,
  working: <Spinner size="sm" aria-hidden="true" />,
  done: <CheckCircleIcon className="mg-step__icon mg-gain" />,
  failed: <ExclamationCircleIcon className="mg-step__icon mg-loss" />,
};
const STATES = { waiting: 'waiting', working: 'at work', done: 'done', failed: 'not finished' };

/** How far a run is, as a whole and step by step. */
export function StepList({ view }: { view: RunView }) {
  const percent = Math.round(overallFraction(view) * 100);
  const working = view.steps.find((step) => step.state === 'working');
  return (
    <div className="mg-steps">
      <Progress
        value={percent}
        size="sm"
        measureLocation={ProgressMeasureLocation.outside}
        aria-label="Progress of the analysis"
        {...(view.status === 'FAILED' ? { variant: 'danger' as const } : {})}
        {...(view.status === 'COMPLETE' ? { variant: 'success' as const } : {})}
      />
      <ol className="mg-steps__list">
        {view.steps.map((step) => (
          <Step key={step.name} step={step} />
        ))}
      </ol>
      <p className="mg-subtle mg-steps__message" aria-live="polite">
        {working?.message}
      </p>
    </div>
  );
}

function Step({ step }: { step: StepState }) {
  return (
    <li className={`mg-step mg-step--${step.state}`}>
      {ICONS[step.state]}
      <span>
        {words(step.name)} <span className="pf-v6-screen-reader">, {STATES[step.state]}</span>
      </span>
      {step.state === 'working' && step.fraction > 0 && <span className="mg-subtle">{Math.round(step.fraction * 100)}%</span>}
    </li>
  );
}
