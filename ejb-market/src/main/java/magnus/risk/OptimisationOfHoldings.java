package magnus.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import magnus.basics.problem.Refusal;
import magnus.basics.result.Result;
import magnus.portfolio.Holding;
import magnus.portfolio.Holdings;
import magnus.risk.metrics.Moments;
import magnus.risk.optimisation.Aim;
import magnus.risk.optimisation.Covariance;
import magnus.risk.optimisation.Mandate;
import magnus.signals.indicator.AdjustedBars;
import org.jspecify.annotations.Nullable;

/** Computes {@link OptimisedPortfolio}. */
final class OptimisationOfHoldings {

  private static final int YEAR = 252;
  private static final int LEAST_LEARNED = 126;

  /**
   * A stock or fund.
   *
   * @param holding null where it is not held
   */
  record Asset(String sector, @Nullable Holding holding, AdjustedBars bars) {

    double value() {
      return holding == null || holding.value() == null ? 0 : holding.value().doubleValue();
    }
  }

  private final Holdings holdings;
  private final Map<String, Asset> assets;
  private final Map<String, String> missing;
  private final OptimisationWish wish;

  /**
   * @param assets by symbol, in the order of the answer
   * @param missing what is not weighed
   */
  OptimisationOfHoldings(
      Holdings holdings,
      Map<String, Asset> assets,
      Map<String, String> missing,
      OptimisationWish wish) {
    this.holdings = holdings;
    this.assets = assets;
    this.missing = new TreeMap<>(missing);
    this.wish = wish;
  }

  OptimisedPortfolio compute() {
    leaveOutWhatNeverMoved();
    int[] days = commonDays();
    List<String> symbols = List.copyOf(assets.keySet());
    if (symbols.size() < 2 || days.length <= RiskSettings.LEAST_SESSIONS) {
      throw Refusal.of(
          Refusal.Kind.UNACCEPTABLE,
          "nothing-to-weigh",
          "Weights need two stocks or funds with "
              + RiskSettings.LEAST_SESSIONS
              + " common sessions; there are "
              + symbols.size()
              + " with "
              + Math.max(0, days.length - 1)
              + ".");
    }
    double[][] returns = returns(days);
    double invested = assets.values().stream().mapToDouble(Asset::value).sum();
    double[] now =
        assets.values().stream()
            .mapToDouble(a -> invested > 0 ? a.value() / invested : 0)
            .toArray();
    Covariance covariance = Covariance.ledoitWolf(returns);
    Mandate limits = limits(symbols, now);
    Mandate mandate =
        invested > 0 ? limits.trading(now, wish.mostTurnover(), wish.cost() / YEAR) : limits;
    Aim aim = aim(symbols);
    Aim.Found found = must(aim.find(returns, covariance, now, mandate));
    return report(
        symbols, days, covariance, now, found, lookedBack(aim, limits, returns, now), invested);
  }

  private void leaveOutWhatNeverMoved() {
    assets
        .entrySet()
        .removeIf(
            e -> {
              boolean still = Arrays.stream(e.getValue().bars().close()).distinct().count() < 2;
              if (still) {
                missing.put(e.getKey(), "Its price never moved.");
              }
              return still;
            });
  }

  private int[] commonDays() {
    int[] common = null;
    for (Asset asset : assets.values()) {
      int[] own = asset.bars().days();
      common =
          common == null
              ? own
              : Arrays.stream(common).filter(d -> Arrays.binarySearch(own, d) >= 0).toArray();
    }
    int[] all = common == null ? new int[0] : common;
    return Arrays.copyOfRange(all, Math.max(0, all.length - wish.sessions() - 1), all.length);
  }

  private double[][] returns(int[] days) {
    double[][] returns = new double[assets.size()][days.length - 1];
    int asset = 0;
    for (Asset one : assets.values()) {
      double before = 0;
      for (int i = 0; i < days.length; i++) {
        double close = one.bars().close()[Arrays.binarySearch(one.bars().days(), days[i])];
        if (i > 0) {
          returns[asset][i - 1] = close / before - 1;
        }
        before = close;
      }
      asset++;
    }
    return returns;
  }

  private Mandate limits(List<String> symbols, double[] now) {
    int n = symbols.size();
    Mandate limits = Mandate.longOnly(n).atMost(wish.mostWeight());
    List<String> sectors = assets.values().stream().map(Asset::sector).toList();
    for (Map.Entry<String, OptimisationWish.Limits> limit : wish.sectors().entrySet()) {
      List<Integer> members =
          IntStream.range(0, n).filter(i -> sectors.get(i).equals(limit.getKey())).boxed().toList();
      if (members.isEmpty()) {
        throw Refusal.malformed(
            "sectors",
            limit.getKey(),
            "a sector of what is weighed: " + List.copyOf(new TreeSet<>(sectors)));
      }
      limits =
          limits.with(
              new Mandate.Group(
                  limit.getKey(), members, limit.getValue().least(), limit.getValue().most()));
    }
    List<Integer> kept = wish.kept().stream().map(s -> index(symbols, "kept", s)).toList();
    for (int i : kept) {
      if (now[i] > wish.mostWeight()) {
        throw Refusal.malformed(
            "mostWeight",
            wish.mostWeight(),
            "at least " + now[i] + ", the weight of " + symbols.get(i) + ", which is to be kept");
      }
    }
    return limits.keeping(kept, now);
  }

