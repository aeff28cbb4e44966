package magnus.portfolio.valuation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import magnus.market.OptionChain;
import magnus.portfolio.OptionContract;

/**
 * The price of one contract in a chain: the middle of bid and ask where both stand, else the last
 * trade.
 */
public final class OptionPrice {

  private static final BigDecimal TWO = new BigDecimal(2);

  private OptionPrice() {}

  /**
   * Per share of the underlying; empty where the chain does not have the contract or any price for
   * it.
   */
  public static Optional<BigDecimal> in(OptionChain chain, OptionContract option) {
    return chain.contracts().stream()
        .filter(
            c ->
                c.right() == option.right()
                    && c.expiry().equals(option.expiry())
                    && c.strike().compareTo(option.strike()) == 0)
        .findFirst()
        .flatMap(OptionPrice::price);
  }

  private static Optional<BigDecimal> price(OptionChain.Contract c) {
    if (c.ask().signum() > 0 && c.bid().compareTo(c.ask()) <= 0) {
      return Optional.of(c.bid().add(c.ask()).divide(TWO, 4, RoundingMode.HALF_EVEN));
    }
    return c.last().signum() > 0 ? Optional.of(c.last()) : Optional.empty();
  }
}
