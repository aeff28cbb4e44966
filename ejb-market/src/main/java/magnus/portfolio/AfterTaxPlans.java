package magnus.portfolio;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import magnus.portfolio.tax.WashSaleReport;
import magnus.portfolio.tax.plan.PlanValue;
import magnus.portfolio.tax.plan.TaxPlan;

/** Tells a plan to people. */
final class AfterTaxPlans {

  private AfterTaxPlans() {}

  static AfterTaxPlan of(
      TaxPlan plan,
      TaxPlanWish wish,
      double interest,
      Map<UUID, String> accounts,
      WashSaleReport report,
      List<Missing> missing,
      Instant asOf) {
    List<AfterTaxPlan.Sale> sales = new ArrayList<>();
    for (TaxPlan.Sale sale : plan.sales()) {
      sales.add(
          new AfterTaxPlan.Sale(
              sale.lot().id(),
              account(sale.lot().id(), accounts, report),
              sale.lot().symbol(),
              sale.quantity(),
              sale.quantity() * sale.lot().price(),
              sale.gain(),
              sale.lot().longTerm() ? RealisedGain.Term.LONG : RealisedGain.Term.SHORT));
    }
    PlanValue change = plan.change();
    return new AfterTaxPlan(
        asOf,
        sales,
        plan.purchases().stream()
            .map(
                p ->
                    new AfterTaxPlan.Purchase(
                        p.symbol(), p.dollars(), p.insteadOf(), p.correlation()))
            .toList(),
        plan.writings().stream()
            .map(
                w ->
                    new AfterTaxPlan.Writing(
                        w.call().id(),
                        w.call().symbol(),
                        w.contracts(),
                        w.call().premium() * w.contracts(),
                        w.call().benefit() * w.contracts()))
            .toList(),
        change.total(),
        List.of(
            new AfterTaxPlan.Part("tax now", change.tax()),
            new AfterTaxPlan.Part("tax later", change.deferred()),
            new AfterTaxPlan.Part("trading costs", change.trading()),
            new AfterTaxPlan.Part("distance from the targets", change.deviation()),
            new AfterTaxPlan.Part("risk of the stand-ins", change.parting()),
            new AfterTaxPlan.Part("income from calls", change.income())),
        plan.taxBefore().tax(),
        plan.taxAfter().tax(),
        plan.taxAfter().carried(),
        plan.proven(),
        plan.leftOut().stream()
            .map(
                out ->
                    new AfterTaxPlan.LeftOut(
                        out.what(),
                        out.symbol(),
                        out.reason(),
                        out.loses().total(),
                        out.possible()))
            .toList(),
        missing,
        assumptions(wish, interest));
  }

  private static String account(UUID lot, Map<UUID, String> accounts, WashSaleReport report) {
    return report.open().stream()
        .map(open -> open.lot())
        .filter(
            own ->
                own.id().equals(lot)
                    || own.id().getMostSignificantBits() == lot.getMostSignificantBits())
        .map(own -> accounts.getOrDefault(own.account(), ""))
        .findFirst()
        .orElse("");
  }

  private static List<String> assumptions(TaxPlanWish wish, double interest) {
    return List.of(
        String.format(
            Locale.ROOT,
            "Taxes of %.1f %% on short-term gains, %.1f %% on long-term gains and %.1f %% on other"
                + " income, of which a net loss lowers at most $3,000 a year.",
            wish.shortTermRate() * 100,
            wish.longTermRate() * 100,
            wish.ordinaryRate() * 100),
        String.format(
            Locale.ROOT,
            "What is not sold now is sold in %.0f years at the long-term rate, discounted at %.2f %%"
                + " a year.",
            wish.years(),
            interest * 100),
        String.format(
            Locale.ROOT,
            "Trading costs %.3f %% of each purchase and sale; a dollar outside of its target counts"
                + " as %.1f cents.",
            wish.tradingCosts() * 100,
            wish.deviationCosts() * 100),
        "A stand-in costs the risk that it parts from what it stands for within 31 days, by a year of"
            + " daily returns.",
        "A covered call is worth its bid less what Black and Scholes's formula makes of it at the"
            + " volatility of the last 90 days; dividends are not counted.");
  }
}
