package magnus.portfolio.tax;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import magnus.portfolio.Missing;
import magnus.portfolio.RealisedGain.Term;
import magnus.portfolio.TaxPlanWish;
import magnus.portfolio.tax.TaxLot.Origin;
import magnus.portfolio.tax.plan.CallChoice;
import magnus.portfolio.tax.plan.CapitalGainRates;
import magnus.portfolio.tax.plan.PlanLot;
import magnus.portfolio.tax.plan.PlanProblem;
import magnus.portfolio.tax.plan.PlanTarget;
import magnus.portfolio.tax.plan.Stand;
import org.jspecify.annotations.Nullable;

/** Makes a plan's problem out of accounts as they stand for tax. */
public final class PlanMaking {

  /** A lot may be sold in quarters. */
  private static final int STEPS = 4;

  private final TaxPlanWish wish;
  private final Set<UUID> accounts;
  private final WashSaleReport report;
  private final Neighbourhood around;
  private final LocalDate today;
  private final Map<String, Double> prices;
  private final List<Missing> missing = new ArrayList<>();

  /**
   * For some accounts.
   *
   * @param accounts whose lots may be sold
   * @param report of all accounts
   * @param prices by symbol, in dollars; a symbol without one is left alone
   */
  public PlanMaking(
      TaxPlanWish wish,
      Set<UUID> accounts,
      WashSaleReport report,
      LocalDate today,
      Map<String, Double> prices) {
    this.wish = wish;
    this.accounts = Set.copyOf(accounts);
    this.report = report;
    this.today = today;
    this.prices = Map.copyOf(prices);
    this.around =
        new Neighbourhood(
            report, new Identity(wish.identical(), Identity.Options.SAME_CONTRACT), today);
  }

  /** What could not be taken into account; complete after {@link #problem}. */
  public List<Missing> missing() {
    return List.copyOf(missing);
  }

  /** Symbols of shares in the accounts. */
  public static Set<String> symbols(WashSaleReport report, Set<UUID> accounts) {
    Set<String> symbols = new TreeSet<>();
    for (OpenTaxLot open : report.open()) {
      if (accounts.contains(open.lot().account()) && open.lot().option() == null) {
        symbols.add(open.lot().symbol());
      }
    }
    return symbols;
  }

  /**
   * The problem.
   *
   * @param cash in the accounts
   * @param interest risk-free, a year
   */
  public PlanProblem problem(
      double cash, double interest, List<Stand> stands, List<CallChoice> calls) {
    List<PlanLot> lots = lots();
    Map<String, Double> held = new TreeMap<>();
    lots.forEach(lot -> held.merge(lot.symbol(), lot.value(), Double::sum));
    Yearly year = Yearly.of(report, today.getYear());
    return new PlanProblem(
        lots,
        targets(held, cash),
        stands.stream().filter(this::washesNothing).toList(),
        calls,
        CapitalGainRates.of(
            wish.shortTermRate(), wish.longTermRate(), wish.ordinaryRate(), wish.years(), interest),
        year.shortTerm().doubleValue() - wish.carriedShort(),
        year.longTerm().doubleValue() - wish.carriedLong(),
        cash,
        wish.keptCash(),
        wish.tradingCosts(),
        wish.deviationCosts(),
        STEPS);
  }

  /** Neither the loss that it stands in for nor one of the last 30 days. */
  private boolean washesNothing(Stand stand) {
    return around.recentLoss(stand.with()).isEmpty()
        && !around.isIdentical(stand.symbol(), stand.with());
  }

  private List<PlanLot> lots() {
    List<PlanLot> lots = new ArrayList<>();
    Map<UUID, Integer> parts = new HashMap<>();
    for (OpenTaxLot open : report.open()) {
      TaxLot lot = open.lot();
      if (!accounts.contains(lot.account()) || lot.option() != null || !lot.origin().isHeld()) {
        continue;
      }
      Double price = prices.get(lot.symbol());
      if (price == null) {
        missing.add(new Missing(lot.symbol(), "It has no price, so its lots are left alone."));
        continue;
      }
      double quantity = open.quantity().doubleValue();
      BigDecimal basis = open.money();
      double gain = basis == null ? 0 : quantity * price - basis.doubleValue();
      int part = parts.merge(lot.id(), 1, Integer::sum);
      UUID id = part == 1 ? lot.id() : new UUID(lot.id().getMostSignificantBits(), part);
      lots.add(
          new PlanLot(
              id,
              lot.symbol(),
              quantity,
              price,
              gain,
              Term.of(open.heldSince(), today) == Term.LONG,
              kept(open, gain)));
    }
    return lots;
  }

