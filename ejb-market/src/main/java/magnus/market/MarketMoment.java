package magnus.market;

import java.time.Instant;
import java.time.LocalDate;
import magnus.basics.time.MarketPhase;

/**
 * Market time and where it stands in the exchange's day.
 *
 * @param mode LIVE (wall time) or REPLAY; LIVE too from where a replay has caught up with wall time
 * @param now market time: the as-of of everything shown
 * @param speed market seconds per wall second; 0 while a replay is paused
 * @param caughtUp whether it is live because a replay has reached the present
 * @param sessionDate the last session that has opened, whose prices are current
 * @param nextOpen the next opening bell in market time
 * @param nextClose the next closing bell
 */
public record MarketMoment(
    Mode mode,
    Instant now,
    double speed,
    boolean caughtUp,
    MarketPhase phase,
    LocalDate sessionDate,
    Instant nextOpen,
    Instant nextClose) {

  /** Where market time comes from. */
  public enum Mode {
    LIVE,
    REPLAY
  }
}
