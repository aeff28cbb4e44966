package magnus.cache.freshness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import magnus.cache.Ingredient;
import magnus.cache.MarketSense;
import magnus.cache.MarketSense.Reading;

/** How volatile what an entry is made from is, as a standard deviation of daily log returns. */
final class VolatilityReader {

  private final MarketSense sense;

  VolatilityReader(MarketSense sense) {
    this.sense = sense;
  }

  /**
   * That of the most volatile symbol in the entry where all of its symbols are known, else the
   * market's.
   */
  Optional<Reading> ofMostVolatile(LifespanQuestion question) {
    List<Reading> own = ofSymbols(question.madeFrom(), question.asOf());
    if (own.isEmpty()) {
      return sense.marketDailyVolatility(question.asOf());
    }
    Reading most = own.stream().max(Comparator.comparingDouble(Reading::figure)).orElseThrow();
    return Optional.of(
        own.size() == 1
            ? most
            : new Reading(
                most.figure(),
                most.source() + ", the most volatile of " + own.size() + " symbols",
                most.asOf()));
  }

  /**
   * That of all the entry's symbols held in equal parts, where all of them are known, else the
   * market's. With n symbols, σ̄² their mean variance and ρ their mean correlation it is σ̄·√(ρ +
   * (1 − ρ)/n). ρ is what the market's volatility σ_m implies, which is that of very many symbols:
   * (σ_m/σ̄)², between 0.1 and 1; 1 where the market's is not known. VIX holds a premium over what
   * comes true, which errs towards more correlation and so towards shorter lifespans.
   */
  Optional<Reading> ofEqualParts(LifespanQuestion question) {
    List<Reading> own = ofSymbols(question.madeFrom(), question.asOf());
    Optional<Reading> market = sense.marketDailyVolatility(question.asOf());
    if (own.isEmpty()) {
      return market;
    }
    if (own.size() == 1) {
      return Optional.of(own.get(0));
    }
    double variance = 0;
    Instant oldest = own.get(0).asOf();
    for (Reading reading : own) {
      variance += reading.figure() * reading.figure() / own.size();
      oldest = reading.asOf().isBefore(oldest) ? reading.asOf() : oldest;
    }
    double correlation = 1;
    if (market.isPresent() && variance > 0) {
      double implied = market.get().figure();
      correlation = Math.max(0.1, Math.min(1, implied * implied / variance));
    }
    return Optional.of(
        new Reading(
            Math.sqrt(variance * (correlation + (1 - correlation) / own.size())),
            own.size()
                + " symbols in equal parts, such as "
                + own.get(0).source()
                + "; mean correlation "
                + LifespanSteps.percent(correlation)
                + market.map(m -> ", implied by " + m.source()).orElse(", as no market is known"),
            oldest));
  }

  /** Of all symbols in the order of their names; none where one of them is not known. */
  private List<Reading> ofSymbols(Set<Ingredient> madeFrom, Instant asOf) {
    List<String> symbols = new ArrayList<>();
    for (Ingredient ingredient : madeFrom) {
      if (ingredient.kind() == Ingredient.Kind.SYMBOL) {
        symbols.add(ingredient.id());
      }
    }
    Collections.sort(symbols);
    List<Reading> readings = new ArrayList<>();
    for (String symbol : symbols) {
      Optional<Reading> reading = sense.dailyVolatility(symbol, asOf);
      if (reading.isEmpty()) {
        return List.of();
      }
      readings.add(reading.get());
    }
    return readings;
  }
}
