import { describe, expect, it } from 'vitest';
import { hasEnded, NOTHING_YET, overallFraction, type RunEvent, withEvent } from './journal';

function event(sequence: number, type: string, members: Record<string, unknown> = {}): RunEvent {
  return { sequence, type, at: '2024-05-01T14:00:00Z', run: 'r1', ...members };
}

const START = event(1, 'start', {
  operation: 'portfolio_analysis',
  parameters: { portfolio: 'p1' },
  asOf: '2024-05-01T14:00:00Z',
  steps: ['risk_metrics', 'summary'],
});

function after(...events: RunEvent[]) {
  return events.reduce(withEvent, NOTHING_YET);
}

describe('the view of a run', () => {
  it('lists the steps as soon as the run starts', () => {
    const view = after(START);
    expect(view.status).toBe('RUNNING');
    expect(view.steps.map((step) => [step.name, step.state])).toEqual([
      ['risk_metrics', 'waiting'],
      ['summary', 'waiting'],
    ]);
  });

  it('counts each step the same', () => {
    const half = after(START, event(2, 'progress', { step: 'risk_metrics', fraction: 0.5, message: 'Reading prices' }));
    expect(half.steps[0]).toMatchObject({ state: 'working', message: 'Reading prices' });
    expect(overallFraction(half)).toBeCloseTo(0.25);
    expect(overallFraction(withEvent(half, event(3, 'risk_metrics', { beta: 1.1 })))).toBeCloseTo(0.5);
  });

  it('takes a repeated event for what it is', () => {
    const view = after(START, event(2, 'risk_metrics', { beta: 1.1 }));
    expect(withEvent(view, event(2, 'risk_metrics', { beta: 9.9 }))).toBe(view);
    expect(view.results.risk_metrics?.beta).toBe(1.1);
  });

  it('keeps results when the run is cancelled, and says so', () => {
    const view = after(START, event(2, 'risk_metrics'), event(3, 'progress', { step: 'summary', fraction: 0.1 }), event(4, 'cancelled'));
    expect(hasEnded(view)).toBe(true);
    expect(view.steps.map((step) => step.state)).toEqual(['done', 'failed']);
    expect(view.results.risk_metrics).toBeDefined();
  });

  it('goes on when a step that is not needed fails', () => {
    const view = after(START, event(2, 'step_failed', { step: 'risk_metrics', detail: 'No prices.' }), event(3, 'summary'));
    expect(view.faults).toEqual({ risk_metrics: 'No prices.' });
    expect(view.steps.map((step) => step.state)).toEqual(['failed', 'done']);
    expect(overallFraction(view)).toBe(1);
  });

  it('tells why a run failed', () => {
    expect(after(START, event(2, 'failed', { detail: 'The server stopped.' })).failure).toBe('The server stopped.');
  });

  it('is the same whether events come at once or one by one after a resume', () => {
    const events = [START, event(2, 'progress', { step: 'risk_metrics', fraction: 1 }), event(3, 'risk_metrics'), event(4, 'complete', { seconds: 2 })];
    const resumed = [...events.slice(0, 3), ...events.slice(1)];
    expect(after(...resumed)).toEqual(after(...events));
  });
});
