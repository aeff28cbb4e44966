package magnus.recommendation.portfolio;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import magnus.portfolio.Holding;
import magnus.recommendation.Benefit;
import magnus.recommendation.Candidate;
import magnus.recommendation.Direction;
import magnus.recommendation.Leg;
import magnus.recommendation.Reason;

/** Candidates of one portfolio. Only those that are worth something to this user are offered. */
public final class PortfolioAdvice {

  public static final String CONCENTRATION = "CONCENTRATION";
  public static final String SECTOR = "SECTOR_WEIGHT";
  public static final String CASH = "IDLE_CASH";
  public static final String VOLATILITY = "TOTAL_RISK";

  private static final Duration LASTS = Duration.ofDays(7);
  private static final double SECTOR_OVER_NAME = 1.6;
  private static final double MOST_CASH = 0.1;
  private static final int LEAST_YEARS = 3;
  private static final double MOST_ADDED = 0.95;

  private final Inspected of;
  private final Shift shift;
  private final String market;
  private final List<Candidate> offered = new ArrayList<>();

  private PortfolioAdvice(Inspected of) {
    this.of = of;
    this.shift = of.shift();
    this.market = of.risk().benchmark();
  }

  /** All that is worth its costs. */
  public static List<Candidate> of(Inspected inspected) {
    if (inspected.value() <= 0 || inspected.returns().size() < 60) {
      return List.of();
    }
    PortfolioAdvice advice = new PortfolioAdvice(inspected);
    advice.concentrations();
    advice.sectors();
    advice.cash();
    advice.volatility();
    return List.copyOf(advice.offered);
  }

  private void concentrations() {
    double most = of.profile().riskTolerance().mostInOne();
    of.weights()
        .forEach(
            (symbol, weight) -> {
              if (weight > most && !symbol.equals(market) && isSingle(symbol)) {
                trim(symbol, weight, most);
              }
            });
  }

  private boolean isSingle(String symbol) {
    return of.stock(symbol).filter(h -> h.kind() == Holding.Kind.STOCK).isPresent();
  }

  private void trim(String symbol, double weight, double most) {
    double moved = weight - most;
    double part = moved / weight;
    double tax = of.tax(symbol, part);
    Map<String, Double> change = Map.of(symbol, -moved, market, moved);
    List<Reason> reasons = new ArrayList<>();
    reasons.add(
        new Reason(
            symbol
                + " makes up more of "
                + of.name()
                + " than your answers suggest ("
                + percent(most)
                + ").",
            percent(weight),
            of.riskPath() + "#contributions." + symbol));
    reasons.add(steadier(change));
    add(
        CONCENTRATION,
        symbol,
        Direction.REDUCE,
        "Trim " + symbol + " by " + cash(moved) + " and spread it over the market",
        change,
        tax,
        0.3,
        reasons,
        List.of(
            "You know more about " + symbol + " than the market does.",
            "Its weight falls below " + percent(most) + ".",
            "A tax rate higher than the " + percent(of.profile().longRate()) + " you told."));
  }

  private void sectors() {
    double most = SECTOR_OVER_NAME * of.profile().riskTolerance().mostInOne();
    Map<String, Map<String, Double>> bySector = new LinkedHashMap<>();
    of.weights()
        .forEach(
            (symbol, weight) ->
                of.stock(symbol)
                    .filter(h -> h.kind() == Holding.Kind.STOCK && weight > 0)
                    .ifPresent(
                        h ->
                            bySector
                                .computeIfAbsent(h.sector(), s -> new LinkedHashMap<>())
                                .put(symbol, weight)));
    bySector.forEach(
        (sector, weights) -> {
          double weight = weights.values().stream().mapToDouble(w -> w).sum();
          if (weight > most && weights.size() > 1) {
            sector(sector, weights, weight, most);
          }
        });
  }

  private void sector(String sector, Map<String, Double> weights, double weight, double most) {
    double part = (weight - most) / weight;
    Map<String, Double> change = new LinkedHashMap<>();
    double tax = 0;
    for (Map.Entry<String, Double> e : weights.entrySet()) {
      change.put(e.getKey(), -part * e.getValue());
      tax += of.tax(e.getKey(), part);
    }
    change.merge(market, weight - most, Double::sum);
    add(
        SECTOR,
        sector,
        Direction.REDUCE,
        "Move " + cash(weight - most) + " out of " + sector + " into the whole market",
        change,
        tax,
        0.7,
        List.of(
            new Reason(
                sector + " weighs more than your answers suggest (" + percent(most) + ").",
                percent(weight),
                of.holdingsPath()),
            steadier(change)),
        List.of(
            "You hold " + sector + " on purpose.",
            "Other accounts that Magnus does not know balance it."));
  }

