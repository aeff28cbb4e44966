package magnus.benchmarks.market;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import magnus.basics.json.Json;
import magnus.benchmarks.Benchmark;
import magnus.benchmarks.Main;
import magnus.benchmarks.Options;
import magnus.persistence.market.StoredImport;

/**
 * Imports a file of market data into a fresh H2 file database, as an upload does but for HTTP, in a
 * virtual machine of its own whose heap is limited.
 */
public final class ImportBenchmark implements Benchmark {

  private static final int ROUNDS = 5;
  private static final int HEAP_MEGABYTES = 256;

  @Override
  public String name() {
    return "import";
  }

  @Override
  public String usage() {
    return "--bars FILE [--rounds 5] [--heap 256] [--rows 10000000: a second, generated file of so"
        + " many rows] [--order symbol|day]";
  }

  @Override
  public Map<String, Object> run(Options options, PrintStream progress) throws Exception {
    return options.find("inside").isPresent()
        ? measure(options, progress)
        : runInSmallHeap(options, progress);
  }

  private Map<String, Object> runInSmallHeap(Options options, PrintStream progress)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + options.integer("heap", HEAP_MEGABYTES) + "m");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.add(name());
    command.addAll(List.of("--bars", options.file("bars").toString(), "--inside", "true"));
    for (String option : List.of("rounds", "rows", "order")) {
      options.find(option).ifPresent(value -> command.addAll(List.of("--" + option, value)));
    }
    progress.println("measuring in a process of its own: " + command.get(1));
    Process child =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    byte[] printed = child.getInputStream().readAllBytes();
    if (child.waitFor() != 0) {
      throw new IllegalStateException("the measured process ended with " + child.exitValue());
    }
    Map<String, Object> report =
        Json.mapper().readValue(printed, new TypeReference<Map<String, Object>>() {});
    @SuppressWarnings("unchecked")
    Map<String, Object> figures =
        (Map<String, Object>) Objects.requireNonNull(report.get("figures"));
    return figures;
  }

  private static Map<String, Object> measure(Options options, PrintStream progress)
      throws Exception {
    Path file = options.file("bars");
    List<Double> seconds = new ArrayList<>();
    Map<String, Object> figures = new LinkedHashMap<>();
    Heap heap = new Heap();
    int rounds = Math.max(1, options.integer("rounds", ROUNDS));
    for (int round = 0; round < rounds; round++) {
      try (FreshDatabase database = new FreshDatabase();
          InputStream in = Files.newInputStream(file)) {
        StoredImport done = database.importFile(file.getFileName().toString(), in);
        seconds.add(done.seconds());
        progress.printf("round %d: %d rows in %.3f s%n", round, done.rowsRead(), done.seconds());
        if (round == 0) {
          figures.put("rows", done.rowsRead());
          figures.put("symbols", done.symbols());
        }
        if (round == rounds - 1) {
          figures.put("database_mb", database.megabytes());
          figures.put("read_all_bars_of_a_symbol_ms", database.millisecondsToRead());
          try (InputStream again = Files.newInputStream(file)) {
            StoredImport second = database.importFile(file.getFileName().toString(), again);
            figures.put("seconds_again_over_itself", second.seconds());
          }
        }
      }
    }
    long rows = (Long) Objects.requireNonNull(figures.get("rows"));
    double first = seconds.get(0);
    double median = seconds.stream().sorted().skip(rounds / 2).findFirst().orElseThrow();
    figures.put("seconds", median);
    figures.put("rows_per_second", Math.round(rows / median));
    figures.put("rows_per_second_in_a_cold_machine", Math.round(rows / first));
    figures.put("peak_heap_mb", heap.peakMegabytes());
    figures.put("peak_heap_after_collection_mb", heap.peakKeptMegabytes());
    figures.put("heap_limit_mb", Heap.limitMegabytes());
    if (options.find("rows").isPresent()) {
      figures.put("generated", generated(options, heap, progress));
    }
    return figures;
  }

  private static Map<String, Object> generated(Options options, Heap heap, PrintStream progress)
      throws Exception {
    long rows = Long.parseLong(options.find("rows").orElseThrow());
    boolean byDay = options.find("order").map(o -> o.equals("day")).orElse(false);
    heap.reset();
    try (FreshDatabase database = new FreshDatabase();
        InputStream in = new GeneratedBars(rows, byDay)) {
      progress.println("generating and importing " + rows + " rows");
      StoredImport done = database.importFile("generated.csv", in);
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("rows", done.rowsRead());
      figures.put("symbols", done.symbols());
      figures.put("order", byDay ? "day" : "symbol");
      figures.put("seconds", done.seconds());
      figures.put("rows_per_second", Math.round(done.rowsRead() / done.seconds()));
      figures.put("peak_heap_mb", heap.peakMegabytes());
      figures.put("peak_heap_after_collection_mb", heap.peakKeptMegabytes());
      figures.put("database_mb", database.megabytes());
      figures.put("read_all_bars_of_a_symbol_ms", database.millisecondsToRead());
      return figures;
    }
  }
}
