import { daysBefore } from '../figures/dates';

/** Days without a price between two days that have one, both ends included. */
export interface Gap {
  from: string;
  to: string;
}

/** The longest that an exchange has stayed closed in our data is a week (September 2001); what is longer lacks data. */
const LONGEST_CLOSURE_DAYS = 10;
const DAY_MILLIS = 86_400_000;

/** Whether more lies between two days that follow each other in the data than an exchange stays closed. */
export function isGap(before: string | undefined, after: string | undefined): boolean {
  return before !== undefined && after !== undefined && (Date.parse(after) - Date.parse(before)) / DAY_MILLIS > LONGEST_CLOSURE_DAYS;
}

/** The stretches that lack data, of ascending dates. */
export function gaps(dates: string[]): Gap[] {
  return dates.flatMap((date, place) => {
    const before = dates[place - 1];
    return before !== undefined && isGap(before, date) ? [{ from: daysBefore(before, -1), to: daysBefore(date, 1) }] : [];
  });
}

/** The weekdays within a gap: a chart that is given them leaves their width empty. */
export function weekdays({ from, to }: Gap): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = daysBefore(day, -1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) {
      days.push(day);
    }
  }
  return days;
}
