package magnus.portfolio.tax.plan;

import org.jspecify.annotations.Nullable;

/**
 * How much of an exposure is wanted.
 *
 * @param symbol ticker
 * @param held dollars now, in taxable accounts
 * @param least dollars below which each one missing counts as a deviation
 * @param most dollars above which each one too many does
 * @param committed shares that written calls hold down already
 * @param unbought why it is not to be bought, in words; null where it may be
 */
public record PlanTarget(
    String symbol,
    double held,
    double least,
    double most,
    double committed,
    @Nullable String unbought) {

  public PlanTarget {
    if (!(least <= most)) {
      throw new IllegalArgumentException(symbol + ": least " + least + " is not at most " + most);
    }
  }
}
