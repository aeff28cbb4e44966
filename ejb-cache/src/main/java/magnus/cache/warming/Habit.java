package magnus.cache.warming;

import java.time.LocalDate;
import magnus.basics.time.TradingCalendar;

/**
 * A count that halves every five sessions.
 *
 * @param weight faded accesses
 * @param loadMillis how long the source takes, the newest measurements counting most
 * @param session up to which it is counted
 */
public record Habit(double weight, double loadMillis, LocalDate session) {

  private static final double HALF_LIFE = 5;

  /** What is left of it at a session; nothing is gained where that is an earlier one. */
  public Habit fadedTo(LocalDate then) {
    if (!then.isAfter(session)) {
      return this;
    }
    int passed = TradingCalendar.newYork().sessionsBetween(session, then);
    return new Habit(weight * Math.pow(0.5, passed / HALF_LIFE), loadMillis, then);
  }

  /** With the accesses of a session. */
  public Habit with(long accesses, double load, LocalDate then) {
    Habit faded = fadedTo(then);
    double mean = loadMillis > 0 ? 0.5 * loadMillis + 0.5 * load : load;
    return new Habit(faded.weight + accesses, load > 0 ? mean : loadMillis, faded.session);
  }

  /**
   * Accesses to be expected in one session, given what the weight of a key asked for once in each
   * session would be.
   */
  public double expected(double weightOfOnce) {
    return weightOfOnce <= 0 ? 0 : weight / weightOfOnce;
  }
}
