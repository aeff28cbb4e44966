import type { Frontier, FrontierPoint } from './cache';

/** One of what is drawn. */
export interface Mark {
  name: string;
  kind: 'fixed' | 'rule' | 'bounded';
  shipped: boolean;
  inForce: boolean;
  point: FrontierPoint;
}

/** Everything that was measured: policies without a bound first, then the curve by its ε. */
export function marksOf({ measured, policy, epsilonBp }: Frontier): Mark[] {
  const plain = (name: string, kind: Mark['kind'], point: FrontierPoint, inForce: boolean): Mark => ({ name, kind, shipped: false, inForce, point });
  return [
    plain('fixed', 'fixed', measured.fixed, policy === 'fixed'),
    plain('fixed, in batches', 'fixed', measured.fixedBatching, false),
    plain('rule', 'rule', measured.rule, policy === 'rule'),
    ...measured.bounded.map((point) => ({
      name: `ε ${point.epsilonBp}`,
      kind: 'bounded' as const,
      shipped: point.epsilonBp === measured.shippedEpsilonBp,
      inForce: policy === 'error-bounded' && point.epsilonBp === epsilonBp,
      point,
    })),
  ];
}

export interface Scale {
  ticks: number[];
  most: number;
}

/** From 0 to a round number at or above `most`, in four to six round steps. */
export function scaleTo(most: number): Scale {
  const rough = most / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5, 10].find((times) => times * power >= rough * 0.999) ?? 10);
  const count = Math.ceil(most / step - 1e-9);
  return { ticks: Array.from({ length: count + 1 }, (_unused, tick) => Number((tick * step).toPrecision(6))), most: count * step };
}
