package magnus.risk.metrics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The figures once more, from their definitions, in decimal arithmetic of 50 digits and by other
 * algorithms (raw power sums; all pairs for the drawdown; a step function for the tails).
 */
public final class SecondOpinion {

  private static final MathContext MC = new MathContext(50);
  private static final BigDecimal YEAR = BigDecimal.valueOf(252);

  private SecondOpinion() {}

  private static BigDecimal exact(double value) {
    return new BigDecimal(value);
  }

  private static BigDecimal sum(double[] x) {
    BigDecimal sum = BigDecimal.ZERO;
    for (double v : x) {
      sum = sum.add(exact(v));
    }
    return sum;
  }

  private static BigDecimal covariance(double[] x, double[] y) {
    BigDecimal n = BigDecimal.valueOf(x.length);
    BigDecimal products = BigDecimal.ZERO;
    for (int i = 0; i < x.length; i++) {
      products = products.add(exact(x[i]).multiply(exact(y[i])));
    }
    return products
        .multiply(n)
        .subtract(sum(x).multiply(sum(y)))
        .divide(n.multiply(n.subtract(BigDecimal.ONE)), MC);
  }

  public static double volatility(double[] returns) {
    return covariance(returns, returns).multiply(YEAR).sqrt(MC).doubleValue();
  }

  public static double beta(double[] returns, double[] market) {
    return covariance(returns, market).divide(covariance(market, market), MC).doubleValue();
  }

  /** The daily rate by Newton's method on x^252 = 1 + rate. */
  private static BigDecimal dailyRate(double annual) {
    BigDecimal target = BigDecimal.ONE.add(exact(annual));
    BigDecimal x = BigDecimal.ONE;
    for (int i = 0; i < 12; i++) {
      BigDecimal power = x.pow(251, MC);
      x = x.subtract(power.multiply(x).subtract(target).divide(power.multiply(YEAR), MC), MC);
    }
    return x.subtract(BigDecimal.ONE);
  }

  public static double sharpe(double[] returns, double annualRate) {
    BigDecimal mean = sum(returns).divide(BigDecimal.valueOf(returns.length), MC);
    return mean.subtract(dailyRate(annualRate))
        .multiply(YEAR)
        .divide(covariance(returns, returns).multiply(YEAR).sqrt(MC), MC)
        .doubleValue();
  }

  public static double sortino(double[] returns, double annualRate) {
    BigDecimal rate = dailyRate(annualRate);
    BigDecimal n = BigDecimal.valueOf(returns.length);
    BigDecimal squares = BigDecimal.ZERO;
    for (double r : returns) {
      BigDecimal below = exact(r).subtract(rate);
      if (below.signum() < 0) {
        squares = squares.add(below.multiply(below));
      }
    }
    BigDecimal downside = squares.divide(n, MC).multiply(YEAR).sqrt(MC);
    return sum(returns)
        .divide(n, MC)
        .subtract(rate)
        .multiply(YEAR)
        .divide(downside, MC)
        .doubleValue();
  }

  /** Over all pairs of a start and a later end. */
  public static double maximumDrawdown(double[] returns) {
    BigDecimal worst = BigDecimal.ONE;
    for (int start = 0; start < returns.length; start++) {
      BigDecimal growth = BigDecimal.ONE;
      for (int end = start; end < returns.length; end++) {
        growth = growth.multiply(BigDecimal.ONE.add(exact(returns[end])), MC);
        worst = worst.min(growth);
      }
    }
    return BigDecimal.ONE.subtract(worst).doubleValue();
  }

  /** The smallest loss that at least α of the losses do not exceed, by counting. */
  public static double valueAtRisk(double[] returns, int percent) {
    double found = Double.POSITIVE_INFINITY;
    for (double candidate : returns) {
      int within = 0;
      for (double r : returns) {
        within += -r <= -candidate ? 1 : 0;
      }
      if (100L * within >= (long) percent * returns.length) {
        found = Math.min(found, -candidate);
      }
    }
    return found;
  }

  /** Each loss 100 times, then the mean of the worst (100 − percent) × n of them. */
  public static double expectedShortfall(double[] returns, int percent) {
    List<BigDecimal> losses = new ArrayList<>();
    for (double r : returns) {
      losses.addAll(Collections.nCopies(100, exact(r).negate()));
    }
    losses.sort(Collections.reverseOrder());
    int count = (100 - percent) * returns.length;
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal loss : losses.subList(0, count)) {
      sum = sum.add(loss);
    }
    return sum.divide(BigDecimal.valueOf(count), MC).doubleValue();
  }
}
