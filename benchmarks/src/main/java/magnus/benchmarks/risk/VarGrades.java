package magnus.benchmarks.risk;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import magnus.basics.result.Result;
import magnus.risk.var.Confidence;
import magnus.risk.var.Coverage;
import magnus.risk.var.VarBacktest;
import magnus.risk.var.VarMethod;

/**
 * Grades of one method on one or more histories. Of several, rates are means, p-values medians, and
 * how many histories passed each test at 5 % is counted.
 */
final class VarGrades {

  static final String HEADING =
      "method                       |  95 %: breach  Kupiec  Christ.  ES    score |"
          + "  99 %: breach  Kupiec  Christ.  ES    score";
  private static final double LEVEL = 0.05;

  private final String method;
  private final Map<Confidence, List<VarBacktest>> tests = new LinkedHashMap<>();

  VarGrades(String method) {
    this.method = method;
  }

  void add(VarMethod graded, double[] returns, int first) {
    VarBacktest.walk(graded, returns, first)
        .find()
        .orElseThrow(() -> new IllegalStateException(graded.name() + " does not forecast"))
        .forEach((c, t) -> tests.computeIfAbsent(c, k -> new ArrayList<>()).add(t));
  }

  /** Takes over what another method's grades say of one history. */
  void add(VarGrades other, int history) {
    other.tests.forEach(
        (c, t) -> tests.computeIfAbsent(c, k -> new ArrayList<>()).add(t.get(history)));
  }

  Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    double leastShortfall = 1;
    int histories = 0;
    for (Confidence c : Confidence.values()) {
      List<VarBacktest> graded = tests.getOrDefault(c, List.of());
      histories = graded.size();
      String level = "_" + c.label();
      figures.put("days", graded.get(0).days());
      figures.put("breaches" + level, mean(graded.stream().map(t -> (double) t.breaches())));
      figures.put("breach" + level, mean(graded.stream().map(VarBacktest::breachRate)));
      test(figures, "kupiec", level, graded.stream().map(t -> p(t.kupiec())).toList());
      test(figures, "independence", level, graded.stream().map(t -> p(t.independence())).toList());
      test(figures, "christoffersen", level, graded.stream().map(t -> p(t.conditional())).toList());
      List<Optional<Double>> shortfalls =
          graded.stream().map(t -> Optional.of(t.shortfall().pValue())).toList();
      test(figures, "es", level, shortfalls);
      leastShortfall = Math.min(leastShortfall, median(shortfalls));
      figures.put("mean_var" + level, mean(graded.stream().map(VarBacktest::meanValueAtRisk)));
      figures.put(
          "shortfall_ratio" + level, mean(graded.stream().map(VarBacktest::shortfallRatio)));
      figures.put("score" + level, mean(graded.stream().map(VarBacktest::score)));
    }
    // both levels are tested: Bonferroni
    figures.put("es_p", Math.min(1, 2 * leastShortfall));
    figures.put("histories", histories);
    return figures;
  }

  void print(PrintStream progress) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-28s", method));
    Map<String, Object> f = figures();
    for (Confidence c : Confidence.values()) {
      String level = "_" + c.label();
      line.append(
          String.format(
              Locale.ROOT,
              " |        %5.2f%%  %7s  %7s %7s  %6.3f",
              100 * (Double) f.getOrDefault("breach" + level, 0.0),
              cell(f, "kupiec", level),
              cell(f, "christoffersen", level),
              cell(f, "es", level),
              (Double) f.getOrDefault("score" + level, 0.0)));
    }
    progress.println(line);
  }

  private static String cell(Map<String, Object> figures, String test, String level) {
    Object passed = figures.get(test + "_passed" + level);
    return passed != null
        ? passed + " pass"
        : figures.get(test + "_p" + level) instanceof Double p
            ? String.format(Locale.ROOT, "%.4f", p)
            : "-";
  }

  /** A test that cannot be made does not object, and does not pass either. */
  private static void test(
      Map<String, Object> figures, String test, String level, List<Optional<Double>> p) {
    if (p.stream().allMatch(Optional::isEmpty)) {
      figures.put(test + "_p" + level, "not defined: too few breaches");
      return;
    }
    figures.put(test + "_p" + level, median(p));
    if (p.size() > 1) {
      figures.put(
          test + "_passed" + level,
          p.stream().flatMap(Optional::stream).filter(x -> x > LEVEL).count());
      figures.put(
          test + "_p" + level + "_each", p.stream().map(x -> x.orElse(Double.NaN)).toList());
    }
  }

  private static Optional<Double> p(Result<Coverage.Outcome> outcome) {
    return outcome.find().map(Coverage.Outcome::pValue);
  }

  private static double mean(Stream<Double> values) {
    return values.mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private static double median(List<Optional<Double>> values) {
    double[] sorted =
        values.stream()
            .flatMap(Optional::stream)
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
