package magnus.portfolio.tax;

import java.math.BigDecimal;
import magnus.portfolio.RealisedGain.Term;

/**
 * A calendar year's sums of what counts.
 *
 * @param shortTerm net gain, unknown terms among them
 * @param longTerm net gain
 */
public record Yearly(BigDecimal shortTerm, BigDecimal longTerm) {

  public static Yearly of(WashSaleReport report, int year) {
    BigDecimal shortTerm = BigDecimal.ZERO;
    BigDecimal longTerm = BigDecimal.ZERO;
    for (TaxedSale sale : report.sales()) {
      BigDecimal counts = sale.counts();
      if (counts == null || sale.closed().getYear() != year) {
        continue;
      }
      if (sale.term() == Term.LONG) {
        longTerm = longTerm.add(counts);
      } else {
        shortTerm = shortTerm.add(counts);
      }
    }
    return new Yearly(shortTerm, longTerm);
  }
}
