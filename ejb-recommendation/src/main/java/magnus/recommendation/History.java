package magnus.recommendation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of earlier recommendations.
 *
 * @param items the newest answer first
 * @param totals by what was said and currency
 */
public record History(List<Item> items, List<Total> totals) {

  /**
   * An answered one.
   *
   * @param until of a postponed one, market time
   * @param followUp null where it cannot be followed, or too early
   */
  public record Item(
      UUID id,
      String kind,
      String title,
      Verdict said,
      @Nullable String reason,
      Instant answeredAt,
      @Nullable Instant until,
      double confidence,
      Benefit benefit,
      @Nullable FollowUp followUp) {}

  /**
   * All that were answered alike and can be followed.
   *
   * @param amount sum of what following them made or would have made
   */
  public record Total(
      Verdict said,
      int count,
      BigDecimal amount,
      BigDecimal low,
      BigDecimal high,
      String currency,
      boolean distinguishable,
      String verdict) {}
}
