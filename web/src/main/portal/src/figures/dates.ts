const EXCHANGE_ZONE = 'America/New_York';

const time = new Intl.DateTimeFormat('en-US', { timeZone: EXCHANGE_ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const instantDate = new Intl.DateTimeFormat('en-US', { timeZone: EXCHANGE_ZONE, year: 'numeric', month: 'short', day: 'numeric' });
const plainDate = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric' });
const local = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });

/** An instant's time of day at the exchange (New York), 24 hours. */
export function exchangeTime(instant: string): string {
  return time.format(new Date(instant));
}

/** A date (`2024-01-31`) or an instant's date at the exchange, as `Jan 31, 2024`. */
export function shortDate(date: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) {
    return plainDate.format(new Date(`${date}T00:00:00Z`));
  }
  return instantDate.format(new Date(date));
}

/** An instant in the reader's own zone: for what he did himself. */
export function localTime(instant: string): string {
  return local.format(new Date(instant));
}

const own = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** An instant in the reader's own zone and manner of writing. */
export function ownTime(instant: string): string {
  return own.format(new Date(instant));
}

/** `days` before a date, as a date; `days` may be negative. */
export function daysBefore(date: string, days: number): string {
  const moved = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() - days);
  return moved.toISOString().slice(0, 10);
}

const moment = new Intl.DateTimeFormat('en-US', {
  timeZone: EXCHANGE_ZONE,
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** An instant of market time to the second, at the exchange: `Mar 3, 10:00:05`. */
export function marketMoment(instant: string): string {
  return moment.format(new Date(instant));
}
