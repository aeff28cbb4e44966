package magnus.options.surface;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Fits a slice to quotes by the simplex method of Nelder and Mead on the weighted squares of
 * variances, with penalties on what would be arbitrage: a negative density (butterfly) and less
 * variance than the expiry before at the same moneyness (calendar).
 */
final class SviFit {

  private static final int ROUNDS = 500;
  private static final double PENALTY = 1e3;
  static final double REACH = 5;
  static final int GRID = 41;

  private SviFit() {}

  /**
   * @param before the expiry before it, or null for the first
   */
  static SviSlice fit(
      double years, double forward, List<VolatilityPoint> points, @Nullable SviSlice before) {
    double least = points.stream().mapToDouble(VolatilityPoint::total).min().orElse(0.01);
    double most = points.stream().mapToDouble(VolatilityPoint::total).max().orElse(0.01);
    double scale = Math.max(1e-6, least);
    double width = Math.sqrt(scale);
    ToDoubleFunction<double[]> cost =
        p -> cost(slice(years, forward, p, scale, width), points, before, scale);
    double[] best = null;
    for (double rho : new double[] {-0.4, 0.1}) {
      double slope = Math.max(0.05, (most - least) / (4 * width) / scale * width);
      double[] start = {0.6, Math.log(slope), atanh(rho), 0, Math.log(1.0)};
      double[] found = simplex(simplex(start, cost), cost);
      if (best == null || cost.applyAsDouble(found) < cost.applyAsDouble(best)) {
        best = found;
      }
    }
    return slice(years, forward, best == null ? new double[5] : best, scale, width);
  }

  private static double atanh(double x) {
    return 0.5 * Math.log((1 + x) / (1 - x));
  }

  /** Parameters in units of the smile's own height and width. */
  private static SviSlice slice(
      double years, double forward, double[] p, double scale, double width) {
    return new SviSlice(
        years,
        forward,
        p[0] * scale,
        Math.exp(Math.min(20, p[1])) * scale / width,
        Math.tanh(p[2]),
        p[3] * width,
        Math.exp(Math.min(5, p[4])) * width);
  }

  private static double cost(
      SviSlice s, List<VolatilityPoint> points, @Nullable SviSlice before, double scale) {
    double sum = 0;
    double weights = 0;
    for (VolatilityPoint p : points) {
      double miss = (s.total(p.k()) - p.total()) / scale;
      sum += p.weight() * miss * miss;
      weights += p.weight();
    }
    double penalty = 0;
    // a little further than what the surface is checked on
    double reach = 1.2 * REACH * Math.sqrt(Math.max(scale, s.total(0)));
    for (int i = 0; i < GRID; i++) {
      double k = reach * (2.0 * i / (GRID - 1) - 1);
      double w = s.total(k);
      if (w <= 1e-4 * scale) {
        penalty += 1 + (1e-4 * scale - w) / scale;
        continue;
      }
      double shortfall = 1e-3 - s.density(k);
      if (shortfall > 0) {
        penalty += shortfall * shortfall + 1e-4 * shortfall;
      }
      if (before != null) {
        double less = (before.total(k) * (1 + 1e-4) - w) / scale;
        if (less > 0) {
          penalty += less * less + 1e-3 * less;
        }
      }
    }
    return sum / weights + PENALTY * penalty;
  }

  /** Nelder and Mead's method from a start, with the usual coefficients. */
  private static double[] simplex(double[] start, ToDoubleFunction<double[]> cost) {
    int n = start.length;
    double[][] at = new double[n + 1][];
    double[] value = new double[n + 1];
    for (int i = 0; i <= n; i++) {
      at[i] = start.clone();
      if (i < n) {
        at[i][i] += 0.3;
      }
      value[i] = cost.applyAsDouble(at[i]);
    }
    for (int round = 0; round < ROUNDS; round++) {
      int low = 0;
      int high = 0;
      for (int i = 1; i <= n; i++) {
        low = value[i] < value[low] ? i : low;
        high = value[i] > value[high] ? i : high;
      }
      if (value[high] - value[low] <= 1e-12 * (1e-9 + Math.abs(value[low]))) {
        break;
      }
      double second = Double.NEGATIVE_INFINITY;
      double[] centre = new double[n];
      for (int i = 0; i <= n; i++) {
        if (i != high) {
          second = Math.max(second, value[i]);
          for (int j = 0; j < n; j++) {
            centre[j] += at[i][j] / n;
          }
        }
      }
      double[] mirrored = between(centre, at[high], -1);
      double v = cost.applyAsDouble(mirrored);
      if (v < value[low]) {
        double[] further = between(centre, at[high], -2);
        double vf = cost.applyAsDouble(further);
        at[high] = vf < v ? further : mirrored;
        value[high] = Math.min(v, vf);
      } else if (v < second) {
        at[high] = mirrored;
        value[high] = v;
      } else {
        double[] nearer = between(centre, v < value[high] ? mirrored : at[high], 0.5);
        double vn = cost.applyAsDouble(nearer);
        if (vn < Math.min(v, value[high])) {
          at[high] = nearer;
          value[high] = vn;
        } else {
          for (int i = 0; i <= n; i++) {
            if (i != low) {
              at[i] = between(at[low], at[i], 0.5);
              value[i] = cost.applyAsDouble(at[i]);
            }
          }
        }
      }
    }
    int low = 0;
    for (int i = 1; i <= n; i++) {
      low = value[i] < value[low] ? i : low;
    }
    return at[low];
  }

  private static double[] between(double[] from, double[] to, double share) {
    double[] at = new double[from.length];
    for (int i = 0; i < at.length; i++) {
      at[i] = from[i] + share * (to[i] - from[i]);
    }
    return at;
  }
}
