package magnus.benchmarks;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import magnus.benchmarks.cache.CacheEvents;
import magnus.benchmarks.cache.CacheHit;
import magnus.benchmarks.cache.CacheReplay;
import magnus.benchmarks.cache.QueryReplay;
import magnus.benchmarks.cache.StatementLogCost;
import magnus.benchmarks.market.ImportBenchmark;
import magnus.benchmarks.options.ChainBenchmark;
import magnus.benchmarks.options.OptionTable;
import magnus.benchmarks.options.ScanBenchmark;
import magnus.benchmarks.portfolio.AnalysisBenchmark;
import magnus.benchmarks.prefetch.PrefetchReplay;
import magnus.benchmarks.recommendation.FeedbackBenchmark;
import magnus.benchmarks.rest.RestBenchmark;
import magnus.benchmarks.risk.ForecastBenchmark;
import magnus.benchmarks.risk.MonteCarloBenchmark;
import magnus.benchmarks.risk.OptimiseBenchmark;
import magnus.benchmarks.risk.VarBenchmark;
import magnus.benchmarks.sequence.PredictLoad;
import magnus.benchmarks.sequence.Sequences;
import magnus.benchmarks.sequence.SequencesFolds;
import magnus.benchmarks.streams.StreamsBenchmark;

/**
 * {@code java -jar benchmarks.jar NAME --option value …}: prints {@code {"benchmark": NAME,
 * "figures": {…}}}.
 */
public final class Main {

  /** Every benchmark there is, in the order of the help text. */
  private static final List<Benchmark> ALL =
      List.of(
          new VarBenchmark(),
          new ForecastBenchmark(),
          new OptimiseBenchmark(),
          new MonteCarloBenchmark(),
          new ImportBenchmark(),
          new AnalysisBenchmark(),
          new StreamsBenchmark(),
          new CacheEvents(),
          new CacheReplay(),
          new QueryReplay(),
          new StatementLogCost(),
          new CacheHit(),
          new RestBenchmark(),
          new Sequences(),
          new SequencesFolds(),
          new PredictLoad(),
          new PrefetchReplay(),
          new OptionTable(),
          new ChainBenchmark(),
          new ScanBenchmark(),
          new FeedbackBenchmark());

  private Main() {}

  public static void main(String[] args) throws Exception {
    Optional<Benchmark> chosen =
        ALL.stream().filter(b -> args.length > 0 && b.name().equals(args[0])).findFirst();
    if (chosen.isEmpty()) {
      System.err.println("usage: java -jar benchmarks.jar NAME --option value ...");
      ALL.forEach(b -> System.err.println("  " + b.name() + " " + b.usage()));
      System.exit(2);
      return;
    }
    Map<String, Object> figures;
    try {
      figures = chosen.get().run(Options.parse(args, 1), System.err);
    } catch (IllegalArgumentException e) {
      System.err.println(
          e.getMessage() + "; usage: " + chosen.get().name() + " " + chosen.get().usage());
      System.exit(2);
      return;
    }
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("benchmark", chosen.get().name());
    report.put("figures", figures);
    // Figures are numbers; the product's own mapper would write decimals as text, as it does money.
    System.out.println(
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(report));
    System.exit(0);
  }
}
