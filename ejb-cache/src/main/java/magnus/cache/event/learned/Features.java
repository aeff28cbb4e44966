package magnus.cache.event.learned;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import magnus.basics.time.MarketPhase;
import magnus.basics.time.TradingCalendar;
import magnus.cache.DataType;
import magnus.cache.Ingredient;
import magnus.cache.MarketSense;
import magnus.cache.Occurrence;
import magnus.cache.event.PriceMemory;
import magnus.cache.shelf.Entry;

/** What a learned decision sees of an event and of an entry that it touches. */
public final class Features {

  /** Their names, in order. */
  public static final List<String> NAMES =
      List.of(
          "intercept",
          "high_volume_spike",
          "log_volume_ratio",
          "event_move_sigmas",
          "moved_in_epsilons",
          "moved_beyond_epsilon",
          "age_share",
          "log_lifespan_minutes",
          "expected_move_in_epsilons",
          "exposure",
          "log_daily_volatility_percent",
          "option_chain",
          "portfolio",
          "after_the_open");

  /** Correlation that is assumed between the symbols of one portfolio. */
  private static final double CORRELATION = 0.3;

  private static final double SESSION_SECONDS = Duration.ofMinutes(390).toSeconds();
  private static final double MEAN_OF_HALF_NORMAL = Math.sqrt(2 / Math.PI);
  private static final TradingCalendar CALENDAR = TradingCalendar.newYork();

  private final MarketSense sense;
  private final PriceMemory prices;
  private final ToDoubleFunction<DataType> epsilon;

  /**
   * @param prices what prices were when entries were made
   * @param epsilon the error from which a value counts as changed, in basis points
   */
  public Features(MarketSense sense, PriceMemory prices, ToDoubleFunction<DataType> epsilon) {
    this.sense = sense;
    this.prices = prices;
    this.epsilon = epsilon;
  }

  /**
   * The features; empty where nothing was learned: outside the session, where the entry has no
   * error in basis points, and where volatility or the move since the entry was made is not known.
   */
  public Optional<double[]> of(Occurrence occurrence, DataType type, Entry<?> entry) {
    if (!type.movesWithPrices() || CALENDAR.phase(occurrence.at()) != MarketPhase.OPEN) {
      return Optional.empty();
    }
    Set<Ingredient> madeFrom = entry.madeFrom();
    int symbols = 0;
    int touched = 0;
    double volatility = 0;
    double moved = 0;
    boolean known = true;
    for (Ingredient ingredient : madeFrom) {
      if (ingredient.kind() != Ingredient.Kind.SYMBOL) {
        continue;
      }
      symbols++;
      volatility += daily(ingredient.id(), occurrence.at());
      if (occurrence.touched().contains(ingredient)) {
        touched++;
        OptionalDouble since = prices.moveSince(ingredient.id(), entry.asOf());
        known &= since.isPresent();
        moved += since.orElse(0);
      }
    }
    if (touched == 0 || !known || volatility <= 0) {
      return Optional.empty();
    }
    double spread = Math.sqrt(CORRELATION + (1 - CORRELATION) / symbols);
    return Optional.of(
        row(
            occurrence,
            type,
            entry,
            volatility / symbols * spread,
            Math.abs(moved) / symbols,
            (double) touched / symbols));
  }

  private double daily(String symbol, Instant at) {
    return sense
        .dailyVolatility(symbol, at)
        .or(() -> sense.marketDailyVolatility(at))
        .map(MarketSense.Reading::figure)
        .orElse(0.0);
  }

  /**
   * @param moved how far the value is off already, as a fraction, as far as the touched symbols go
   */
  private double[] row(
      Occurrence occurrence,
      DataType type,
      Entry<?> entry,
      double volatility,
      double moved,
      double exposure) {
    double bound = epsilon.applyAsDouble(type) / 10_000;
    double lifespan = Math.max(1, entry.lifespan().duration().toMillis() / 1000.0);
    double age = Math.max(0, entry.age(occurrence.at()).toMillis() / 1000.0);
    double left = Math.max(0, lifespan - age);
    boolean spike = occurrence.kind() == Occurrence.Kind.HIGH_VOLUME_SPIKE;
    double elapsed =
        CALENDAR.getSession(TradingCalendar.date(occurrence.at())).elapsedFraction(occurrence.at());
    return new double[] {
      1,
      spike ? 1 : 0,
      Math.log(Math.max(1, figure(occurrence, "volume_ratio", 1))),
      Math.min(10, figure(occurrence, "move_sigmas", 0)),
      Math.min(5, moved / bound),
      moved > bound ? 1 : 0,
      Math.min(1, age / lifespan),
      Math.log(lifespan / 60),
      Math.min(
          5,
          MEAN_OF_HALF_NORMAL
              * volatility
              * Math.sqrt(Math.min(1, left / SESSION_SECONDS))
              / bound),
      exposure,
      Math.log(volatility * 100),
      type == DataType.OPTION_CHAIN ? 1 : 0,
      type == DataType.POSITIONS || type == DataType.ANALYTICS ? 1 : 0,
      Math.exp(-elapsed / 0.1)
    };
  }

  private static double figure(Occurrence occurrence, String name, double fallback) {
    return occurrence.figures().getOrDefault(name, fallback);
  }
}