  private void cash() {
    double share = of.holdings().cash().doubleValue() / of.value();
    if (share <= MOST_CASH || of.profile().horizonYears() < LEAST_YEARS) {
      return;
    }
    // As far as risk aversion lets it (Merton 1969), and never all of it.
    double variance =
        Math.max(1e-6, Math.pow(shift.volatilityAfter(Map.of(market, share - MOST_CASH)), 2));
    double wanted = Shift.PREMIUM / (of.profile().riskTolerance().aversion() * variance);
    double invested = 1 - share;
    double moved = Math.min(share - MOST_CASH, Math.min(MOST_ADDED, wanted) - invested);
    if (moved <= 0.01) {
      return;
    }
    add(
        CASH,
        "cash",
        Direction.ADD,
        "Put " + cash(moved) + " of idle cash into the broad market (" + market + ")",
        Map.of(market, moved),
        0,
        0,
        List.of(
            new Reason(
                "Cash is a large part of "
                    + of.name()
                    + " for money that you need in "
                    + of.profile().horizonYears()
                    + " years.",
                percent(share),
                of.holdingsPath() + "#cash"),
            new Reason(
                "The premium of stocks over cash is assumed, not promised.",
                percent(Shift.PREMIUM),
                "assumption"),
            new Reason(
                "After it the portfolio would swing so much a year.",
                percent(shift.volatilityAfter(Map.of(market, moved))),
                of.riskPath() + "#volatility")),
        List.of(
            "You need the money sooner than you told.",
            "It is kept for assignments of puts or for a purchase."));
  }

  private void volatility() {
    double now = shift.volatility();
    double gross = of.weights().values().stream().mapToDouble(Math::abs).sum();
    if (gross <= 0 || now <= 0) {
      return;
    }
    double wanted = Shift.PREMIUM / (of.profile().riskTolerance().aversion() * now * now);
    if (wanted >= 0.8) {
      return;
    }
    double part = Math.min(0.3, 1 - wanted);
    Map<String, Double> change = new LinkedHashMap<>();
    double tax = 0;
    double moved = 0;
    for (Map.Entry<String, Double> e : of.weights().entrySet()) {
      if (e.getValue() > 0 && of.stock(e.getKey()).isPresent()) {
        change.put(e.getKey(), -part * e.getValue());
        tax += of.tax(e.getKey(), part);
        moved += part * e.getValue();
      }
    }
    add(
        VOLATILITY,
        "portfolio",
        Direction.REDUCE,
        "Hold " + cash(moved) + " less in stocks: " + of.name() + " swings more than you want",
        change,
        tax,
        1,
        List.of(
            new Reason(
                "So much does the portfolio swing in a year.",
                percent(now),
                of.riskPath() + "#volatility"),
            steadier(change)),
        List.of(
            "You would bear a loss of a fifth more easily than you told.",
            "You need the money later than in " + of.profile().horizonYears() + " years."));
  }

  private Reason steadier(Map<String, Double> change) {
    return new Reason(
        "Volatility a year would go from "
            + percent(shift.volatility())
            + " to "
            + percent(shift.volatilityAfter(change))
            + ".",
        percent(shift.volatilityAfter(change)),
        "daily returns of " + of.returns().size() + " sessions");
  }

  private void add(
      String kind,
      String subject,
      Direction direction,
      String title,
      Map<String, Double> change,
      double tax,
      double effort,
      List<Reason> reasons,
      List<String> changesMind) {
    Benefit benefit = shift.benefit(change, tax, of.holdings().currency());
    if (benefit.amount().signum() <= 0) {
      return;
    }
    List<Reason> all = new ArrayList<>(reasons);
    double sold =
        -change.values().stream().filter(w -> w < 0).mapToDouble(w -> w).sum() * of.value();
    if (tax > 0) {
      all.add(
          new Reason(
              "Selling makes tax due now that would else be due later.",
              money(tax),
              of.holdingsPath() + ", lots, your rates"));
    }
    List<Leg> legs = new ArrayList<>();
    change.forEach((symbol, w) -> legs.add(new Leg(symbol, Shift.money(w * of.value()))));
    double evidence = benefit.low().doubleValue() / benefit.amount().doubleValue();
    offered.add(
        new Candidate(
            kind,
            subject,
            direction,
            of.portfolio(),
            title,
            benefit,
            Math.min(1, Math.max(0, evidence)),
            direction == Direction.ADD ? 0.6 : 0.1,
            effort,
            sold > 0 ? Math.min(1, tax / sold) : 0,
            all,
            changesMind,
            of.holdings().asOf().plus(LASTS),
            legs,
            "/portfolios/" + of.portfolio()));
  }

  private String cash(double weight) {
    return money(weight * of.value());
  }

  private String money(double amount) {
    BigDecimal rounded = BigDecimal.valueOf(Math.round(amount));
    return String.format(Locale.ROOT, "%,d %s", rounded.longValue(), of.holdings().currency());
  }

  private static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
  }
}
