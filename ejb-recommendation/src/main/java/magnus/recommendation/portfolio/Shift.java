package magnus.recommendation.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import magnus.recommendation.Benefit;

/**
 * What moving money between symbols is worth in a year to somebody averse to risk: the change of
 * the certainty equivalent, expected return less half the aversion times variance (Markowitz 1952,
 * Pratt 1964). Expected returns are the risk-free rate plus beta times an assumed premium: the
 * shift claims no view of where prices go.
 */
public final class Shift {

  /** Of the broad market over the risk-free rate, per year: an assumption. */
  public static final double PREMIUM = 0.045;

  /** Of the amount traded, each way: an assumption. */
  public static final double COST = 0.0005;

  /** Fat tails make variances less certain than 2 / n says. */
  private static final double FAT = 1.5;

  private final DailyReturns returns;
  private final Map<String, Double> weights;
  private final String benchmark;
  private final double wealth;
  private final double aversion;
  private final double riskFree;

  /**
   * @param weights of the portfolio now, fractions of {@code wealth}; the rest is cash
   */
  public Shift(
      DailyReturns returns,
      Map<String, Double> weights,
      String benchmark,
      double wealth,
      double aversion,
      double riskFree) {
    this.returns = returns;
    this.weights = Map.copyOf(weights);
    this.benchmark = benchmark;
    this.wealth = wealth;
    this.aversion = aversion;
    this.riskFree = riskFree;
  }

  /** Volatility per year of what is held now. */
  public double volatility() {
    return Math.sqrt(DailyReturns.variance(returns.mix(weights)));
  }

  /** Volatility per year after the shift. */
  public double volatilityAfter(Map<String, Double> shift) {
    return Math.sqrt(DailyReturns.variance(returns.mix(after(shift))));
  }

  /**
   * What the shift is worth in its first year.
   *
   * @param shift fractions of the wealth by symbol, negative for sales; what does not add up to
   *     zero comes from cash or goes into it
   * @param tax that becomes due by the sales, money; only what its being due earlier costs counts
   */
  public Benefit benefit(Map<String, Double> shift, double tax, String currency) {
    double[] market = returns.mix(Map.of(benchmark, 1.0));
    double marketVariance = DailyReturns.variance(market);
    double beta =
        marketVariance > 0
            ? DailyReturns.covariance(returns.mix(shift), market) / marketVariance
            : 0;
    double before = DailyReturns.variance(returns.mix(weights));
    double after = DailyReturns.variance(returns.mix(after(shift)));
    double safer = aversion / 2 * (before - after) * wealth;
    double earned = beta * PREMIUM * wealth;
    double traded = shift.values().stream().mapToDouble(Math::abs).sum() * wealth;
    double costs = COST * traded + Math.max(0, tax) * riskFree;
    double error = 2 * FAT * Math.sqrt(2.0 / Math.max(2, returns.size())) * Math.abs(safer);
    // The premium may as well be half or one and a half of what is assumed.
    double premium = Math.abs(earned) / 2;
    double reach = Math.hypot(error, premium);
    double amount = safer + earned - costs;
    return new Benefit(
        money(amount),
        money(amount - reach),
        money(amount + reach),
        currency,
        String.format(
            Locale.ROOT,
            "First year: %.0f less risk borne (half of risk aversion %.0f × change of variance,"
                + " %d days) %+.0f expected return (beta × %.1f %% premium, assumed) − %.0f costs"
                + " and earlier tax.",
            safer,
            aversion,
            returns.size(),
            earned,
            100 * PREMIUM,
            costs));
  }

  private Map<String, Double> after(Map<String, Double> shift) {
    Map<String, Double> after = new HashMap<>(weights);
    shift.forEach((symbol, change) -> after.merge(symbol, change, Double::sum));
    return after;
  }

  static BigDecimal money(double amount) {
    return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_EVEN);
  }
}
