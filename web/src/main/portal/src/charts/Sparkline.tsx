interface Props {
  /** Fractions from 0 to 1, oldest first; undefined leaves a gap. */
  values: (number | undefined)[];
  /** What the picture shows, in words. */
  label: string;
}

const WIDTH = 120;
const HEIGHT = 26;
const EDGE = 2;

/** A small picture of how a fraction went; its scale is always the whole, from 0 to 1. */
export function Sparkline({ values, label }: Props) {
  const lines = linesOf(values);
  const last = lines.at(-1)?.at(-1);
  return (
    <svg className="mg-spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <line className="mg-spark__axis" x1="0" y1={HEIGHT - EDGE} x2={WIDTH} y2={HEIGHT - EDGE} />
      {lines.map((line, order) => (
        <polyline key={order} className="mg-spark__line" points={line.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
      ))}
      {last && <circle className="mg-spark__dot" cx={last[0]} cy={last[1]} r="2" />}
    </svg>
  );
}

/** Unbroken stretches as points in the picture. */
export function linesOf(values: (number | undefined)[]): [number, number][][] {
  const step = values.length > 1 ? (WIDTH - 2 * EDGE) / (values.length - 1) : 0;
  const lines: [number, number][][] = [];
  let line: [number, number][] = [];
  values.forEach((value, order) => {
    if (value === undefined) {
      if (line.length > 0) {
        lines.push(line);
      }
      line = [];
    } else {
      line.push([EDGE + order * step, HEIGHT - EDGE - value * (HEIGHT - 2 * EDGE)]);
    }
  });
  if (line.length > 0) {
    lines.push(line);
  }
  return lines;
}
