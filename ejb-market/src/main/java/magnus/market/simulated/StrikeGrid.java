package magnus.market.simulated;

import java.util.ArrayList;
import java.util.List;

/** Which strikes are listed: round steps around last evening's price, wider for later expiries. */
final class StrikeGrid {

  private static final int NEAR_DAYS = 45;
  private static final double DEVIATIONS = 3.2;
  private static final double LEAST = 0.06;
  private static final double[] UP_TO = {10, 25, 50, 100, 200, 500, 1000, 2500};
  private static final int[] NEAR_CENTS = {50, 50, 50, 100, 250, 500, 1000, 2500};
  private static final int[] FAR_CENTS = {50, 100, 250, 500, 500, 1000, 2500, 5000};

  private StrikeGrid() {}

  /**
   * Strikes in cents, ascending.
   *
   * @param deviation standard deviation of the logarithmic price until expiry
   * @param days until expiry
   */
  static List<Integer> around(double price, double deviation, long days) {
    int step = step(price, days);
    double reach = LEAST + DEVIATIONS * Math.min(0.45, deviation);
    long first = (long) Math.ceil(price * 100 * StrictMath.exp(-reach) / step);
    long last = (long) Math.floor(price * 100 * StrictMath.exp(reach) / step);
    List<Integer> strikes = new ArrayList<>();
    for (long i = Math.max(1, first); i <= last; i++) {
      strikes.add((int) (i * step));
    }
    return strikes;
  }

  private static int step(double price, long days) {
    int[] cents = days <= NEAR_DAYS ? NEAR_CENTS : FAR_CENTS;
    for (int i = 0; i < UP_TO.length; i++) {
      if (price < UP_TO[i]) {
        return cents[i];
      }
    }
    return 10_000;
  }
}
