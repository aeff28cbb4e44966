package magnus.portfolio.tax.plan;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lot of shares that could be sold.
 *
 * @param symbol ticker
 * @param quantity shares
 * @param price dollars per share
 * @param gain of selling all of it now, before costs, in dollars
 * @param longTerm whether it has been held for more than a year
 * @param kept why it is not for sale, in words; null where it is
 */
public record PlanLot(
    UUID id,
    String symbol,
    double quantity,
    double price,
    double gain,
    boolean longTerm,
    @Nullable String kept) {

  /** Dollars. */
  public double value() {
    return quantity * price;
  }

  boolean isLoss() {
    return gain < 0;
  }
}
