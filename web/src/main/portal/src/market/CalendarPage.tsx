import { Card, CardBody, CardTitle, FormSelect, FormSelectOption, Label, PageSection, Skeleton } from '@patternfly/react-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { shortDate } from '../figures/dates';
import { SourceLabel } from '../figures/SourceLabel';
import { words } from '../runs/runs';
import { ProblemAlert } from '../server/ProblemAlert';
import { PageTop } from '../shell/PageTop';
import { calendarRange, FIRST_DAYS_AHEAD, useMarketClock } from './clock';
import { type Catalyst, useCalendar } from './market';

const AHEAD = { '2 weeks': FIRST_DAYS_AHEAD, '1 month': 31, '3 months': 92 } as const;
const COLOURS: Record<string, 'blue' | 'purple' | 'teal' | 'orange' | 'green'> = {
  EARNINGS: 'blue',
  FED_MEETING: 'purple',
  OPTIONS_EXPIRATION: 'teal',
  FDA_DECISION: 'orange',
  EX_DIVIDEND: 'green',
};

function byDate(catalysts: Catalyst[]): [string, Catalyst[]][] {
  const days = new Map<string, Catalyst[]>();
  for (const catalyst of catalysts) {
    days.set(catalyst.date, [...(days.get(catalyst.date) ?? []), catalyst]);
  }
  return [...days].sort(([one], [other]) => one.localeCompare(other));
}

/** What is ahead that may move prices, and when the exchange is closed. */
export function CalendarPage() {
  const [ahead, setAhead] = useState<keyof typeof AHEAD>('2 weeks');
  const [kind, setKind] = useState('');
  const clock = useMarketClock();
  const calendar = useCalendar(...calendarRange(clock.data, AHEAD[ahead]));
  const all = calendar.data?.catalysts ?? [];
  const kinds = [...new Set(all.map((one) => one.kind))].sort();
  const days = byDate(all.filter((one) => !kind || one.kind === kind));
  const halves = calendar.data?.sessions.filter((session) => session.half) ?? [];
  return (
    <>
      <PageTop title="Calendar" subtitle="Earnings, Fed meetings, expirations, FDA dates and dividends ahead." />
      <PageSection>
        <div className="mg-stack">
          <div className="mg-filters">
            <FormSelect aria-label="How far ahead" value={ahead} onChange={(_event, value) => setAhead(value as keyof typeof AHEAD)}>
              {Object.keys(AHEAD).map((one) => (
                <FormSelectOption key={one} value={one} label={`Next ${one}`} />
              ))}
            </FormSelect>
            <FormSelect aria-label="Kind" value={kind} onChange={(_event, value) => setKind(value)}>
              <FormSelectOption value="" label="All kinds" />
              {kinds.map((one) => (
                <FormSelectOption key={one} value={one} label={words(one.toLowerCase())} />
              ))}
            </FormSelect>
          </div>
          <ProblemAlert failure={calendar.error ?? clock.error} retry={() => void calendar.refetch()} />
          {calendar.isPending && <Skeleton height="12rem" screenreaderText="Loading the calendar" />}
          {halves.length > 0 && (
            <p className="mg-subtle">Half days: {halves.map((session) => shortDate(session.date)).join(', ')}.</p>
          )}
          {calendar.data && days.length === 0 && <p className="mg-subtle">Nothing is known for that time.</p>}
          {days.map(([date, catalysts]) => (
            <Card key={date} isCompact>
              <CardTitle component="h2">{shortDate(date)}</CardTitle>
              <CardBody>
                <ul className="mg-plain">
                  {catalysts.slice(0, 40).map((one, order) => (
                    <li key={order}>
                      <Label isCompact color={COLOURS[one.kind] ?? 'grey'}>
                        {words(one.kind.toLowerCase())}
                      </Label>{' '}
                      {one.symbol && <Link to={`/market/${encodeURIComponent(one.symbol)}`}>{one.symbol}</Link>} {one.title}{' '}
                      <SourceLabel source={one.source} />
                    </li>
                  ))}
                  {catalysts.length > 40 && <li className="mg-subtle">…and {catalysts.length - 40} more</li>}
                </ul>
              </CardBody>
            </Card>
          ))}
        </div>
      </PageSection>
    </>
  );
}
