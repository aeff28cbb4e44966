/** One line of a chart over dates that all lines share. */
export interface Line {
  name: string;
  colour: 'accent' | 'second' | 'gain' | 'loss' | 'text';
  /** By place of the date; undefined where there is none. */
  values: (number | undefined)[];
  /** Fill under the line, or above it (for what hangs from zero, such as a drawdown). */
  area?: 'below' | 'above';
  /** A value that holds until it changes: draw steps. */
  steps?: boolean;
}

/** How far below its highest value so far each value stands: 0 or negative fractions. */
export function drawdowns(returns: number[]): number[] {
  let peak = 1;
  return returns.map((total) => {
    const level = 1 + total;
    peak = Math.max(peak, level);
    return level / peak - 1;
  });
}
