package magnus.portfolio.tax;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import magnus.portfolio.tax.TaxLot.Origin;

/** What the last and the next days around a day mean for wash sales. */
public final class Neighbourhood {

  private final WashSaleReport report;
  private final Identity identity;
  private final LocalDate today;

  public Neighbourhood(WashSaleReport report, Identity identity, LocalDate today) {
    this.report = report;
    this.identity = identity;
    this.today = today;
  }

  /**
   * Purchases of the last 30 days that would wash a loss of the symbol's shares today, that very
   * lot left out.
   */
  public List<OpenTaxLot> recentPurchases(TaxLot sold) {
    List<OpenTaxLot> found = new ArrayList<>();
    for (OpenTaxLot open : report.open()) {
      TaxLot lot = open.lot();
      LocalDate opened = lot.opened();
      boolean acquires =
          lot.option() == null
              ? lot.origin() == Origin.BOUGHT
              : AcquiringOption.isOne(lot.option(), lot.origin());
      if (acquires
          && opened != null
          && !opened.isBefore(today.minusDays(WashSales.DAYS))
          && !lot.id().equals(sold.id())
          && open.added().signum() == 0
          && identity.sameShares(sold.symbol(), lot.underlying())) {
        found.add(open);
      }
    }
    return found;
  }

  /** Whether buying one's shares washes a loss of the other's. */
  public boolean isIdentical(String one, String other) {
    return identity.sameShares(one, other);
  }

  /** The latest loss of the last 30 days that buying the symbol's shares today would wash. */
  public Optional<TaxedSale> recentLoss(String symbol) {
    return report.sales().stream()
        .filter(sale -> !sale.closed().isBefore(today.minusDays(WashSales.DAYS)))
        .filter(sale -> identity.sameShares(sale.symbol(), symbol))
        .filter(sale -> Objects.requireNonNullElse(sale.counts(), sale.disallowed()).signum() < 0)
        .reduce((first, second) -> second);
  }
}