  private static int index(List<String> symbols, String field, String symbol) {
    int index = symbols.indexOf(symbol);
    if (index < 0) {
      throw Refusal.malformed(field, symbol, "one of " + symbols);
    }
    return index;
  }

  private Aim aim(List<String> symbols) {
    return switch (wish.method()) {
      case MINIMUM_VOLATILITY -> new Aim.LeastVariance();
      case MEAN_VARIANCE -> new Aim.MeanAndVariance(wish.aversion());
      case RISK_PARITY -> new Aim.EqualRisk();
      case HIERARCHICAL_RISK_PARITY -> new Aim.Hierarchical();
      case BLACK_LITTERMAN ->
          new Aim.Views(wish.aversion(), wish.views().stream().map(v -> held(symbols, v)).toList());
    };
  }

  private static Aim.Views.Held held(List<String> symbols, OptimisationWish.View view) {
    double[] portfolio = new double[symbols.size()];
    portfolio[index(symbols, "views", view.symbol())] = 1;
    if (view.over() != null) {
      portfolio[index(symbols, "views", view.over())] -= 1;
    }
    return new Aim.Views.Held(portfolio, view.annualReturn() / YEAR, view.confidence());
  }

  private static <T> T must(Result<T> result) {
    result
        .findFailure()
        .ifPresent(
            f -> {
              throw Refusal.of(Refusal.Kind.UNACCEPTABLE, "limits-contradict", f.detail());
            });
    return result.find().orElseThrow();
  }

  /** Weights from all but the last year, held through it. */
  private static OptimisedPortfolio.@Nullable LookedBack lookedBack(
      Aim aim, Mandate limits, double[][] returns, double[] now) {
    int all = returns[0].length;
    int last = Math.min(YEAR, all / 3);
    if (all - last < LEAST_LEARNED) {
      return null;
    }
    double[][] before = part(returns, 0, all - last);
    double[][] after = part(returns, all - last, all);
    double[] equal = new double[now.length];
    Arrays.fill(equal, 1.0 / now.length);
    try {
      return aim.find(before, Covariance.ledoitWolf(before), now, limits)
          .find()
          .map(
              found ->
                  new OptimisedPortfolio.LookedBack(
                      last,
                      volatility(after, found.weights().weights()),
                      volatility(after, now),
                      volatility(after, equal)))
          .orElse(null);
    } catch (IllegalArgumentException neverMovedBefore) {
      return null;
    }
  }

  private static double[][] part(double[][] returns, int from, int to) {
    return Arrays.stream(returns)
        .map(r -> Arrays.copyOfRange(r, from, to))
        .toArray(double[][]::new);
  }

  private static double volatility(double[][] returns, double[] weights) {
    double[] whole = new double[returns[0].length];
    for (int i = 0; i < weights.length; i++) {
      for (int day = 0; day < whole.length; day++) {
        whole[day] += weights[i] * returns[i][day];
      }
    }
    return Moments.standardDeviation(whole) * Math.sqrt(YEAR);
  }

  private OptimisedPortfolio report(
      List<String> symbols,
      int[] days,
      Covariance covariance,
      double[] now,
      Aim.Found found,
      OptimisedPortfolio.@Nullable LookedBack lookedBack,
      double invested) {
    double[] then = found.weights().weights();
    double[] riskNow = invested > 0 ? covariance.riskShares(now) : now;
    double[] riskThen = covariance.riskShares(then);
    List<OptimisedPortfolio.Item> items = new ArrayList<>();
    double turnover = 0;
    for (int i = 0; i < then.length; i++) {
      Asset asset = asset(symbols.get(i));
      double trade = (then[i] - now[i]) * invested;
      turnover += Math.abs(then[i] - now[i]);
      items.add(
          new OptimisedPortfolio.Item(
              symbols.get(i),
              asset.sector(),
              new OptimisedPortfolio.Pair(now[i], then[i]),
              new OptimisedPortfolio.Pair(riskNow[i], riskThen[i]),
              MetricsOfSnapshot.money(trade),
              shares(trade, price(asset))));
    }
    return new OptimisedPortfolio(
        wish.method(),
        holdings.asOf(),
        holdings.currency(),
        MetricsOfSnapshot.money(invested),
        LocalDate.ofEpochDay(days[1]),
        LocalDate.ofEpochDay(days[days.length - 1]),
        days.length - 1,
        covariance.shrinkage(),
        items,
        new OptimisedPortfolio.Pair(yearly(covariance, now), yearly(covariance, then)),
        found.expected().length == 0
            ? null
            : new OptimisedPortfolio.Pair(dot(found.expected(), now), dot(found.expected(), then)),
        turnover,
        MetricsOfSnapshot.money(turnover * invested * wish.cost()),
        lookedBack,
        missing);
  }

  private Asset asset(String symbol) {
    return Objects.requireNonNull(assets.get(symbol));
  }

  private static double price(Asset asset) {
    if (asset.holding() != null && asset.holding().price() != null) {
      return asset.holding().price().doubleValue();
    }
    double[] close = asset.bars().close();
    return close[close.length - 1];
  }

  private static @Nullable BigDecimal shares(double trade, double price) {
    return price > 0 ? BigDecimal.valueOf(trade / price).setScale(0, RoundingMode.DOWN) : null;
  }

  private static double yearly(Covariance covariance, double[] weights) {
    return Math.sqrt(covariance.variance(weights) * YEAR);
  }

  private static double dot(double[] expected, double[] weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += expected[i] * weights[i];
    }
    return sum * YEAR;
  }
}
