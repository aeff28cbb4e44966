package magnus.recommendation.portfolio;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import magnus.market.BarSeries;
import magnus.market.CorporateAction;

/** Daily total returns of symbols on the same days, the benchmark's. */
public final class DailyReturns {

  private static final double TRADING_DAYS = 252;

  private final int[] days;
  private final Map<String, double[]> bySymbol = new HashMap<>();

  /**
   * @param benchmark whose days count, from the second bar on
   */
  public DailyReturns(BarSeries benchmark) {
    this.days = benchmark.days();
  }

  public int size() {
    return Math.max(0, days.length - 1);
  }

  /**
   * Takes a symbol in, unless a bar is missing on one of the days.
   *
   * @param actions splits and dividends in these days
   */
  public boolean add(BarSeries bars, List<CorporateAction> actions) {
    double[] returns = new double[size()];
    for (int i = 0; i < returns.length; i++) {
      LocalDate before = LocalDate.ofEpochDay(days[i]);
      LocalDate day = LocalDate.ofEpochDay(days[i + 1]);
      int from = bars.indexOnOrBefore(before);
      int to = bars.indexOnOrBefore(day);
      if (from < 0 || to < 0 || bars.days()[to] != days[i + 1]) {
        return false;
      }
      double split = 1;
      double paid = 0;
      for (CorporateAction action : actions) {
        if (action.exDate().isAfter(before) && !action.exDate().isAfter(day)) {
          if (action.kind() == CorporateAction.Kind.SPLIT) {
            split *= action.amount().doubleValue();
          } else {
            paid += action.amount().doubleValue();
          }
        }
      }
      returns[i] = (bars.close()[to] * split + paid) / bars.close()[from] - 1;
    }
    bySymbol.put(bars.symbol(), returns);
    return true;
  }

  public boolean has(String symbol) {
    return bySymbol.containsKey(symbol);
  }

  /** Daily returns of a mix; symbols without returns do not count. */
  public double[] mix(Map<String, Double> weights) {
    double[] sum = new double[size()];
    weights.forEach(
        (symbol, weight) ->
            Optional.ofNullable(bySymbol.get(symbol))
                .ifPresent(
                    r -> {
                      for (int i = 0; i < sum.length; i++) {
                        sum[i] += weight * r[i];
                      }
                    }));
    return sum;
  }

  /** Total return of a symbol over all days; 0 where it is not known. */
  public double growth(String symbol) {
    double growth = 1;
    for (double r : bySymbol.getOrDefault(symbol, new double[0])) {
      growth *= 1 + r;
    }
    return growth - 1;
  }

  /** Variance per year. */
  public static double variance(double[] returns) {
    return covariance(returns, returns);
  }

  /** Covariance per year; 0 with fewer than two days. */
  public static double covariance(double[] a, double[] b) {
    int n = a.length;
    if (n < 2) {
      return 0;
    }
    double meanA = 0;
    double meanB = 0;
    for (int i = 0; i < n; i++) {
      meanA += a[i] / n;
      meanB += b[i] / n;
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += (a[i] - meanA) * (b[i] - meanB);
    }
    return sum / (n - 1) * TRADING_DAYS;
  }
}
