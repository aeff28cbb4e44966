package magnus.benchmarks.prefetch;

import java.util.Locale;

/** A mean of a few independent runs with its interval of 95 %, by Student's t. */
record Spread(double mean, double halfWidth) {

  /** 97.5 % quantiles of Student's t for 1 to 9 degrees of freedom. */
  private static final double[] T = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262
  };

  static Spread of(double... runs) {
    double sum = 0;
    for (double run : runs) {
      sum += run;
    }
    double mean = sum / runs.length;
    double squares = 0;
    for (double run : runs) {
      squares += (run - mean) * (run - mean);
    }
    int freedom = runs.length - 1;
    return new Spread(
        mean,
        freedom == 0
            ? Double.NaN
            : T[Math.min(T.length, freedom) - 1] * Math.sqrt(squares / freedom / runs.length));
  }

  /** In percent; one run has no interval. */
  String percent() {
    if (Double.isNaN(halfWidth)) {
      return String.format(Locale.ROOT, "%.1f %%", 100 * mean);
    }
    return String.format(Locale.ROOT, "%.1f ± %.1f %%", 100 * mean, 100 * halfWidth);
  }
}
