package magnus.options.pricing;

import java.util.Optional;

/**
 * The price of the underlying, over the strike, at and below which an American put is exercised, as
 * a function of the time left: L. Andersen, M. Lake, D. Offengenden, "High-performance American
 * option pricing", Journal of Computational Finance 20, 2016. Spectral collocation of the integral
 * equation of the boundary, iterated from the flat boundary of Bjerksund and Stensland.
 *
 * <p>One boundary serves every strike and spot of the same volatility, rates and time. Not for
 * rates at or below 0 together with a yield below the rate, where there are two boundaries.
 */
final class PutBoundary {

  private static final double CONVERGED = 1e-11;
  private static final double TOLERABLE = 1e-8;

  /** Of the deviation, for the scheme that does not wait. */
  private static final double QUICK_TOLERABLE = 0.02;

  private final BoundaryScheme scheme;
  private final double years;
  private final double rate;
  private final double yield;
  private final double volatility;
  private final double limit;

  /** Near expiry the depth's square is smooth; with a limit below the strike the depth itself. */
  private final boolean squared;

  /** √(ln²(B/limit)) at the points: how far below its limit the boundary lies. */
  private final double[] depth;

  private final double[] outerDepth;

  private PutBoundary(
      BoundaryScheme scheme, double years, double rate, double yield, double volatility) {
    this.scheme = scheme;
    this.years = years;
    this.rate = rate;
    this.yield = yield;
    this.volatility = volatility;
    this.limit = yield > rate ? Math.log(rate / yield) : 0;
    this.squared = yield <= rate;
    this.depth = new double[scheme.degree + 1];
    this.outerDepth = new double[scheme.outer];
  }

  /** Whether a put of these has a boundary of this kind. */
  static boolean exists(double rate, double yield) {
    return rate > 0 || (rate == 0 && yield < 0);
  }

  /** Empty where the iteration does not settle. */
  static Optional<PutBoundary> of(
      BoundaryScheme scheme, double years, double rate, double yield, double volatility) {
    // densities settle within some fifteen rounds and hit the boundary best; where volatility is
    // tiny beside the drift they run away, and the slower cumulative form holds
    PutBoundary boundary = new PutBoundary(scheme, years, rate, yield, volatility);
    if (boundary.settle(false)) {
      return Optional.of(boundary);
    }
    PutBoundary slower = new PutBoundary(scheme, years, rate, yield, volatility);
    return slower.settle(true) ? Optional.of(slower) : Optional.empty();
  }

  private boolean settle(boolean cumulative) {
    begin();
    int n = scheme.degree;
    double[] inner = new double[scheme.inner];
    double[] next = new double[n + 1];
    double[][] byRate = new double[n][scheme.inner];
    double[][] byYield = new double[n][scheme.inner];
    for (int i = 0; i < n; i++) {
      double tau = years * scheme.time[i];
      for (int k = 0; k < scheme.inner; k++) {
        byRate[i][k] = Math.exp(rate * tau * scheme.share[k]) * scheme.weight[k];
        byYield[i][k] = Math.exp(yield * tau * scheme.share[k]) * scheme.weight[k];
      }
    }
    double change = Double.NaN;
    int rounds = cumulative ? 4 * scheme.rounds : scheme.rounds;
    for (int round = 0; round < rounds; round++) {
      double[] smooth = smooth();
      change = 0;
      for (int i = 0; i < n; i++) {
        interpolate(scheme.toInner[i], smooth, inner);
        double b = logBoundary(i, inner, byRate[i], byYield[i], cumulative);
        next[i] = Math.max(0, limit - b);
        change = Math.max(change, Math.abs(next[i] - depth[i]));
      }
      System.arraycopy(next, 0, depth, 0, n);
      if (!(change > CONVERGED)) {
        break;
      }
    }
    interpolate(scheme.toOuter, smooth(), outerDepth);
    return change <= TOLERABLE
        || (scheme == BoundaryScheme.QUICK
            && change < QUICK_TOLERABLE * volatility * Math.sqrt(years));
  }

