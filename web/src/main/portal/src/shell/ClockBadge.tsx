import { Label, Tooltip } from '@patternfly/react-core';
import { ClockIcon, HistoryIcon } from '@patternfly/react-icons';
import { exchangeTime, shortDate } from '../figures/dates';
import { PHASE_WORDS, useMarketClock } from '../market/clock';

/** Which time the figures are of: the market's, live or replayed, and the session's phase. */
export function ClockBadge() {
  const { data: clock } = useMarketClock();
  if (!clock) {
    return null;
  }
  const replay = clock.mode === 'REPLAY';
  const next =
    clock.phase === 'OPEN'
      ? clock.nextClose && `closes ${exchangeTime(clock.nextClose)}`
      : clock.nextOpen && `opens ${shortDate(clock.nextOpen)} ${exchangeTime(clock.nextOpen)}`;
  const explanation = replay
    ? `Replay of imported history: the clock ${clock.speed === 0 ? 'stands still' : `runs at ${clock.speed}× speed`}. All figures are as of ${shortDate(clock.now)} ${exchangeTime(clock.now)} New York.`
    : `Live market time: ${shortDate(clock.now)} ${exchangeTime(clock.now)} New York${next ? `; ${next}` : ''}.`;
  return (
    <Tooltip content={explanation}>
      <Label
        isCompact
        className="mg-clock"
        tabIndex={0}
        color={replay ? 'purple' : clock.phase === 'OPEN' ? 'green' : 'grey'}
        icon={replay ? <HistoryIcon /> : <ClockIcon />}
      >
        <span className="mg-clock__long">{replay ? 'Replay · ' : ''}</span>
        {replay ? shortDate(clock.now) : PHASE_WORDS[clock.phase]}
        <span className="mg-clock__long">
          {replay ? ` · ${PHASE_WORDS[clock.phase]}` : ''} · {exchangeTime(clock.now)}
        </span>
      </Label>
    </Tooltip>
  );
}
