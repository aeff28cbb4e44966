/** Round numbers within a range, about `count` of them, ascending. */
export function ticksBetween(low: number, high: number, count: number): number[] {
  if (!(high > low)) {
    return [];
  }
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5, 10].find((times) => times * power >= rough * 0.999) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_unused, place) => Number(((first + place) * step).toPrecision(10)));
}
