package magnus.cache;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The sense of the market that was registered last; knows nothing before. */
final class RegisteredSense implements MarketSense {

  private volatile MarketSense registered = MarketSense.none();

  void register(MarketSense whoKnows) {
    registered = whoKnows;
  }

  @Override
  public Optional<Reading> dailyVolatility(String symbol, Instant asOf) {
    return registered.dailyVolatility(symbol, asOf);
  }

  @Override
  public Optional<Reading> marketDailyVolatility(Instant asOf) {
    return registered.marketDailyVolatility(asOf);
  }

  @Override
  public Optional<Coming> nextCatalyst(Set<Ingredient> madeFrom, Instant asOf) {
    return registered.nextCatalyst(madeFrom, asOf);
  }
}