  private @Nullable String kept(OpenTaxLot open, double gain) {
    TaxLot lot = open.lot();
    if (open.money() == null) {
      return "What it cost is not in the history, so its gain cannot be told.";
    }
    if (wish.never().contains(lot.symbol())) {
      return "You asked never to sell " + lot.symbol() + ".";
    }
    if (gain >= 0) {
      return null;
    }
    List<OpenTaxLot> recent = around.recentPurchases(lot);
    if (recent.isEmpty()) {
      return null;
    }
    LocalDate last = today;
    BigDecimal shares = BigDecimal.ZERO;
    for (OpenTaxLot one : recent) {
      LocalDate opened = Objects.requireNonNull(one.lot().opened());
      last = last.equals(today) || opened.isAfter(last) ? opened : last;
      shares = shares.add(one.quantity().multiply(one.lot().shares()));
    }
    return shares.stripTrailingZeros().toPlainString()
        + " shares, or calls for them, were bought up to "
        + last
        + "; sold before "
        + last.plusDays(WashSales.DAYS + 1L)
        + " the loss would be washed.";
  }

  private List<PlanTarget> targets(Map<String, Double> held, double cash) {
    Map<String, Double> committed = committed();
    double all = cash;
    for (double dollars : held.values()) {
      all += dollars;
    }
    Set<String> symbols = new TreeSet<>(held.keySet());
    wish.targets().keySet().stream().filter(prices::containsKey).forEach(symbols::add);
    List<PlanTarget> targets = new ArrayList<>();
    for (String symbol : symbols) {
      double now = held.getOrDefault(symbol, 0.0);
      double wanted =
          wish.targets().isEmpty() ? now : wish.targets().getOrDefault(symbol, 0.0) * all;
      double band = wish.targets().isEmpty() ? 0 : wish.band() * all;
      targets.add(
          new PlanTarget(
              symbol,
              now,
              Math.max(0, wanted - band),
              wanted + band,
              committed.getOrDefault(symbol, 0.0),
              unbought(symbol)));
    }
    return targets;
  }

  private @Nullable String unbought(String symbol) {
    return around
        .recentLoss(symbol)
        .map(
            loss ->
                "Bought before "
                    + loss.closed().plusDays(WashSales.DAYS + 1L)
                    + " it would wash the loss of "
                    + dollars(loss)
                    + " of "
                    + loss.closed()
                    + ".")
        .orElse(null);
  }

  private static String dollars(TaxedSale loss) {
    BigDecimal counts = Objects.requireNonNullElse(loss.counts(), BigDecimal.ZERO);
    return "$" + counts.abs().setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** Shares that written calls hold down, by symbol. */
  private Map<String, Double> committed() {
    Map<String, Double> shares = new HashMap<>();
    for (OpenTaxLot open : report.open()) {
      TaxLot lot = open.lot();
      boolean call =
          lot.option() != null && lot.option().right() == magnus.market.OptionChain.Right.CALL;
      if (call && lot.origin() == Origin.WRITTEN && accounts.contains(lot.account())) {
        shares.merge(
            lot.underlying(), open.quantity().multiply(lot.shares()).doubleValue(), Double::sum);
      }
    }
    return shares;
  }

  /** Free round lots of shares by symbol, as far as no written call holds them down. */
  public Map<String, Integer> writable() {
    Map<String, Double> shares = new TreeMap<>();
    for (OpenTaxLot open : report.open()) {
      if (accounts.contains(open.lot().account())
          && open.lot().option() == null
          && open.lot().origin().isHeld()) {
        shares.merge(open.lot().symbol(), open.quantity().doubleValue(), Double::sum);
      }
    }
    committed().forEach((symbol, down) -> shares.merge(symbol, -down, Double::sum));
    Map<String, Integer> contracts = new TreeMap<>();
    shares.forEach(
        (symbol, free) -> {
          if (free >= 100) {
            contracts.put(symbol, (int) (free / 100));
          }
        });
    return contracts;
  }
}