  private void begin() {
    for (int i = 0; i < scheme.degree; i++) {
      double tau = years * scheme.time[i];
      double dual =
          BjerksundStensland.boundary(
              1, yield * tau, (yield - rate) * tau, volatility * volatility * tau);
      double b = -Math.log(dual);
      depth[i] = Double.isFinite(b) ? Math.max(0, limit - b) : volatility * Math.sqrt(tau);
    }
  }

  private double[] smooth() {
    double[] smooth = new double[depth.length];
    for (int i = 0; i < depth.length; i++) {
      smooth[i] = squared ? depth[i] * depth[i] : depth[i];
    }
    return smooth;
  }

  private void interpolate(double[][] matrix, double[] smooth, double[] to) {
    for (int k = 0; k < to.length; k++) {
      double[] row = matrix[k];
      double sum = 0;
      for (int j = 0; j < row.length; j++) {
        sum += row[j] * smooth[j];
      }
      to[k] = squared ? Math.sqrt(Math.max(0, sum)) : Math.max(0, sum);
    }
  }

  /** One step of the fixed point: the paper's system A (densities) or B (cumulative). */
  private double logBoundary(
      int i, double[] inner, double[] byRate, double[] byYield, boolean cumulative) {
    double tau = years * scheme.time[i];
    double deviation = volatility * Math.sqrt(tau);
    double drift = (rate - yield) * tau;
    double own = depth[i];
    double d = (limit - own + drift) / deviation;
    double above;
    double below;
    if (cumulative) {
      double cash = 0;
      double asset = 0;
      for (int k = 0; k < inner.length; k++) {
        double c = scheme.root[k];
        double e = (inner[k] - own + drift * c * c) / (deviation * c);
        cash += byRate[k] * StandardNormal.cumulative(e - deviation * c / 2);
        asset += byYield[k] * StandardNormal.cumulative(e + deviation * c / 2);
      }
      above = StandardNormal.cumulative(d - deviation / 2) + rate * tau * cash;
      below = StandardNormal.cumulative(d + deviation / 2) + yield * tau * asset;
    } else {
      double cash = 0;
      double asset = 0;
      for (int k = 0; k < inner.length; k++) {
        double c = scheme.root[k];
        double s = deviation * c;
        double e = (inner[k] - own + drift * c * c) / s;
        double plus = e + s / 2;
        cash += byRate[k] * StandardNormal.density(e - s / 2) / s;
        asset += byYield[k] * (StandardNormal.cumulative(plus) + StandardNormal.density(plus) / s);
      }
      double plus = d + deviation / 2;
      above = StandardNormal.density(d - deviation / 2) / deviation + rate * tau * cash;
      below =
          StandardNormal.density(plus) / deviation
              + StandardNormal.cumulative(plus)
              + yield * tau * asset;
    }
    double log = -drift + Math.log(above / below);
    return Double.isNaN(log) ? limit - own : Math.min(limit, log);
  }

  /** At and below this price, over the strike, the put is exercised now. */
  double now() {
    return Math.exp(limit - depth[0]);
  }

  /**
   * What early exercise adds to the European put.
   *
   * @param moneyness spot over strike, above {@link #now()}
   * @return over the strike
   */
  double premium(double moneyness) {
    double log = Math.log(moneyness);
    double sum = 0;
    for (int k = 0; k < scheme.outer; k++) {
      double c = scheme.outerRoot[k];
      double left = years * c * c;
      double s = volatility * Math.sqrt(years) * c;
      double e = (log - limit + outerDepth[k] + (rate - yield) * left) / s;
      sum +=
          scheme.outerWeight[k]
              * (rate * Math.exp(-rate * left) * StandardNormal.cumulative(-e + s / 2)
                  - yield
                      * moneyness
                      * Math.exp(-yield * left)
                      * StandardNormal.cumulative(-e - s / 2));
    }
    return years * sum;
  }
}
