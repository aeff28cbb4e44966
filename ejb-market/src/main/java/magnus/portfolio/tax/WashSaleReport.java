package magnus.portfolio.tax;

import java.math.BigDecimal;
import java.util.List;

/**
 * A history as it counts for tax.
 *
 * @param washed in the order of the sales
 * @param sales in order, one for each part with a basis of its own
 * @param open in the order of the lots
 */
public record WashSaleReport(List<Washed> washed, List<TaxedSale> sales, List<OpenTaxLot> open) {

  public WashSaleReport {
    washed = List.copyOf(washed);
    sales = List.copyOf(sales);
    open = List.copyOf(open);
  }

  /** All losses that do not count now. */
  public BigDecimal disallowed() {
    return washed.stream().map(Washed::loss).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
