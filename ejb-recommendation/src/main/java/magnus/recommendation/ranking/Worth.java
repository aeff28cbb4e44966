package magnus.recommendation.ranking;

/**
 * What an amount of money means to somebody who has so much: grows ever slower, so that one large
 * figure does not silence all others.
 */
public final class Worth {

  /** The share of the wealth that is worth one half. */
  private static final double HALF = 0.005;

  private Worth() {}

  /**
   * 0 for nothing or a loss, ½ for half a per cent of the wealth, towards 1 for more.
   *
   * @param benefit expected, per year
   * @param wealth both in the same currency
   */
  public static double of(double benefit, double wealth) {
    if (!(benefit > 0) || !(wealth > 0)) {
      return 0;
    }
    double share = benefit / wealth;
    return share / (share + HALF);
  }
}
