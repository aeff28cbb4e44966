package magnus.risk.scenario;

import java.util.Optional;
import magnus.market.OptionChain.Right;

/**
 * A priced holding as the simulation needs it, in the portfolio's currency.
 *
 * @param symbol of the holding itself
 * @param underlying whose price moves it; {@code symbol} for anything but an option
 * @param units shares, or contracts times multiplier; negative when short
 * @param price per share, at or above 0
 * @param option terms; empty for anything but an option
 */
public record HeldPosition(
    String symbol, String underlying, double units, double price, Optional<Terms> option) {

  public HeldPosition {
    if (!Double.isFinite(units) || !(price >= 0) || !Double.isFinite(price)) {
      throw new IllegalArgumentException(symbol + ": " + units + " units at " + price);
    }
  }

  /**
   * An option's terms at the moment of valuation.
   *
   * @param spot price of the underlying, above 0
   * @param strike above 0
   * @param years to expiry, 365 days each, at or above 0
   */
  public record Terms(Right right, double spot, double strike, double years) {

    public Terms {
      if (!(spot > 0) || !(strike > 0) || !(years >= 0)) {
        throw new IllegalArgumentException(
            right + " at " + strike + " on " + spot + ", " + years + " years");
      }
    }
  }

  /** Signed market value. */
  public double value() {
    return units * price;
  }
}
