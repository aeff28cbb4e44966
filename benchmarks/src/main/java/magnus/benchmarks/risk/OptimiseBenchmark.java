package magnus.benchmarks.risk;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import magnus.benchmarks.Benchmark;
import magnus.benchmarks.ImportedCloses;
import magnus.benchmarks.Options;
import magnus.risk.metrics.Moments;
import magnus.risk.optimisation.Covariance;
import magnus.risk.optimisation.HierarchicalRiskParity;
import magnus.risk.optimisation.Mandate;
import magnus.risk.optimisation.MeanVariance;
import magnus.risk.optimisation.RiskParity;

/**
 * Optimised portfolios walked forward over real closes: weights from the past alone, held for a
 * month, and the volatility of what they then returned. Minimum variance beside ojAlgo's quadratic
 * solver on the same problems, and both timed on many assets.
 */
public final class OptimiseBenchmark implements Benchmark {

  private static final int LOOK_BACK = 504;
  private static final int HOLD = 21;
  private static final int ROUNDS = 15;

  @Override
  public String name() {
    return "optimise";
  }

  @Override
  public String usage() {
    return "--closes FILE [--look-back "
        + LOOK_BACK
        + "] [--assets 200]: optimisers walked forward";
  }

  @Override
  public Map<String, Object> run(Options options, PrintStream progress) throws IOException {
    CommonDays market = CommonDays.of(ImportedCloses.read(options.file("closes")));
    int lookBack = options.integer("look-back", LOOK_BACK);
    if (market.days() <= lookBack) {
      throw new IllegalArgumentException(
          "--closes: " + market.days() + " daily returns, more than " + lookBack + " needed");
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("assets", market.symbols().size());
    figures.put("from", market.from().toString());
    figures.put("to", market.to().toString());
    figures.put("days", market.days() - lookBack);
    Map<String, Function<Covariance, double[]>> methods = new LinkedHashMap<>();
    methods.put("equal_weights", c -> equal(c.matrix().length));
    methods.put("inverse_volatility", OptimiseBenchmark::inverseVolatility);
    methods.put("minimum_variance", OptimiseBenchmark::minimumVariance);
    methods.put("risk_parity", RiskParity::weights);
    methods.put("hierarchical_risk_parity", HierarchicalRiskParity::weights);
    progress.println("method                      volatility  return p.a.  turnover a month");
    methods.forEach((name, m) -> figures.put(name, walk(name, m, market, lookBack, progress)));
    figures.put("worst_difference_to_ojalgo", worstDifference(market, lookBack));
    speed(options.integer("assets", 200), figures, progress);
    return figures;
  }

  private static Map<String, Object> walk(
      String name,
      Function<Covariance, double[]> method,
      CommonDays market,
      int lookBack,
      PrintStream progress) {
    double[] earned = new double[market.days() - lookBack];
    double turnover = 0;
    int months = 0;
    double[] weights = new double[market.symbols().size()];
    for (int day = lookBack; day < market.days(); day++) {
      if ((day - lookBack) % HOLD == 0) {
        double[] next = method.apply(covariance(market, day, lookBack));
        for (int i = 0; i < next.length; i++) {
          turnover += months == 0 ? 0 : Math.abs(next[i] - weights[i]);
        }
        weights = next;
        months++;
      }
      double gain = 0;
      for (int i = 0; i < weights.length; i++) {
        gain += weights[i] * market.returns()[i][day];
      }
      earned[day - lookBack] = gain;
      for (int i = 0; i < weights.length; i++) {
        weights[i] *= (1 + market.returns()[i][day]) / (1 + gain);
      }
    }
    double volatility = Moments.standardDeviation(earned) * Math.sqrt(252);
    double mean = Moments.mean(earned) * 252;
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("volatility", volatility);
    figures.put("return", mean);
    figures.put("turnover", turnover / Math.max(1, months - 1));
    progress.printf(
        Locale.ROOT,
        "%-26s  %9.2f%%  %10.2f%%  %15.2f%n",
        name,
        100 * volatility,
        100 * mean,
        turnover / Math.max(1, months - 1));
    return figures;
  }

  private static Covariance covariance(CommonDays market, int day, int lookBack) {
    double[][] window = new double[market.symbols().size()][];
    for (int i = 0; i < window.length; i++) {
      window[i] = Arrays.copyOfRange(market.returns()[i], day - lookBack, day);
    }
    return Covariance.ledoitWolf(window);
  }

  private static double[] equal(int n) {
    double[] weights = new double[n];
    Arrays.fill(weights, 1.0 / n);
    return weights;
  }

  private static double[] inverseVolatility(Covariance covariance) {
    double[] weights = new double[covariance.matrix().length];
    Arrays.setAll(weights, i -> 1 / Math.sqrt(covariance.matrix()[i][i]));
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(w -> w / sum).toArray();
  }

  private static double[] minimumVariance(Covariance covariance) {
    return MeanVariance.minimumVariance(covariance, Mandate.longOnly(covariance.matrix().length))
        .find()
        .orElseThrow()
        .weights();
  }

  /** Of all weights on all rebalancing days. */
  private static double worstDifference(CommonDays market, int lookBack) {
    double worst = 0;
    for (int day = lookBack; day < market.days(); day += HOLD) {
      Covariance covariance = covariance(market, day, lookBack);
      double[] zero = new double[covariance.matrix().length];
      worst =
          Math.max(
              worst,
              difference(minimumVariance(covariance), OjAlgoPeer.weights(covariance, zero, 1, 1)));
    }
    return worst;
  }

  private static double difference(double[] a, double[] b) {
    double worst = 0;
    for (int i = 0; i < a.length; i++) {
      worst = Math.max(worst, Math.abs(a[i] - b[i]));
    }
    return worst;
  }

  /** Mean–variance with expected returns and a limit of 5 % for each of invented assets. */
  private static void speed(int assets, Map<String, Object> figures, PrintStream progress) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    double[][] returns = new double[assets][504];
    for (int t = 0; t < 504; t++) {
      double common = random.nextGaussian();
      for (int i = 0; i < assets; i++) {
        returns[i][t] =
            0.006 * (0.5 + (double) i / assets) * common
                + 0.01 * (0.5 + (i * 7 % assets) / (double) assets) * random.nextGaussian();
      }
    }
    double[] expected = random.doubles(assets, 0, 0.0008).toArray();
    long[] nanos = new long[ROUNDS];
    long[] solving = new long[ROUNDS];
    double[] weights = new double[assets];
    Covariance covariance = Covariance.ledoitWolf(returns);
    Mandate mandate = Mandate.longOnly(assets).atMost(0.05);
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      covariance = Covariance.ledoitWolf(returns);
      long estimated = System.nanoTime();
      weights =
          MeanVariance.weights(covariance, expected, 5, mandate).find().orElseThrow().weights();
      nanos[round] = System.nanoTime() - start;
      solving[round] = System.nanoTime() - estimated;
    }
    long start = System.nanoTime();
    double[] peer = OjAlgoPeer.weights(covariance, expected, 5, 0.05);
    double cold = (System.nanoTime() - start) / 1e6;
    start = System.nanoTime();
    OjAlgoPeer.weights(covariance, expected, 5, 0.05);
    double warm = (System.nanoTime() - start) / 1e6;
    Arrays.sort(nanos);
    Arrays.sort(solving);
    figures.put("speed_assets", assets);
    figures.put("milliseconds_with_covariance", nanos[ROUNDS / 2] / 1e6);
    figures.put("milliseconds", solving[ROUNDS / 2] / 1e6);
    figures.put("milliseconds_ojalgo", Math.min(cold, warm));
    figures.put("speed_difference_to_ojalgo", difference(weights, peer));
    progress.printf(
        Locale.ROOT,
        "%d assets: %.1f ms (with its covariance %.1f), ojAlgo %.1f ms, largest difference %.1e%n",
        assets,
        solving[ROUNDS / 2] / 1e6,
        nanos[ROUNDS / 2] / 1e6,
        Math.min(cold, warm),
        difference(weights, peer));
  }
}
