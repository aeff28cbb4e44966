import { describe, expect, it } from 'vitest';
import type { Frontier } from './cache';
import { marksOf, scaleTo } from './frontier';

const point = (callsOfFixed: number, meanErrorBp: number, epsilonBp?: number) => ({ callsOfFixed, meanErrorBp, p99ErrorBp: 5, hitRate: 0.9, epsilonBp });

const frontier = (policy: string, epsilonBp: number) =>
  ({
    policy,
    epsilonBp,
    measured: {
      fixed: point(1, 0.8),
      fixedBatching: point(0.3, 1.1),
      rule: point(0.95, 0.8),
      bounded: [point(0.33, 0.6, 2), point(0.29, 0.7, 3.5)],
      shippedEpsilonBp: 3.5,
    },
  }) as unknown as Frontier;

describe('the frontier', () => {
  it('tells the shipped bound from the one in force', () => {
    const marks = marksOf(frontier('error-bounded', 2));
    expect(marks.filter((mark) => mark.shipped).map((mark) => mark.name)).toEqual(['ε 3.5']);
    expect(marks.filter((mark) => mark.inForce).map((mark) => mark.name)).toEqual(['ε 2']);
  });

  it('marks nothing as in force that was not measured', () => {
    expect(marksOf(frontier('error-bounded', 4)).some((mark) => mark.inForce)).toBe(false);
    expect(marksOf(frontier('rule', 3.5)).filter((mark) => mark.inForce).map((mark) => mark.name)).toEqual(['rule']);
  });

  it('has round steps that hold everything', () => {
    expect(scaleTo(1.05).ticks).toEqual([0, 0.25, 0.5, 0.75, 1, 1.25]);
    expect(scaleTo(1).ticks).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(scaleTo(1.4).most).toBeGreaterThanOrEqual(1.4);
    expect(scaleTo(7).ticks).toEqual([0, 2, 4, 6, 8]);
  });
});
