package magnus.recommendation.tax;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import magnus.basics.time.TradingCalendar;
import magnus.portfolio.AfterTaxPlan;
import magnus.portfolio.TaxYear;
import magnus.recommendation.Benefit;
import magnus.recommendation.Candidate;
import magnus.recommendation.Direction;
import magnus.recommendation.Leg;
import magnus.recommendation.Profile;
import magnus.recommendation.Reason;

/** Candidates from taxes, in dollars, for a user whose gains are taxed. */
public final class TaxAdvice {

  public static final String HARVEST = "TAX_HARVEST";
  public static final String WASH = "WASH_SALE";

  private static final Duration LASTS = Duration.ofDays(3);
  private static final double TWICE = 2;

  private final Profile profile;
  private final double riskFree;
  private final Instant asOf;
  private final Map<String, UUID> accounts;

  /**
   * @param riskFree rate per year
   * @param accounts ids by name, of those whose name is theirs alone
   */
  public TaxAdvice(Profile profile, double riskFree, Instant asOf, Map<String, UUID> accounts) {
    this.profile = profile;
    this.riskFree = riskFree;
    this.asOf = asOf;
    this.accounts = Map.copyOf(accounts);
  }

  /** The plan as one action; empty where it takes no loss or is worth nothing. */
  public Optional<Candidate> harvest(AfterTaxPlan plan) {
    List<AfterTaxPlan.Sale> losses = plan.sales().stream().filter(sale -> sale.gain() < 0).toList();
    if (losses.isEmpty() || !(plan.worth() > 0)) {
      return Optional.empty();
    }
    AfterTaxPlan.Sale first =
        losses.stream().min((a, b) -> Double.compare(a.gain(), b.gain())).orElseThrow();
    double loss = -losses.stream().mapToDouble(AfterTaxPlan.Sale::gain).sum();
    Set<String> symbols = new LinkedHashSet<>();
    symbols.add(first.symbol());
    losses.forEach(sale -> symbols.add(sale.symbol()));
    double parting = part(plan, "risk of the stand-ins");
    List<Reason> reasons = new ArrayList<>();
    reasons.add(
        new Reason(
            "So much of a loss can be taken in "
                + String.join(", ", symbols)
                + " and set against gains and income.",
            dollars(loss),
            "/api/portfolio/tax/plan#sales"));
    reasons.add(
        new Reason(
            "Tax of this year with the plan; without it " + dollars(plan.taxBefore()) + ".",
            dollars(plan.taxAfter()),
            "/api/portfolio/tax/plan#taxAfter, your rates"));
    plan.purchases().stream()
        .filter(buy -> !buy.insteadOf().isEmpty())
        .forEach(
            buy ->
                reasons.add(
                    new Reason(
                        buy.symbol()
                            + " stands in for "
                            + buy.insteadOf()
                            + " for 31 days; so closely did they move together in a year.",
                        String.format(Locale.ROOT, "%.2f", buy.correlation()),
                        "/api/portfolio/tax/plan#purchases")));
    List<Leg> legs = new ArrayList<>();
    plan.sales().forEach(s -> legs.add(new Leg(s.symbol(), money(-s.proceeds()))));
    plan.purchases().forEach(b -> legs.add(new Leg(b.symbol(), money(b.dollars()))));
    double spread = Math.abs(TWICE * parting);
    double low = plan.worth() - spread;
    return Optional.of(
        new Candidate(
            HARVEST,
            first.symbol(),
            Direction.HARVEST,
            accounts.get(first.account()),
            symbols.size() == 1
                ? "Take the loss of " + dollars(loss) + " in " + first.symbol()
                : "Take losses of "
                    + dollars(loss)
                    + " in "
                    + first.symbol()
                    + " and "
                    + (symbols.size() - 1)
                    + " more",
            new Benefit(
                money(plan.worth()),
                money(low),
                money(plan.worth() + spread),
                "USD",
                "What the plan after tax is worth over doing nothing: tax now and later at your"
                    + " rates, trading costs, risk of the stand-ins; low and high by twice that"
                    + " risk."),
            Math.min(1, Math.max(0, low / plan.worth())),
            0.1,
            Math.min(1, (plan.sales().size() + plan.purchases().size()) / 10.0),
            0,
            reasons,
            List.of(
                "You buy one of them in another account within 30 days: the loss would be washed.",
                "Your rates differ from the "
                    + percent(profile.shortRate())
                    + " and "
                    + percent(profile.longRate())
                    + " you told.",
                "The price recovers before you act."),
            asOf.plus(LASTS),
            legs,
            "/taxes"));
  }

  /** A warning for each loss just taken that a purchase would wash. */
  public List<Candidate> washes(List<TaxYear.Window> windows, List<TaxYear.Sale> sales) {
    List<Candidate> warnings = new ArrayList<>();
    for (TaxYear.Window window : windows) {
      if (window.kind() == TaxYear.Window.Kind.DO_NOT_BUY) {
        warning(sales, window).ifPresent(warnings::add);
      }
    }
    return warnings;
  }

  private Optional<Candidate> warning(List<TaxYear.Sale> sales, TaxYear.Window window) {
    double loss = 0;
    double tax = 0;
    for (TaxYear.Sale sale : sales) {
      BigDecimal counts = sale.counts();
      if (sale.symbol().equals(window.symbol())
          && counts != null
          && counts.signum() < 0
          && !sale.sold().plusDays(30).isBefore(TradingCalendar.date(asOf))) {
        loss -= counts.doubleValue();
        tax -=
            counts.doubleValue()
                * (sale.term() == magnus.portfolio.RealisedGain.Term.LONG
                    ? profile.longRate()
                    : profile.shortRate());
      }
    }
    double interest = tax * riskFree;
    if (!(interest > 0)) {
      return Optional.empty();
    }
    return Optional.of(
        new Candidate(
            WASH,
            window.symbol(),
            Direction.REVIEW,
            null,
            "Do not buy " + window.symbol() + " until " + window.until().plusDays(1),
            new Benefit(
                money(interest),
                money(interest),
                money(tax),
                "USD",
                "A year's interest on the tax that the loss saves, which a wash sale puts off; all"
                    + " of that tax where a retirement account buys, since the loss is then lost."),
            1,
            0,
            0,
            0,
            List.of(
                new Reason(window.words(), dollars(loss), "/api/portfolio/tax/year#windows"),
                new Reason(
                    "So much tax the loss saves at your rates.",
                    dollars(tax),
                    "/api/portfolio/tax/year#sales, your rates")),
            List.of(
                "Dividends are reinvested in it: that is a purchase too.",
                "You have gains enough of other losses."),
            window.until().plusDays(1).atStartOfDay(TradingCalendar.ZONE).toInstant(),
            List.of(),
            "/taxes"));
  }

  private static double part(AfterTaxPlan plan, String name) {
    return plan.parts().stream()
        .filter(part -> part.name().equals(name))
        .mapToDouble(AfterTaxPlan.Part::dollars)
        .sum();
  }

  private static BigDecimal money(double amount) {
    return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_EVEN);
  }

  private static String dollars(double amount) {
    return String.format(Locale.ROOT, "%,.0f USD", amount);
  }

  private static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * fraction);
  }
}
