import { describe, expect, it } from 'vitest';
import type { Confidence } from './recommendations';
import { confidenceWords, kindWords, parts, rate, years } from './words';

const confidence: Confidence = {
  probability: 0.6,
  answers: 1,
  basis: 'you',
  logOdds: { everybody: 0.1, advice: 0, kind: -0.8, figures: 0.2, bends: 0.001 },
  sum: -0.5,
  deviation: 1,
};

describe('words of recommendations', () => {
  it('reads kinds that it does not know from their names', () => {
    expect(kindWords('IDLE_CASH')).toBe('Idle cash');
    expect(kindWords('LATE_GOAL')).toBe('Late goal');
  });

  it('says what a probability rests on', () => {
    expect(confidenceWords(confidence)).toBe('Learned from 1 answer of yours.');
    expect(confidenceWords({ ...confidence, basis: 'assumed' })).toContain('Nobody has answered');
  });

  it('names the parts that weigh, the largest first', () => {
    expect(parts(confidence).map((p) => p.value)).toEqual([-0.8, 0.2, 0.1]);
  });

  it('takes rates and years only within their bounds', () => {
    expect(rate('24')).toBeCloseTo(0.24);
    expect(rate('61')).toBeUndefined();
    expect(rate('')).toBeUndefined();
    expect(years('10')).toBe(10);
    expect(years('0')).toBeUndefined();
    expect(years('1.5')).toBeUndefined();
  });
});
