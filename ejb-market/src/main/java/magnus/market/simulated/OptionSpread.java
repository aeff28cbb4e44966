package magnus.market.simulated;

import java.math.BigDecimal;

/** What is bid and asked around a middle price, on the ticks of the options exchanges. */
record OptionSpread(BigDecimal bid, BigDecimal ask) {

  private static final double HALF_SHARE = 0.012;
  private static final double NICKELS_FROM = 3;

  /**
   * @param pennies whether the class trades in cents at any price (funds); others above three
   *     dollars trade in nickels
   */
  static OptionSpread around(double middle, boolean pennies) {
    int tick = pennies || middle < NICKELS_FROM ? 1 : 5;
    double half = Math.max(0.5, HALF_SHARE * middle * 100);
    long bid = (long) Math.floor((middle * 100 - half) / tick) * tick;
    long ask = (long) Math.ceil((middle * 100 + half) / tick) * tick;
    return new OptionSpread(BigDecimal.valueOf(Math.max(0, bid), 2), BigDecimal.valueOf(ask, 2));
  }
}
