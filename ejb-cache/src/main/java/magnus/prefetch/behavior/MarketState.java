package magnus.prefetch.behavior;

import java.time.Instant;
import java.time.MonthDay;
import java.util.Optional;
import java.util.OptionalDouble;
import magnus.basics.time.MarketPhase;
import magnus.basics.time.TradingCalendar;

/**
 * How the market stood when something was done: its phase, how nervous it was, and whether most
 * companies were reporting. Kept with the visit, since the market's clock may be set to another
 * time.
 *
 * @param nerves empty where the VIX was not known
 * @param earningsSeason from the 10th of the month after a quarter's end for five weeks
 */
public record MarketState(MarketPhase phase, Optional<Nerves> nerves, boolean earningsSeason) {

  /** Of the earnings season in {@link #events}. */
  public static final int EARNINGS_SEASON = 1;

  private static final double CALM_BELOW = 15;
  private static final double HIGH_FROM = 20;
  private static final String SEASON = "EPS";
  private static final int FIRST_DAY = 10;
  private static final int LAST_DAY = 14;

  /** Where the VIX is: below 15 points, between, from 20 on. */
  public enum Nerves {
    CALM,
    MID,
    HIGH
  }

  /**
   * The state at an instant.
   *
   * @param vix in points
   */
  public static MarketState at(Instant now, OptionalDouble vix) {
    Optional<Nerves> nerves = Optional.empty();
    if (vix.isPresent()) {
      double points = vix.getAsDouble();
      nerves =
          Optional.of(
              points < CALM_BELOW ? Nerves.CALM : points < HIGH_FROM ? Nerves.MID : Nerves.HIGH);
    }
    MonthDay day = MonthDay.from(TradingCalendar.date(now));
    boolean first = day.getMonthValue() % 3 == 1 && day.getDayOfMonth() >= FIRST_DAY;
    boolean second = day.getMonthValue() % 3 == 2 && day.getDayOfMonth() <= LAST_DAY;
    return new MarketState(TradingCalendar.newYork().phase(now), nerves, first || second);
  }

  /** As stored, such as {@code OPEN/HIGH/EPS}; the phase alone where nothing else is known. */
  public String text() {
    return phase + nerves.map(n -> "/" + n).orElse("") + (earningsSeason ? "/" + SEASON : "");
  }

  /** The state of a stored text; empty for another one. */
  public static Optional<MarketState> parse(String text) {
    String[] parts = text.split("/");
    for (MarketPhase phase : MarketPhase.values()) {
      if (phase.name().equals(parts[0])) {
        Optional<Nerves> nerves = Optional.empty();
        boolean season = false;
        for (int i = 1; i < parts.length; i++) {
          season |= parts[i].equals(SEASON);
          for (Nerves each : Nerves.values()) {
            nerves = each.name().equals(parts[i]) ? Optional.of(each) : nerves;
          }
        }
        return Optional.of(new MarketState(phase, nerves, season));
      }
    }
    return Optional.empty();
  }

  /** As a small number for models: how nervous, or the phase where that is not known. */
  public int condition() {
    return nerves.map(n -> MarketPhase.values().length + n.ordinal()).orElse(phase.ordinal());
  }

  /** What is on, one bit each. */
  public int events() {
    return earningsSeason ? EARNINGS_SEASON : 0;
  }
}
