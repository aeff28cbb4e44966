package magnus.market.simulated;

/**
 * The total implied variance of one underlying by time to expiry: an integral of a positive rate
 * plus jumps at known or usual event days, so that it never falls with time.
 */
final class VarianceTerm {

  private static final int[] GRID = {0, 1, 2, 4, 7, 12, 21, 34, 55, 89, 144, 233, 377, 610, 987};

  private final double[] cumulative = new double[GRID.length];
  private final int[] eventDays;
  private final double[] eventVariances;

  /**
   * @param rate annual variance expected that many trading days ahead
   * @param eventDays epoch days on whose opening the price jumps
   */
  VarianceTerm(Rate rate, int[] eventDays, double[] eventVariances) {
    this.eventDays = eventDays;
    this.eventVariances = eventVariances;
    double before = rate.at(0);
    for (int i = 1; i < GRID.length; i++) {
      double now = rate.at(GRID[i]);
      cumulative[i] =
          cumulative[i - 1] + 0.5 * (before + now) * (GRID[i] - GRID[i - 1]) / MarketFactor.YEAR;
      before = now;
    }
  }

  /** Annual variance by trading days ahead. */
  interface Rate {
    double at(double daysAhead);
  }

  /**
   * Total variance until an expiry.
   *
   * @param years until then, calendar time over 365 days
   * @param expiryDay epoch day of it
   */
  double total(double years, int expiryDay) {
    double total = diffusive(years);
    for (int i = 0; i < eventDays.length; i++) {
      total += eventDays[i] <= expiryDay ? eventVariances[i] : 0;
    }
    return total;
  }

  private double diffusive(double years) {
    double days = years * MarketFactor.YEAR;
    int i = 1;
    while (i < GRID.length - 1 && GRID[i] < days) {
      i++;
    }
    double slope = (cumulative[i] - cumulative[i - 1]) / (GRID[i] - GRID[i - 1]);
    return cumulative[i - 1] + slope * (days - GRID[i - 1]);
  }
}
