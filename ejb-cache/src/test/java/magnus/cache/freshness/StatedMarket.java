package magnus.cache.freshness;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import magnus.cache.DataType;
import magnus.cache.Ingredient;
import magnus.cache.MarketSense;
import org.jspecify.annotations.Nullable;

/** A market that knows what a test says. */
final class StatedMarket implements MarketSense {

  static final Instant NOON = Instant.parse("2024-05-01T16:00:00Z");

  final Map<String, Double> volatility = new HashMap<>();
  @Nullable Double market;
  @Nullable Coming coming;

  static StatedMarket of(double daily) {
    StatedMarket sense = new StatedMarket();
    sense.volatility.put("AAPL", daily);
    return sense;
  }

  static LifespanQuestion question(DataType type, Instant at, double rate, String... symbols) {
    Set<Ingredient> madeFrom = new java.util.HashSet<>();
    for (String symbol : symbols) {
      madeFrom.add(Ingredient.symbol(symbol));
    }
    return new LifespanQuestion("some", type, madeFrom, at, rate, Duration.ofMillis(20));
  }

  @Override
  public Optional<Reading> dailyVolatility(String symbol, Instant asOf) {
    return Optional.ofNullable(volatility.get(symbol))
        .map(v -> new Reading(v, "realised volatility of " + symbol, asOf.minusSeconds(600)));
  }

  @Override
  public Optional<Reading> marketDailyVolatility(Instant asOf) {
    return Optional.ofNullable(market).map(v -> new Reading(v, "VIX", asOf.minusSeconds(60)));
  }

  @Override
  public Optional<Coming> nextCatalyst(Set<Ingredient> madeFrom, Instant asOf) {
    return Optional.ofNullable(coming);
  }
}
