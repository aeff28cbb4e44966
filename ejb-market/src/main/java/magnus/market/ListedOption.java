package magnus.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import magnus.market.OptionChain.Right;

/**
 * The terms by which the market knows an option.
 *
 * @param underlying ticker
 * @param expiry last day of trading
 * @param strike per share of the underlying, above 0; equal strikes of another scale are the same
 */
public record ListedOption(String underlying, LocalDate expiry, BigDecimal strike, Right right) {

  public ListedOption {
    if (strike.signum() <= 0) {
      throw new IllegalArgumentException("strike " + strike + " is not positive");
    }
    strike = strike.stripTrailingZeros();
  }
}
