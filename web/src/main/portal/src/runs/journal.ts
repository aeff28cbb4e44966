/** How a run stands. `CONNECTING` is the viewer's own state: nothing has been heard yet. */
export type RunStatus = 'RUNNING' | 'COMPLETE' | 'FAILED' | 'CANCELLED';

/** One event of a run's journal as it comes over the wire; further members depend on `type`. */
export interface RunEvent {
  type: string;
  sequence: number;
  at: string;
  run: string;
  [member: string]: unknown;
}

export interface StepState {
  name: string;
  state: 'waiting' | 'working' | 'done' | 'failed';
  fraction: number;
  message: string;
}

/** What a viewer knows of a run from the events so far. */
export interface RunView {
  run?: string;
  operation?: string;
  parameters: Record<string, string>;
  asOf?: string;
  status: RunStatus | 'CONNECTING';
  steps: StepState[];
  /** The latest event of each step's own type. */
  results: Record<string, RunEvent>;
  /** Why single steps did not come about while the run went on, by step. */
  faults: Record<string, string>;
  lastSequence: number;
  startedAt?: string;
  endedAt?: string;
  seconds?: number;
  /** Why the run failed, in the server's words. */
  failure?: string;
}

export const NOTHING_YET: RunView = { parameters: {}, status: 'CONNECTING', steps: [], results: {}, faults: {}, lastSequence: 0 };

const ENDINGS: Record<string, RunStatus> = { complete: 'COMPLETE', failed: 'FAILED', cancelled: 'CANCELLED' };

/** Whether no further event will come. */
export function hasEnded(view: RunView): boolean {
  return view.status === 'COMPLETE' || view.status === 'FAILED' || view.status === 'CANCELLED';
}

/**
 * The view after one more event. Events that were already seen (a resume may repeat the last one) leave it as it is, so
 * that any overlap of two connections is harmless.
 */
export function withEvent(view: RunView, event: RunEvent): RunView {
  if (event.sequence <= view.lastSequence) {
    return view;
  }
  const next: RunView = { ...view, run: event.run, lastSequence: event.sequence };
  const ending = ENDINGS[event.type];
  if (event.type === 'start') {
    return {
      ...next,
      status: 'RUNNING',
      startedAt: event.at,
      operation: text(event.operation),
      parameters: (event.parameters as Record<string, string> | undefined) ?? {},
      ...(typeof event.asOf === 'string' ? { asOf: event.asOf } : {}),
      steps: names(event.steps).map((name) => ({ name, state: 'waiting', fraction: 0, message: '' })),
    };
  }
  if (ending) {
    const state = ending === 'COMPLETE' ? 'done' : 'failed';
    return {
      ...next,
      status: ending,
      endedAt: event.at,
      ...(typeof event.seconds === 'number' ? { seconds: event.seconds } : {}),
      ...(ending === 'FAILED' ? { failure: text(event.detail ?? event.message ?? event.reason) } : {}),
      steps: view.steps.map((step) => (step.state === 'working' ? { ...step, state } : step)),
    };
  }
  const status = view.status === 'CONNECTING' ? 'RUNNING' : view.status;
  if (event.type === 'progress') {
    return { ...next, status, steps: progressed(view.steps, event) };
  }
  if (event.type === 'step_failed') {
    const failed = text(event.step);
    return {
      ...next,
      status,
      faults: { ...view.faults, [failed]: text(event.detail) },
      steps: view.steps.map((step) => (step.name === failed ? { ...step, state: 'failed' } : step)),
    };
  }
  return {
    ...next,
    status,
    results: { ...view.results, [event.type]: event },
    steps: view.steps.map((step) => (step.name === event.type ? { ...step, state: 'done', fraction: 1 } : step)),
  };
}

/** How much of the whole run is done, 0–1, each step counting the same. */
export function overallFraction(view: RunView): number {
  if (view.status === 'COMPLETE') {
    return 1;
  }
  const sum = view.steps.reduce((total, step) => total + (step.state === 'done' || step.state === 'failed' ? 1 : step.fraction), 0);
  return view.steps.length === 0 ? 0 : sum / view.steps.length;
}

function progressed(steps: StepState[], event: RunEvent): StepState[] {
  const at = steps.findIndex((step) => step.name === event.step);
  const fraction = typeof event.fraction === 'number' ? Math.min(1, Math.max(0, event.fraction)) : 0;
  return steps.map((step, index) => {
    if (index === at) {
      return step.state === 'done' || step.state === 'failed' ? step : { ...step, state: 'working', fraction, message: text(event.message) };
    }
    // an earlier step that is still at work when a later one begins has nothing more to say
    return index < at && step.state === 'working' ? { ...step, state: 'done', fraction: 1 } : step;
  });
}

function names(steps: unknown): string[] {
  return Array.isArray(steps)
    ? steps.map((step) => (typeof step === 'string' ? step : String((step as { name?: unknown }).name)))
    : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
