package magnus.cache.event;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import magnus.cache.Ingredient;
import magnus.cache.Occurrence;
import magnus.cache.shelf.Entry;

/**
 * The fixed rule. Volume counts from three times the usual on. A price move counts beyond k
 * standard deviations of the move that the entry's own lifespan allowed for: σ·√(lifespan/session).
 * Anything else that touches an entry makes it wrong, unless the entry was made after it.
 */
public final class RuleDecision implements Decision {

  /** Volume over the usual volume from which a spike counts. */
  public static final double VOLUME_RATIO = 3;

  private static final double SESSION_SECONDS = Duration.ofMinutes(390).toSeconds();

  private final double sigmas;
  private final PriceMemory prices;

  /**
   * @param sigmas k: standard deviations from which a price move counts
   * @param prices what prices were when entries were made
   */
  public RuleDecision(double sigmas, PriceMemory prices) {
    this.sigmas = sigmas;
    this.prices = prices;
  }

  @Override
  public Decided decide(Occurrence occurrence, String shelf, String key, Entry<?> entry) {
    if (occurrence.at().isBefore(entry.asOf())) {
      return keep("made after it, at " + entry.asOf());
    }
    return switch (occurrence.kind()) {
      case HIGH_VOLUME_SPIKE -> volume(occurrence);
      case PRICE_MOVE -> move(occurrence, entry);
      case EARNINGS_RELEASE,
          FED_ANNOUNCEMENT,
          OPTIONS_EXPIRATION,
          PORTFOLIO_CHANGED,
          DOCUMENT_CHANGED,
          MARKET_DATA_CHANGED ->
          drop("made from what it touches, before it");
    };
  }

  private static Decided volume(Occurrence occurrence) {
    Double ratio = occurrence.figures().get("volume_ratio");
    if (ratio == null) {
      return drop("volume spike of unknown size");
    }
    String told = String.format(Locale.ROOT, "volume %.1f times the usual", ratio);
    return ratio > VOLUME_RATIO ? drop(told) : keep(told + ", 3 times or less");
  }

  private Decided move(Occurrence occurrence, Entry<?> entry) {
    Map<String, Double> figures = occurrence.figures();
    Double daily = figures.get("daily_volatility");
    if (daily == null || daily <= 0) {
      return drop("price move of unknown size");
    }
    double seconds = Math.max(5, entry.lifespan().duration().toSeconds());
    double allowed = daily * Math.sqrt(Math.min(1, seconds / SESSION_SECONDS));
    double largest = 0;
    boolean known = false;
    for (Ingredient touched : occurrence.touched()) {
      OptionalDouble since = prices.moveSince(touched.id(), entry.asOf());
      if (since.isPresent()) {
        known = true;
        largest = Math.max(largest, Math.abs(since.getAsDouble()));
      }
    }
    if (!known) {
      return drop("price moved, by how much since the entry was made is not known");
    }
    String told =
        String.format(
            Locale.ROOT,
            "price moved %.2f %% since the entry was made, %.1f σ of its lifespan",
            largest * 100,
            largest / allowed);
    return largest > sigmas * allowed ? drop(told) : keep(told + ", k is " + sigmas);
  }

  private static Decided drop(String why) {
    return new Decided(Verdict.DROP, why);
  }

  private static Decided keep(String why) {
    return new Decided(Verdict.KEEP, why);
  }
}
