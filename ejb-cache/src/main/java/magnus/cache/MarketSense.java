package magnus.cache;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a lifespan needs to know of the market. The module that knows the market registers one; the
 * cache itself reads no market table. Answers must be quick: they are asked at every load.
 */
public interface MarketSense {

  /**
   * A figure with where it comes from.
   *
   * @param source in words: {@code realised volatility of AAPL, 20 sessions}
   * @param asOf the newest observation in it
   */
  record Reading(double figure, String source, Instant asOf) {}

  /** A catalyst that is known to come. */
  record Coming(String kind, Instant at, String source) {
    /** Time until it, negative when it has passed. */
    public Duration in(Instant now) {
      return Duration.between(now, at);
    }
  }

  /** The symbol's own standard deviation of daily log returns, as a fraction. */
  Optional<Reading> dailyVolatility(String symbol, Instant asOf);

  /** The market's: VIX / 100 / √252. */
  Optional<Reading> marketDailyVolatility(Instant asOf);

  /** The next catalyst of any of these, or of the whole market, after {@code asOf}. */
  Optional<Coming> nextCatalyst(Set<Ingredient> madeFrom, Instant asOf);

  /** Knows nothing: each factor that needs the market is left out, and says so. */
  static MarketSense none() {
    return new MarketSense() {
      @Override
      public Optional<Reading> dailyVolatility(String symbol, Instant asOf) {
        return Optional.empty();
      }

      @Override
      public Optional<Reading> marketDailyVolatility(Instant asOf) {
        return Optional.empty();
      }

      @Override
      public Optional<Coming> nextCatalyst(Set<Ingredient> madeFrom, Instant asOf) {
        return Optional.empty();
      }
    };
  }
}
