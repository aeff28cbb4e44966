package magnus.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import magnus.portfolio.tax.Identity;
import magnus.portfolio.tax.Neighbourhood;
import magnus.portfolio.tax.OpenTaxLot;
import magnus.portfolio.tax.TaxedSale;
import magnus.portfolio.tax.WashSaleReport;
import magnus.portfolio.tax.WashSales;
import magnus.portfolio.tax.Washed;
import magnus.portfolio.tax.Yearly;

/** Tells a year of a report of wash sales. */
final class TaxYearReport {

  private final Map<UUID, String> accounts;
  private final WashSaleReport report;
  private final Identity identity;

  TaxYearReport(Map<UUID, String> accounts, WashSaleReport report, Identity identity) {
    this.accounts = accounts;
    this.report = report;
    this.identity = identity;
  }

  TaxYear of(int year, LocalDate today, List<Missing> missing) {
    List<TaxYear.Sale> sales = new ArrayList<>();
    List<Missing> lacks = new ArrayList<>(missing);
    for (TaxedSale sale : report.sales()) {
      if (sale.closed().getYear() == year) {
        sales.add(sale(sale));
        if (sale.counts() == null) {
          lacks.add(
              new Missing(
                  sale.symbol(),
                  "The cost or proceeds of the sale of " + sale.closed() + " are not known."));
        }
      }
    }
    List<TaxYear.Wash> washes = new ArrayList<>();
    BigDecimal all = BigDecimal.ZERO;
    BigDecimal forGood = BigDecimal.ZERO;
    for (Washed washed : report.washed()) {
      if (washed.closed().getYear() == year) {
        washes.add(wash(washed));
        all = all.add(washed.loss());
        forGood = washed.forGood() ? forGood.add(washed.loss()) : forGood;
      }
    }
    Yearly sums = Yearly.of(report, year);
    return new TaxYear(
        year,
        sums.shortTerm(),
        sums.longTerm(),
        all,
        forGood,
        sales,
        washes,
        windows(today),
        lacks);
  }

  private String name(UUID account) {
    return accounts.getOrDefault(account, "");
  }

  private TaxYear.Sale sale(TaxedSale sale) {
    return new TaxYear.Sale(
        name(sale.account()),
        sale.symbol(),
        sale.heldSince(),
        sale.closed(),
        sale.quantity(),
        sale.proceeds(),
        sale.basis(),
        sale.disallowed(),
        sale.counts(),
        sale.term());
  }

  private TaxYear.Wash wash(Washed washed) {
    return new TaxYear.Wash(
        washed.closing(),
        symbol(washed.lot()),
        washed.closed(),
        washed.quantity(),
        washed.loss(),
        symbol(washed.replacement()),
        name(washed.replacementAccount()),
        washed.bought(),
        washed.forGood());
  }

  private String symbol(UUID lot) {
    return report.sales().stream()
        .filter(s -> s.lot().equals(lot))
        .map(TaxedSale::symbol)
        .findFirst()
        .or(
            () ->
                report.open().stream()
                    .filter(o -> o.lot().id().equals(lot))
                    .map(o -> o.lot().symbol())
                    .findFirst())
        .orElse("");
  }

  private List<TaxYear.Window> windows(LocalDate today) {
    Neighbourhood around = new Neighbourhood(report, identity, today);
    List<TaxYear.Window> windows = new ArrayList<>();
    Set<String> losses = new TreeSet<>();
    for (TaxedSale sale : report.sales()) {
      losses.add(sale.symbol());
    }
    for (String symbol : losses) {
      around
          .recentLoss(symbol)
          .ifPresent(
              loss ->
                  windows.add(
                      new TaxYear.Window(
                          symbol,
                          TaxYear.Window.Kind.DO_NOT_BUY,
                          loss.closed().plusDays(WashSales.DAYS),
                          "A loss was taken on "
                              + loss.closed()
                              + ". Buying it, or calls on it, in any account up to "
                              + loss.closed().plusDays(WashSales.DAYS)
                              + " would wash the loss.")));
    }
    for (OpenTaxLot open : report.open()) {
      LocalDate opened = open.lot().opened();
      boolean others =
          report.open().stream()
              .anyMatch(
                  o ->
                      !o.lot().id().equals(open.lot().id())
                          && o.lot().symbol().equals(open.lot().symbol()));
      if (others
          && open.lot().option() == null
          && open.lot().origin() == magnus.portfolio.tax.TaxLot.Origin.BOUGHT
          && opened != null
          && !opened.isBefore(today.minusDays(WashSales.DAYS))) {
        windows.add(
            new TaxYear.Window(
                open.lot().symbol(),
                TaxYear.Window.Kind.DO_NOT_SELL_AT_A_LOSS,
                opened.plusDays(WashSales.DAYS),
                open.quantity().stripTrailingZeros().toPlainString()
                    + " shares were bought on "
                    + opened
                    + ". Older ones sold at a loss up to "
                    + opened.plusDays(WashSales.DAYS)
                    + " would be washed by them."));
      }
    }
    return windows;
  }
}
