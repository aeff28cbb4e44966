package magnus.benchmarks.cache;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import magnus.basics.work.Errand;
import magnus.benchmarks.Benchmark;
import magnus.benchmarks.Options;
import magnus.persistence.statement.StatementBook;
import magnus.persistence.statement.StatementClock;

/**
 * What the log of statements adds to each statement: all that Hibernate calls of it, with texts as
 * long as the product's, on some threads at once; rounds with and without it by turns, in one run.
 */
public final class StatementLogCost implements Benchmark {

  private static final int TEXTS = 120;
  private static final int STATEMENTS = 400_000;
  private static final int ROUNDS = 9;

  @Override
  public String name() {
    return "statement-log";
  }

  @Override
  public String usage() {
    return "[--threads 2]: nanoseconds that the log of statements adds to each";
  }

  @Override
  public Map<String, Object> run(Options options, PrintStream progress) throws Exception {
    int threads = options.integer("threads", 2);
    List<String> texts =
        IntStream.range(0, TEXTS)
            .mapToObj(
                i ->
                    "select c1_0.id,c1_0.owner_id,c1_0.name from table_"
                        + i
                        + " c1_0 where c1_0.owner_id=? and c1_0.kind in (?,?,?) order by c1_0.id")
            .toList();
    List<Double> with = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        without.add(nanos(pool, threads, texts, false));
        with.add(nanos(pool, threads, texts, true));
        StatementBook.ofThisServer().take();
        progress.printf(
            Locale.ROOT,
            "round %d: %.0f ns with, %.0f ns without%n",
            round,
            with.get(round),
            without.get(round));
      }
    } finally {
      pool.shutdownNow();
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    double added = median(with) - median(without);
    figures.put("statement_log_ns", added);
    figures.put("with_ns", median(with));
    figures.put("without_ns", median(without));
    figures.put("threads", threads);
    figures.put("share_of_a_statement_of_200_us", added / 200_000);
    return figures;
  }

  private static double nanos(ExecutorService pool, int threads, List<String> texts, boolean logged)
      throws Exception {
    List<Callable<Long>> work = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      work.add(() -> one(texts, logged));
    }
    long began = System.nanoTime();
    long all = 0;
    for (Future<Long> done : pool.invokeAll(work)) {
      all += done.get();
    }
    if (all == 42) {
      throw new IllegalStateException("never: keeps the loops alive");
    }
    return (double) (System.nanoTime() - began) / STATEMENTS;
  }

  @SuppressWarnings("try")
  private static long one(List<String> texts, boolean logged) {
    StatementClock.Inspector inspector = new StatementClock.Inspector();
    StatementClock clock = new StatementClock();
    long lengths = 0;
    try (Errand.Scope request = Errand.of("user-ahead");
        Errand.Scope load = Errand.loading("positions")) {
      for (int i = 0; i < STATEMENTS; i++) {
        String text = texts.get(i % TEXTS);
        if (logged) {
          text = inspector.inspect(text);
          clock.jdbcExecuteStatementStart();
          clock.jdbcExecuteStatementEnd();
        }
        lengths += text.length();
      }
    }
    return lengths;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(Double.NaN);
  }
}
