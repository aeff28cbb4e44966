package magnus.benchmarks.risk;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import magnus.benchmarks.Benchmark;
import magnus.benchmarks.ImportedCloses;
import magnus.benchmarks.Options;
import magnus.risk.var.VarChoice;
import magnus.risk.var.VarMethod;

/**
 * Walks every method of value at risk over real bars and grades it. The method that is shipped
 * ({@code best}) is chosen on the first third of each history, and all are graded on the rest, on
 * the same days. A file of several symbols is graded on random portfolios of them.
 */
public final class VarBenchmark implements Benchmark {

  private static final int PORTFOLIOS = 20;
  private static final int NAMES = 10;
  private static final int SEED = 1;

  @Override
  public String name() {
    return "var";
  }

  @Override
  public String usage() {
    return "--bars FILE [--symbol S] [--portfolios "
        + PORTFOLIOS
        + "] [--names "
        + NAMES
        + "] [--seed "
        + SEED
        + "] [--only REGEX of methods]: value at risk walked forward over daily bars";
  }

  @Override
  public Map<String, Object> run(Options options, PrintStream progress) throws IOException {
    Map<String, TreeMap<Integer, Double>> closes = ImportedCloses.read(options.file("bars"));
    options.find("symbol").ifPresent(s -> closes.keySet().retainAll(List.of(s)));
    CommonDays market = CommonDays.of(closes);
    int third = market.days() / 3;
    int warmUp = VarMethod.all().stream().mapToInt(VarMethod::warmUp).max().orElseThrow();
    int first = Math.max(third, warmUp);
    if (market.days() <= first) {
      throw new IllegalArgumentException(
          "--bars: " + market.days() + " daily returns, more than " + warmUp + " needed");
    }
    boolean one = market.symbols().size() == 1;
    List<double[]> histories =
        one ? List.of(market.portfolio(new double[] {1})) : portfolios(market, options);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("series", one ? market.symbols().get(0) : histories.size() + " random portfolios");
    figures.put("left_out", market.leftOut());
    figures.put("from", market.from().toString());
    figures.put("to", market.to().toString());
    figures.put("returns", market.days());
    figures.put("chosen_on", third);
    figures.put("days", market.days() - first);
    if (!one) {
      figures.put("seed", options.integer("seed", SEED));
      figures.put("names", options.integer("names", NAMES));
    }
    progress.println(VarGrades.HEADING);
    String only = options.find("only").orElse(".*");
    Map<String, VarGrades> graded = new LinkedHashMap<>();
    for (VarMethod method : VarMethod.all()) {
      if (method.name().matches(only)) {
        VarGrades grades = new VarGrades(method.name());
        histories.forEach(r -> grades.add(method, r, first));
        grades.print(progress);
        figures.put(method.name(), grades.figures());
        graded.put(method.name(), grades);
      }
    }
    VarGrades best = new VarGrades("best");
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < histories.size(); i++) {
      VarChoice choice = VarChoice.on(Arrays.copyOf(histories.get(i), third));
      chosen.add(choice.method().name());
      VarGrades known = graded.get(choice.method().name());
      if (known == null) {
        best.add(choice.method(), histories.get(i), first);
      } else {
        best.add(known, i);
      }
    }
    best.print(progress);
    figures.put("best", best.figures());
    figures.put("chosen", one ? chosen.get(0) : chosen);
    progress.printf(Locale.ROOT, "chosen: %s%n", chosen);
    return figures;
  }

  /** Exponential draws over their sum: uniform over all weights of so many names. */
  private static List<double[]> portfolios(CommonDays market, Options options) {
    RandomGenerator random =
        RandomGeneratorFactory.of("L64X128MixRandom").create(options.integer("seed", SEED));
    List<double[]> histories = new ArrayList<>();
    for (int p = 0; p < options.integer("portfolios", PORTFOLIOS); p++) {
      List<Integer> names = new ArrayList<>();
      for (int i = 0; i < market.symbols().size(); i++) {
        names.add(i);
      }
      double[] weights = new double[names.size()];
      for (int i = Math.min(options.integer("names", NAMES), weights.length); i > 0; i--) {
        weights[names.remove(random.nextInt(names.size()))] = random.nextExponential();
      }
      double sum = Arrays.stream(weights).sum();
      histories.add(market.portfolio(Arrays.stream(weights).map(w -> w / sum).toArray()));
    }
    return histories;
  }
}
