package magnus.risk.var;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Were the losses beyond the value at risk larger than the expected shortfall? The exceedance
 * residuals (loss over forecast shortfall, minus 1) have mean zero under a right model; their
 * studentised mean is compared with that of bootstrap samples of the centred residuals, against the
 * alternative that the shortfall is understated (A. J. McNeil, R. Frey, Journal of Empirical
 * Finance 7, 2000, section 4.2; B. Efron, R. Tibshirani, "An Introduction to the Bootstrap", 1993,
 * p. 224).
 *
 * @param breaches that the test rests on
 * @param statistic studentised mean; 0 with fewer than {@value #LEAST} breaches
 * @param pValue share of {@value #SAMPLES} samples that are as far out; 1 with too few breaches to
 *     object
 */
public record ShortfallTest(int breaches, double statistic, double pValue) {

  private static final int SAMPLES = 10_000;
  private static final int LEAST = 3;
  private static final long SEED = 20000;

  /**
   * @param residuals loss over forecast shortfall, minus 1, of the days beyond the value at risk
   */
  static ShortfallTest of(List<Double> residuals) {
    double[] r = residuals.stream().mapToDouble(Double::doubleValue).toArray();
    int n = r.length;
    if (n < LEAST) {
      return new ShortfallTest(n, 0, 1);
    }
    double observed = studentised(r);
    double mean = 0;
    for (double x : r) {
      mean += x / n;
    }
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    double[] sample = new double[n];
    int beyond = 0;
    for (int k = 0; k < SAMPLES; k++) {
      for (int i = 0; i < n; i++) {
        sample[i] = r[random.nextInt(n)] - mean;
      }
      if (studentised(sample) >= observed) {
        beyond++;
      }
    }
    return new ShortfallTest(n, observed, (beyond + 1.0) / (SAMPLES + 1.0));
  }

  /** Mean over its standard error; samples that repeat one value have no spread and say nothing. */
  private static double studentised(double[] r) {
    int n = r.length;
    double sum = 0;
    double squares = 0;
    for (double x : r) {
      sum += x;
      squares += x * x;
    }
    double mean = sum / n;
    double variance = (squares - n * mean * mean) / (n - 1);
    return variance > 1e-18 ? mean / Math.sqrt(variance / n) : 0;
  }
}
