package magnus.benchmarks.risk;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import magnus.benchmarks.Benchmark;
import magnus.benchmarks.Options;
import magnus.market.OptionChain.Right;
import magnus.options.pricing.AmericanOption;
import magnus.risk.simulation.GainGrid;
import magnus.risk.simulation.JointReturns;
import magnus.risk.simulation.MonteCarloVar;

/**
 * Monte Carlo value at risk of shares and American options, repriced on every path: grids are built
 * and paths drawn anew each round. Beside it the plain way, pricing each option on each path, on a
 * part of the paths and scaled up.
 */
public final class MonteCarloBenchmark implements Benchmark {

  private static final int ROUNDS = 7;
  private static final int NODES = 97;
  private static final double REACH = 12;
  private static final double DEGREES = 5;
  private static final double RATE = 0.04;

  @Override
  public String name() {
    return "monte-carlo-var";
  }

  @Override
  public String usage() {
    return "[--paths 100000] [--assets 50]: value at risk with 50 American options repriced";
  }

  @Override
  public Map<String, Object> run(Options options, PrintStream progress) {
    int paths = options.integer("paths", 100_000);
    int n = options.integer("assets", 50);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
    double[][] covariance = new double[n][n];
    double[] deviations = random.doubles(n, 0.008, 0.03).toArray();
    List<DoubleUnaryOperator> gains = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        covariance[i][j] = deviations[i] * deviations[j] * (i == j ? 1 : 0.4);
      }
      gains.add(position(i, deviations[i]));
    }
    ExecutorService two = Executors.newFixedThreadPool(2);
    double[] seconds = new double[ROUNDS];
    MonteCarloVar.Tail tail = null;
    double error = 0;
    try {
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        List<GainGrid> grids = new ArrayList<>();
        for (int i = 0; i < n; i++) {
          grids.add(GainGrid.of(gains.get(i), REACH * deviations[i], NODES));
        }
        tail =
            new MonteCarloVar(grids, JointReturns.of(covariance, DEGREES))
                .simulate(paths, 1, two)
                .tail(0.01);
        seconds[round] = (System.nanoTime() - start) / 1e9;
        error = grids.stream().mapToDouble(GainGrid::error).sum();
      }
    } finally {
      two.shutdown();
    }
    if (tail == null) {
      throw new IllegalStateException("no round was run");
    }
    Arrays.sort(seconds);
    int some = 200;
    long start = System.nanoTime();
    double sink = 0;
    for (int p = 0; p < some; p++) {
      for (int i = 0; i < n; i++) {
        sink += gains.get(i).applyAsDouble(deviations[i] * random.nextGaussian());
      }
    }
    double plain = (System.nanoTime() - start) / 1e9 * paths / some / 2;
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("paths", paths);
    figures.put("assets", n);
    figures.put("american_options", n);
    figures.put("seconds", seconds[ROUNDS / 2]);
    figures.put("seconds_least", seconds[0]);
    figures.put("var_99", tail.valueAtRisk());
    figures.put("es_99", tail.expectedShortfall());
    figures.put("var_99_low", tail.low());
    figures.put("var_99_high", tail.high());
    figures.put("parts_minus_var", Arrays.stream(tail.valueParts()).sum() - tail.valueAtRisk());
    figures.put("grid_error", error);
    figures.put("seconds_without_grids_on_two_cores", plain);
    progress.printf(
        Locale.ROOT,
        "%d paths x %d assets, %d American options: %.3f s (plain repricing about %.0f s%s); VaR 99 %%"
            + " %.2f (%.2f to %.2f), grids off by at most %.5f in all%n",
        paths,
        n,
        n,
        seconds[ROUNDS / 2],
        plain,
        Double.isNaN(sink) ? "?" : "",
        tail.valueAtRisk(),
        tail.low(),
        tail.high(),
        error);
    return figures;
  }

  /** 100 shares of 100, and one American option against or for them, a day nearer to its end. */
  private static DoubleUnaryOperator position(int i, double deviation) {
    Right right = i % 2 == 0 ? Right.PUT : Right.CALL;
    double strike = 90 + i % 21;
    double years = 0.05 + 0.02 * i;
    double volatility = deviation * Math.sqrt(252);
    double units = i % 3 == 0 ? -100 : 100;
    double yield = i % 4 == 0 ? 0.03 : 0;
    double now = AmericanOption.quick(right, 100, strike, years, RATE, yield, volatility);
    return r ->
        10_000 * r
            + units
                * (AmericanOption.quick(
                        right, 100 * (1 + r), strike, years - 1.0 / 252, RATE, yield, volatility)
                    - now);
  }
}
