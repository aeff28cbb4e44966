package magnus.options.strategy;

import java.time.LocalDate;
import magnus.market.OptionChain.Right;
import org.jspecify.annotations.Nullable;

/**
 * One part of a position, per unit of a hundred shares.
 *
 * @param right of an option; null for the shares themselves
 * @param strike of an option
 * @param expiry of an option
 * @param quantity above 0 held, below 0 sold
 * @param price paid or received, per share
 * @param volatility of an option, per year; what it is worth before its expiry follows from it
 */
public record Leg(
    @Nullable Right right,
    double strike,
    @Nullable LocalDate expiry,
    double quantity,
    double price,
    double volatility) {

  /** A hundred shares, bought. */
  public static Leg shares(double price) {
    return new Leg(null, 0, null, 1, price, 0);
  }

  /** An option; {@code quantity} below 0 for a sale. */
  public static Leg option(
      Right right,
      double strike,
      LocalDate expiry,
      double quantity,
      double price,
      double volatility) {
    return new Leg(right, strike, expiry, quantity, price, volatility);
  }

  boolean isOption() {
    return right != null;
  }

  /** What it is worth at its expiry, per share, with its sign. */
  double payoff(double spot) {
    if (right == null) {
      return quantity * spot;
    }
    return quantity * Math.max(0, right == Right.CALL ? spot - strike : strike - spot);
  }
}
