package magnus.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import magnus.basics.result.Result;
import magnus.risk.var.Confidence;
import magnus.risk.var.Coverage;
import magnus.risk.var.VarBacktest;
import magnus.risk.var.VarMethod;

/**
 * Walks every method of value at risk over real bars and grades it: share of breaches, and p-values
 * of Kupiec's test (coverage) and Christoffersen's (conditional coverage). All methods are graded
 * on the same days. A file of several symbols is taken as a portfolio of them all, in equal parts
 * every day, over the days that all of them have.
 */
final class VarBenchmark implements Benchmark {

  /** Symbols with a smaller share of the longest history would cut it short and are left out. */
  private static final double LEAST_SHARE = 0.9;

  @Override
  public String name() {
    return "var";
  }

  @Override
  public String usage() {
    return "--bars FILE [--symbol S]: value at risk walked forward over daily bars";
  }

  @Override
  public Map<String, Object> run(Options options, PrintStream progress) throws IOException {
    Map<String, TreeMap<Integer, Double>> closes = ImportedCloses.read(options.file("bars"));
    options.find("symbol").ifPresent(s -> closes.keySet().retainAll(List.of(s)));
    if (closes.isEmpty()) {
      throw new IllegalArgumentException("--bars: no daily closes of that symbol in the file");
    }
    int longest = closes.values().stream().mapToInt(TreeMap::size).max().orElseThrow();
    TreeSet<String> leftOut = new TreeSet<>(closes.keySet());
    closes.values().removeIf(c -> c.size() < LEAST_SHARE * longest);
    leftOut.removeAll(closes.keySet());
    TreeSet<Integer> days = new TreeSet<>(closes.values().iterator().next().keySet());
    closes.values().forEach(c -> days.retainAll(c.keySet()));
    double[] returns = returns(closes, days);
    int first = VarMethod.all().stream().mapToInt(VarMethod::warmUp).max().orElseThrow();
    if (returns.length <= first) {
      throw new IllegalArgumentException(
          "--bars: " + returns.length + " daily returns, more than " + first + " needed");
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put(
        "series",
        closes.size() == 1 ? closes.keySet().iterator().next() : closes.size() + " symbols");
    figures.put("left_out", leftOut);
    figures.put("from", LocalDate.ofEpochDay(days.first()).toString());
    figures.put("to", LocalDate.ofEpochDay(days.last()).toString());
    figures.put("returns", returns.length);
    figures.put("days", returns.length - first);
    heading(progress);
    for (VarMethod method : VarMethod.all()) {
      Map<String, Object> grades = new LinkedHashMap<>();
      for (Confidence confidence : Confidence.values()) {
        VarBacktest test =
            VarBacktest.walk(method, returns, first, confidence)
                .find()
                .orElseThrow(() -> new IllegalStateException(method.name() + " does not forecast"));
        grade(grades, test);
        row(progress, test);
      }
      figures.put(method.name(), grades);
      if (method.equals(VarMethod.shipped())) {
        figures.put("best", grades);
      }
    }
    return figures;
  }

  private static double[] returns(
      Map<String, TreeMap<Integer, Double>> closes, TreeSet<Integer> days) {
    double[] sums = new double[Math.max(0, days.size() - 1)];
    for (TreeMap<Integer, Double> closesByDay : closes.values()) {
      closesByDay.keySet().retainAll(days);
      double[] c = closesByDay.values().stream().mapToDouble(Double::doubleValue).toArray();
      for (int i = 0; i < sums.length; i++) {
        sums[i] += c[i + 1] / c[i] - 1;
      }
    }
    return Arrays.stream(sums).map(sum -> sum / closes.size()).toArray();
  }

  private static void grade(Map<String, Object> grades, VarBacktest test) {
    String level = "_" + test.confidence().label();
    grades.put("days", test.days());
    grades.put("breaches" + level, test.breaches());
    grades.put("breach" + level, test.breachRate());
    grades.put("kupiec_p" + level, p(test.kupiec()));
    grades.put("independence_p" + level, p(test.independence()));
    grades.put("christoffersen_p" + level, p(test.conditional()));
    grades.put("mean_var" + level, test.meanValueAtRisk());
    grades.put("shortfall_ratio" + level, test.shortfallRatio());
  }

  /** The p-value, or the reason why there is none. */
  private static Object p(Result<Coverage.Outcome> outcome) {
    return outcome instanceof Result.Success<Coverage.Outcome> s
        ? s.value().pValue()
        : outcome.findFailure().orElseThrow().detail();
  }

  private static void heading(PrintStream progress) {
    progress.println(
        "method                      level  breaches     rate    Kupiec  independence  Christoffersen"
            + "  mean VaR  loss/ES");
  }

  private static void row(PrintStream progress, VarBacktest test) {
    progress.printf(
        Locale.ROOT,
        "%-26s  %4s%%  %4d/%4d  %6.2f%%  %8s  %12s  %14s  %7.2f%%  %7.2f%n",
        test.method().name(),
        test.confidence().label(),
        test.breaches(),
        test.days(),
        100 * test.breachRate(),
        cell(test.kupiec()),
        cell(test.independence()),
        cell(test.conditional()),
        100 * test.meanValueAtRisk(),
        test.shortfallRatio());
  }

  private static String cell(Result<Coverage.Outcome> outcome) {
    return outcome.find().map(o -> String.format(Locale.ROOT, "%.4f", o.pValue())).orElse("-");
  }
}
