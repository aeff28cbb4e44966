package magnus.risk.var;

import magnus.risk.metrics.CompensatedSum;

/**
 * Parameters of a GJR-GARCH(1,1) by maximum likelihood with Student t innovations; the long-run
 * variance is the sample's ("variance targeting", R. F. Engle, J. Mezrich, "GARCH for Groups", Risk
 * 9, 1996). A few hundred returns do not determine persistence, and an unfettered fit then jumps
 * between refits; so the likelihood has a weak prior around what daily equity returns show the
 * world over (α .03, γ .10, β .90).
 *
 * @param omega ω, variance a day
 * @param alpha α ≥ 0
 * @param gamma γ ≥ 0
 * @param beta β ≥ 0; α + γ/2 + β &lt; 1
 * @param degrees of freedom of the innovations, above 2
 * @param start long-run variance a day
 */
record GarchFit(
    double omega, double alpha, double gamma, double beta, double degrees, double start) {

  private static final double MOST_PERSISTENT = 0.999;

  /** One over the variance of the prior of each (transformed) parameter. */
  private static final double PRIOR = 1;

  /** σ² of the next day. */
  double next(double variance, double r) {
    return omega + (alpha + (r < 0 ? gamma : 0)) * r * r + beta * variance;
  }

  /** α + γ/2 + β: the share of a shock to variance that is left after a day. */
  double persistence() {
    return alpha + gamma / 2 + beta;
  }

  static GarchFit of(double[] returns, boolean leverage) {
    CompensatedSum squares = new CompensatedSum();
    for (double r : returns) {
      squares.add(r * r);
    }
    double longRun = squares.total() / returns.length;
    if (!(longRun > 0)) {
      return new GarchFit(0, 0, 0, 0, 8, 0);
    }
    double[] start = {
      Math.log(leverage ? 0.03 : 0.08), Math.log(0.10), logit(0.97), Math.log(8 - 2.1)
    };
    double[] best =
        SimplexSearch.minimum(
            x -> penalisedLoss(at(x, leverage, longRun), x, start, leverage, returns), start, 0.5);
    return at(best, leverage, longRun);
  }

  /**
   * x: logarithms of α and γ, logit of the persistence, logarithm of the degrees above 2.1. Shocks
   * beyond the persistence leave β at 0.
   */
  private static GarchFit at(double[] x, boolean leverage, double longRun) {
    double alpha = Math.min(0.5, Math.exp(x[0]));
    double gamma = leverage ? Math.min(0.8, Math.exp(x[1])) : 0;
    double persistence = MOST_PERSISTENT / (1 + Math.exp(-x[2]));
    double shocks = alpha + gamma / 2;
    double beta = Math.max(0, persistence - shocks);
    double omega = longRun * Math.max(1 - MOST_PERSISTENT, 1 - beta - shocks);
    return new GarchFit(omega, alpha, gamma, beta, Math.min(100, 2.1 + Math.exp(x[3])), longRun);
  }

  private static double penalisedLoss(
      GarchFit fit, double[] x, double[] centre, boolean leverage, double[] returns) {
    double a = x[0] - centre[0];
    double g = leverage ? x[1] - centre[1] : 0;
    double p = x[2] - centre[2];
    double d = x[3] - centre[3];
    return fit.loss(returns) + PRIOR / 2 * (a * a + g * g + p * p + d * d);
  }

  /** Minus the log-likelihood, without the terms that do not depend on the parameters. */
  private double loss(double[] returns) {
    double scale = degrees - 2;
    double constant =
        StudentT.logGamma((degrees + 1) / 2)
            - StudentT.logGamma(degrees / 2)
            - 0.5 * Math.log(Math.PI * scale);
    // logarithms of products of a few factors near 1: a sixteenth of the logarithms
    double variance = 1;
    double level = omega / start;
    double spreads = 1;
    double shocks = 1;
    double logSpreads = 0;
    double logShocks = 0;
    for (int i = 0; i < returns.length; i++) {
      double r = returns[i];
      double square = r * r / start;
      spreads *= variance;
      shocks *= 1 + square / (variance * scale);
      variance = level + (alpha + (r < 0 ? gamma : 0)) * square + beta * variance;
      if ((i & 15) == 15) {
        logSpreads += Math.log(spreads);
        logShocks += Math.log(shocks);
        spreads = 1;
        shocks = 1;
      }
    }
    logSpreads += Math.log(spreads) + returns.length * Math.log(start);
    logShocks += Math.log(shocks);
    return 0.5 * (logSpreads + (degrees + 1) * logShocks) - returns.length * constant;
  }

  private static double logit(double p) {
    return Math.log(p / (1 - p));
  }
}
