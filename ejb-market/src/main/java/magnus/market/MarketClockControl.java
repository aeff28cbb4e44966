package magnus.market;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import magnus.basics.problem.Refusal;
import magnus.basics.time.TradingCalendar;
import magnus.basics.time.WallClock;
import magnus.identity.AuditLog;
import magnus.identity.Caller;
import magnus.identity.RequestOrigin;
import magnus.persistence.clock.MarketTime;
import magnus.persistence.clock.MarketTimes;
import magnus.persistence.clock.SharedMarketClock;

/** Shows market time, and lets administrators set it for all nodes. */
@Stateless
public class MarketClockControl {

  /** The exchange calendar is complete from then on. */
  private static final Instant EARLIEST = Instant.parse("1990-01-02T14:30:00Z");

  @Inject private SharedMarketClock clock;
  @Inject private MarketTimes times;
  @Inject private WallClock wall;
  @Inject private AuditLog audit;

  /** Market time now. */
  public MarketMoment now() {
    MarketTime setting = clock.setting();
    return moment(setting, wall.instant());
  }

  static MarketMoment moment(MarketTime setting, Instant wallNow) {
    TradingCalendar calendar = TradingCalendar.newYork();
    boolean live = setting.hasCaughtUp(wallNow);
    Instant now = setting.at(wallNow);
    return new MarketMoment(
        live ? MarketMoment.Mode.LIVE : MarketMoment.Mode.REPLAY,
        now,
        live ? 1 : setting.speed(),
        live && setting.mode() == MarketTime.Mode.REPLAY,
        calendar.phase(now),
        calendar.lastOpened(now).date(),
        calendar.nextOpen(now),
        calendar.nextClose(now));
  }

  /**
   * Sets market time. It counts on this node at once and on the others within a second.
   *
   * @param at where a replay begins; absent: where market time stands, so that speed alone changes
   * @param speed market seconds per wall second, 0 to pause; absent: as it was, 1 for a new replay
   * @throws Refusal where the instant or the speed is out of range
   */
  public MarketMoment set(
      Caller caller,
      RequestOrigin origin,
      MarketMoment.Mode mode,
      Optional<Instant> at,
      OptionalDouble speed) {
    Instant wallNow = wall.instant();
    at.filter(instant -> instant.isBefore(EARLIEST) || instant.isAfter(wallNow))
        .ifPresent(
            instant -> {
              throw Refusal.malformed(
                  "at", instant, "an instant from " + EARLIEST + " to now, " + wallNow);
            });
    if (speed.isPresent()
        && !(speed.getAsDouble() >= 0 && speed.getAsDouble() <= MarketTime.FASTEST)) {
      throw Refusal.malformed(
          "speed",
          speed.getAsDouble(),
          "market seconds per second, from 0 (paused) to " + (long) MarketTime.FASTEST);
    }
    MarketTime wanted =
        times.change(
            before ->
                mode == MarketMoment.Mode.LIVE
                    ? MarketTime.live()
                    : MarketTime.replay(
                        at.orElseGet(() -> before.at(wallNow)),
                        wallNow,
                        speed.orElse(
                            before.mode() == MarketTime.Mode.REPLAY ? before.speed() : 1)));
    clock.changed(wanted);
    MarketMoment moment = moment(wanted, wall.instant());
    audit.done(
        caller.name(),
        "market-clock-set",
        moment.mode() + " " + moment.now() + " × " + moment.speed(),
        origin);
    MarketLog.LOG.clockSet(
        moment.mode().name(), moment.now().toString(), moment.speed(), caller.name());
    return moment;
  }
}
