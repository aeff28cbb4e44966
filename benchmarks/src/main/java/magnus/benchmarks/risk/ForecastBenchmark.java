package magnus.benchmarks.risk;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import magnus.benchmarks.Benchmark;
import magnus.benchmarks.ImportedCloses;
import magnus.benchmarks.Options;
import magnus.signals.forecast.ForecastGrade;
import magnus.signals.forecast.ForecastMethod;
import magnus.signals.forecast.Prices;

/**
 * Walks every method of return ranges over real closes. The one called {@code best} has the least
 * pinball loss on the first third of each symbol's days; all are graded on the rest. Losses are
 * relative to those of a random walk with constant volatility on the same days.
 */
public final class ForecastBenchmark implements Benchmark {

  private static final int[] HORIZONS = {1, 5, 21};
  private static final int LEAST_DAYS = 500;
  private static final int WARM_UP = 120;

  @Override
  public String name() {
    return "forecast";
  }

  @Override
  public String usage() {
    return "--bars FILE [--symbol S]: ranges of returns over 1, 5 and 21 days walked forward";
  }

  @Override
  public Map<String, Object> run(Options options, PrintStream progress) throws IOException {
    Map<String, TreeMap<Integer, Double>> closes = ImportedCloses.read(options.file("bars"));
    options.find("symbol").ifPresent(s -> closes.keySet().retainAll(List.of(s)));
    List<double[]> histories = new ArrayList<>();
    closes.values().stream()
        .filter(c -> c.size() >= LEAST_DAYS)
        .forEach(c -> histories.add(c.values().stream().mapToDouble(d -> d).toArray()));
    if (histories.isEmpty()) {
      throw new IllegalArgumentException("--bars: no symbol with " + LEAST_DAYS + " closes");
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("symbols", histories.size());
    ForecastMethod best = ForecastMethod.randomWalk();
    double least = Double.POSITIVE_INFINITY;
    Map<String, Object> chosenOn = new LinkedHashMap<>();
    for (ForecastMethod method : ForecastMethod.all()) {
      double ratio = 0;
      for (int sessions : HORIZONS) {
        ratio += Sum.of(method, histories, sessions, true).ratio() / HORIZONS.length;
      }
      chosenOn.put(method.name(), ratio);
      progress.printf(Locale.ROOT, "first third %-24s loss ratio %.4f%n", method.name(), ratio);
      if (ratio < least) {
        least = ratio;
        best = method;
      }
    }
    figures.put("loss_ratio_on_first_third", chosenOn);
    for (ForecastMethod method : ForecastMethod.all()) {
      figures.put(method.name(), graded(method, histories, progress));
    }
    figures.put("chosen", best.name());
    figures.put("shipped", ForecastMethod.shipped().name());
    figures.put("best", graded(best, histories, progress));
    return figures;
  }

  private static Map<String, Object> graded(
      ForecastMethod method, List<double[]> histories, PrintStream progress) {
    Map<String, Object> figures = new LinkedHashMap<>();
    for (int sessions : HORIZONS) {
      Sum sum = Sum.of(method, histories, sessions, false);
      figures.put("days_" + sessions, sum.days);
      figures.put("coverage90_" + sessions, sum.coverage90 / sum.days);
      figures.put("coverage50_" + sessions, sum.coverage50 / sum.days);
      figures.put("below05_" + sessions, sum.below05 / sum.days);
      figures.put("below95_" + sessions, sum.below95 / sum.days);
      figures.put("pinball_" + sessions, sum.loss / sum.days);
      figures.put("skill_" + sessions, 1 - sum.ratio());
      figures.put("symbols_better_" + sessions, sum.better);
      figures.put("symbols_clearly_better_" + sessions, sum.clearlyBetter);
      figures.put("symbols_clearly_worse_" + sessions, sum.clearlyWorse);
      progress.printf(
          Locale.ROOT,
          "%-24s %2d: 90 %% %.3f  50 %% %.3f  skill %+.4f  better %d (clearly %d, worse %d)%n",
          method.name(),
          sessions,
          sum.coverage90 / sum.days,
          sum.coverage50 / sum.days,
          1 - sum.ratio(),
          sum.better,
          sum.clearlyBetter,
          sum.clearlyWorse);
    }
    return figures;
  }

  /**
   * Over symbols; each loss in units of its symbol's random walk, so that none outweighs others.
   */
  private static final class Sum {

    private int days;
    private int symbols;
    private int better;
    private int clearlyBetter;
    private int clearlyWorse;
    private double ratios;
    private double loss;
    private double coverage90;
    private double coverage50;
    private double below05;
    private double below95;

    static Sum of(
        ForecastMethod method, List<double[]> histories, int sessions, boolean beginning) {
      Sum sum = new Sum();
      for (double[] closes : histories) {
        int third = closes.length / 3;
        ForecastGrade grade =
            beginning
                ? ForecastGrade.of(method, Prices.of(closes), sessions, WARM_UP, third - sessions)
                : ForecastGrade.of(method, Prices.of(closes), sessions, third, closes.length);
        sum.add(grade);
      }
      return sum;
    }

    private void add(ForecastGrade grade) {
      days += grade.days();
      symbols++;
      ratios += grade.loss() / grade.walkLoss();
      loss += grade.loss() * grade.days();
      coverage90 += grade.coverage90() * grade.days();
      coverage50 += grade.coverage50() * grade.days();
      below05 += grade.below()[0] * grade.days();
      below95 += grade.below()[4] * grade.days();
      double[] interval = grade.skillInterval();
      better += grade.skill() > 0 ? 1 : 0;
      clearlyBetter += interval[0] > 0 ? 1 : 0;
      clearlyWorse += interval[1] < 0 ? 1 : 0;
    }

    double ratio() {
      return ratios / symbols;
    }
  }
}
