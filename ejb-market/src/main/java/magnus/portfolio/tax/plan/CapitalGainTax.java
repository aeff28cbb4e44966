package magnus.portfolio.tax.plan;

/**
 * The tax on a year's capital gains (Schedule D of Form 1040; 26 USC 1211(b), 1212(b), 1222):
 * short- and long-term gains and losses are netted each by themselves, then against each other; of
 * a net loss other income takes up to its limit and the rest is carried forward.
 *
 * @param tax what it costs now, negative where other income's tax falls
 * @param carried loss carried to the next year, not negative
 * @param worth of the carried loss today, not negative
 */
public record CapitalGainTax(double tax, double carried, double worth) {

  /**
   * The tax.
   *
   * @param shortTerm net short-term gain of the year with the loss carried into it, in dollars
   * @param longTerm net long-term gain likewise
   */
  public static CapitalGainTax of(double shortTerm, double longTerm, CapitalGainRates rates) {
    double shortGain = Math.max(0, shortTerm);
    double longGain = Math.max(0, longTerm);
    double shortLoss = Math.max(0, -shortTerm);
    double longLoss = Math.max(0, -longTerm);
    double shortOnLong = Math.min(shortLoss, longGain);
    double longOnShort = Math.min(longLoss, shortGain);
    double loss = shortLoss - shortOnLong + longLoss - longOnShort;
    double deducted = Math.min(loss, rates.ordinaryLimit());
    double carried = loss - deducted;
    return new CapitalGainTax(
        rates.shortTerm() * (shortGain - longOnShort)
            + rates.longTerm() * (longGain - shortOnLong)
            - rates.ordinary() * deducted,
        carried,
        rates.carried() * carried);
  }

  /** All of it as of today. */
  public double burden() {
    return tax - worth;
  }
}
