package magnus.persistence.clock;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/**
 * What market time is: the time on the wall, or a replay that runs from an anchor at some speed
 * until it has caught up with the wall.
 *
 * @param mode live or replay
 * @param marketAnchor market time at {@code wallAnchor}; not looked at when live
 * @param wallAnchor wall time at which the replay stood at {@code marketAnchor}
 * @param speed market seconds per wall second, from 0 (paused) to {@value #FASTEST}
 */
public record MarketTime(Mode mode, Instant marketAnchor, Instant wallAnchor, double speed) {

  /** Market seconds per wall second at most: a year in some five minutes. */
  public static final double FASTEST = 100_000;

  /** Where market time comes from. */
  public enum Mode {
    LIVE,
    REPLAY
  }

  public MarketTime {
    if (!(speed >= 0 && speed <= FASTEST)) {
      throw new IllegalArgumentException("speed " + speed + " is not from 0 to " + FASTEST);
    }
  }

  /** Market time is wall time. */
  public static MarketTime live() {
    return new MarketTime(Mode.LIVE, Instant.EPOCH, Instant.EPOCH, 1);
  }

  /** Market time stands at {@code at} when wall time is {@code wallNow}, and runs from there. */
  public static MarketTime replay(Instant at, Instant wallNow, double speed) {
    return new MarketTime(Mode.REPLAY, at, wallNow, speed);
  }

  /**
   * Market time at that wall time. A replay never runs backwards past its anchor: where another
   * node's wall clock is a little behind, it stands still until the anchor is reached. Nor does it
   * run past the wall: no market is known beyond it, so there it goes on live.
   */
  public Instant at(Instant wall) {
    return hasCaughtUp(wall) ? wall : replayed(wall);
  }

  /** Whether market time is wall time at that wall time: live, or a replay that has reached it. */
  public boolean hasCaughtUp(Instant wall) {
    return mode == Mode.LIVE || !replayed(wall).isBefore(wall);
  }

  private Instant replayed(Instant wall) {
    Duration passed = Duration.between(wallAnchor, wall);
    if (passed.isNegative() || speed == 0) {
      return marketAnchor;
    }
    BigDecimal seconds =
        BigDecimal.valueOf(passed.getSeconds())
            .add(BigDecimal.valueOf(passed.getNano(), 9))
            .multiply(BigDecimal.valueOf(speed))
            .setScale(9, RoundingMode.FLOOR);
    long whole = seconds.setScale(0, RoundingMode.FLOOR).longValueExact();
    long nanos = seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValueExact();
    return marketAnchor.plusSeconds(whole).plusNanos(nanos);
  }
}
