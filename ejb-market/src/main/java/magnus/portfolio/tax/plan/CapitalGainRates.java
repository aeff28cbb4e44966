package magnus.portfolio.tax.plan;

/**
 * What a dollar of gain or loss is worth to one taxpayer. All are shares of a dollar, federal and
 * state together as he tells them.
 *
 * @param shortTerm tax on a net short-term gain
 * @param longTerm tax on a net long-term gain, at most {@code shortTerm}
 * @param ordinary tax on other income, which a net loss lowers
 * @param ordinaryLimit how many dollars of a net loss other income takes in a year: 3,000, or 1,500
 *     for a spouse who files alone (26 USC 1211(b))
 * @param carried what a dollar of loss that is carried to the next year is worth today
 * @param deferred what a dollar of gain that is left unrealised will cost, as of today
 */
public record CapitalGainRates(
    double shortTerm,
    double longTerm,
    double ordinary,
    double ordinaryLimit,
    double carried,
    double deferred) {

  public CapitalGainRates {
    check("shortTerm", shortTerm);
    check("longTerm", longTerm);
    check("ordinary", ordinary);
    check("carried", carried);
    check("deferred", deferred);
    if (longTerm > shortTerm) {
      throw new IllegalArgumentException(
          "longTerm " + longTerm + " is more than shortTerm " + shortTerm);
    }
    if (!(ordinaryLimit >= 0)) {
      throw new IllegalArgumentException("ordinaryLimit " + ordinaryLimit + " is negative");
    }
  }

  /**
   * Rates with a horizon: what is put off is discounted from the day on which it is expected to be
   * realised, at the long-term rate.
   *
   * @param years until the holdings are expected to be sold
   * @param interest a year's, as a fraction
   */
  public static CapitalGainRates of(
      double shortTerm, double longTerm, double ordinary, double years, double interest) {
    return new CapitalGainRates(
        shortTerm,
        longTerm,
        ordinary,
        3_000,
        longTerm / (1 + interest),
        longTerm * Math.pow(1 + interest, -years));
  }

  private static void check(String name, double rate) {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException(name + " " + rate + " is not between 0 and 1");
    }
  }
}
