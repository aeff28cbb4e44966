import { daysBefore } from '../figures/dates';

export const RANGES = ['1M', '3M', '6M', '1Y', '5Y', 'All'] as const;
export type Range = (typeof RANGES)[number];

const DAYS: Record<Range, number | undefined> = { '1M': 31, '3M': 92, '6M': 183, '1Y': 366, '5Y': 1827, All: undefined };

/** The first date of a range that ends at `now`; undefined for all there is. */
export function rangeStart(range: Range, now: string | undefined): string | undefined {
  const days = DAYS[range];
  return days === undefined || !now ? undefined : daysBefore(now, days);
}
