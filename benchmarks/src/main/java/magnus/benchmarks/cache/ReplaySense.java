package magnus.benchmarks.cache;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import magnus.basics.time.FedMeetings;
import magnus.basics.time.Session;
import magnus.basics.time.TradingCalendar;
import magnus.benchmarks.cache.ReplayMarket.Quoted;
import magnus.cache.Ingredient;
import magnus.cache.MarketSense;

/**
 * What the product would know on a replayed day: volatility up to the close before, the meetings of
 * the Fed, and earnings releases at the opening bell of the days that stand in for them.
 */
public final class ReplaySense implements MarketSense {

  private static final double SESSIONS_PER_YEAR = 252;

  private final Map<String, Optional<Reading>> volatility = new HashMap<>();
  private final Map<String, Coming> earnings = new HashMap<>();
  private final Optional<Reading> market;
  private final Optional<Coming> fed;

  /**
   * @param standIns whether the days that stand in for earnings are in the calendar
   */
  public ReplaySense(ReplayMarket bars, ReplayDay day, boolean standIns) {
    TradingCalendar calendar = TradingCalendar.newYork();
    LocalDate date = day.day.date();
    Instant known = calendar.previousSession(date).close();
    Session today = calendar.getSession(date);
    Session next = calendar.nextSession(date);
    for (Quoted quoted : day.quoted) {
      volatility.put(
          quoted.symbol(),
          Optional.of(
              new Reading(
                  quoted.daily(),
                  "realised volatility of "
                      + quoted.symbol()
                      + ", "
                      + ReplayMarket.SESSIONS
                      + " sessions",
                  known)));
      if (standIns && (quoted.reports() || quoted.reportsNext())) {
        earnings.put(
            quoted.symbol(),
            new Coming(
                "EARNINGS",
                quoted.reports() ? today.open() : next.open(),
                "stand-in, known only afterwards"));
      }
    }
    double vix = bars.vixBefore(day.day.epochDay());
    this.market =
        Optional.of(new Reading(vix / 100 / Math.sqrt(SESSIONS_PER_YEAR), "VIX of " + vix, known));
    this.fed =
        FedMeetings.published().between(date, date.plusDays(4), date).stream()
            .map(m -> new Coming("FED", m.at(), "meetings of the Fed"))
            .findFirst();
  }

  @Override
  public Optional<Reading> dailyVolatility(String symbol, Instant asOf) {
    return volatility.getOrDefault(symbol, Optional.empty());
  }

  @Override
  public Optional<Reading> marketDailyVolatility(Instant asOf) {
    return market;
  }

  @Override
  public Optional<Coming> nextCatalyst(Set<Ingredient> madeFrom, Instant asOf) {
    Coming next = fed.filter(c -> !c.in(asOf).isNegative()).orElse(null);
    for (Ingredient ingredient : madeFrom) {
      if (ingredient.kind() == Ingredient.Kind.SYMBOL) {
        Coming own = earnings.get(ingredient.id());
        Duration in = own == null ? Duration.ofNanos(-1) : own.in(asOf);
        if (own != null && !in.isNegative() && (next == null || in.compareTo(next.in(asOf)) < 0)) {
          next = own;
        }
      }
    }
    return Optional.ofNullable(next);
  }

  /** The symbols that a release was told of. */
  List<String> reporting() {
    return earnings.keySet().stream().sorted().toList();
  }
}
