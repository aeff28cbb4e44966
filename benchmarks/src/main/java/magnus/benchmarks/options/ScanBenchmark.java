package magnus.benchmarks.options;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import magnus.basics.result.Result;
import magnus.benchmarks.Benchmark;
import magnus.benchmarks.Options;
import magnus.benchmarks.portfolio.NothingImported;
import magnus.cache.Codec;
import magnus.cache.DataType;
import magnus.cache.Ingredient;
import magnus.cache.ShelfPlan;
import magnus.cache.event.EntryIndex;
import magnus.cache.event.Horizon;
import magnus.cache.freshness.Lifespan;
import magnus.cache.freshness.LifespanPolicy;
import magnus.cache.freshness.LifespanQuestion;
import magnus.cache.infinispan.InfinispanStores;
import magnus.cache.shelf.CachedShelf;
import magnus.cache.shelf.Surroundings;
import magnus.market.Instrument;
import magnus.market.MarketData;
import magnus.market.feed.MergedMarket;
import magnus.market.imported.ImportedFeed;
import magnus.market.simulated.SimulatedFeed;
import magnus.options.ScanReport;
import magnus.options.ScanRequest;
import magnus.options.scan.OptionScan;
import magnus.options.scan.UnderlyingReader;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.configuration.global.GlobalConfigurationBuilder;
import org.infinispan.manager.DefaultCacheManager;

/**
 * The scan of puts and covered calls over the simulated market, from nothing (no shelf filled, each
 * round at another instant) and from the shelf. The chains are made in the same time. Two threads
 * work: the caller's and one beside it.
 */
public final class ScanBenchmark implements Benchmark {

  private static final Instant BEGIN = Instant.parse("2025-06-11T14:30:00Z");

  @Override
  public String name() {
    return "scan";
  }

  @Override
  public String usage() {
    return "[--symbols 220] [--rounds 7]: opportunities over whole chains, cold, from"
        + " the shelf and streamed";
  }

  @Override
  public Map<String, Object> run(Options options, PrintStream progress) throws Exception {
    int symbols = options.integer("symbols", 220);
    int rounds = options.integer("rounds", 7);
    ExecutorService threads = Executors.newSingleThreadExecutor();
    MarketData market =
        new MergedMarket(
            new ImportedFeed(new NothingImported()), new SimulatedFeed(SimulatedFeed.DEFAULT_SEED));
    try (DefaultCacheManager container = container()) {
      double[] cold = new double[rounds];
      double[] first = new double[rounds];
      ScanReport report = null;
      for (int round = -3; round < rounds; round++) {
        Instant asOf = BEGIN.plus(Duration.ofMinutes(7L * (round + 3)));
        AtomicLong told = new AtomicLong();
        long begun = System.nanoTime();
        report =
            scan(market, threads, symbols, asOf, r -> told.compareAndSet(0, System.nanoTime()));
        double seconds = (System.nanoTime() - begun) / 1e9;
        double streamed = (told.get() - begun) / 1e9;
        if (round >= 0) {
          cold[round] = seconds;
          first[round] = streamed;
        }
        progress.printf("round %d: %.3f s, first after %.3f s%n", round, seconds, streamed);
      }
      double cached = cached(market, container, threads, symbols);
      if (report == null) {
        throw new IllegalArgumentException("--rounds 0: nothing was measured");
      }
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("symbols", report.symbols());
      figures.put("contracts", report.contracts());
      figures.put("candidates", report.candidates());
      figures.put("cold_seconds", median(cold));
      figures.put("cold_seconds_worst", Arrays.stream(cold).max().orElse(0));
      figures.put("first_result_ms", 1e3 * median(first));
      figures.put("first_result_ms_worst", 1e3 * Arrays.stream(first).max().orElse(0));
      figures.put("cached_ms", 1e3 * cached);
      figures.put(
          "best",
          report.items().stream()
              .limit(5)
              .map(o -> o.kind() + " " + o.symbol() + " " + o.expiry() + " " + o.strike())
              .toList());
      return figures;
    } finally {
      threads.shutdownNow();
    }
  }

  private static double median(double[] values) {
    return FileTerms.median(values);
  }

  private static List<Instrument> universe(MarketData market, int symbols, Instant asOf) {
    return market.searchInstruments("", Integer.MAX_VALUE, asOf).stream()
        .filter(i -> i.kind() != Instrument.Kind.INDEX)
        .limit(symbols)
        .toList();
  }

  private static ScanReport scan(
      MarketData market,
      ExecutorService threads,
      int symbols,
      Instant asOf,
      java.util.function.Consumer<ScanReport> partial) {
    return new OptionScan(threads, 1, symbol -> market.optionChain(symbol, asOf))
        .run(
            ScanRequest.usual(),
            new UnderlyingReader(market).read(universe(market, symbols, asOf), Map.of(), asOf),
            partial,
            () -> false);
  }

  /** Seconds of a hit of the product's own kind of shelf, the worst of some. */
  private static double cached(
      MarketData market, DefaultCacheManager container, ExecutorService threads, int symbols) {
    ShelfPlan<String, ScanReport> plan =
        ShelfPlan.of(
            "opportunities",
            DataType.TOP_OPPORTUNITIES,
            Codec.json(ScanReport.class),
            (key, asOf) -> Result.success(scan(market, threads, symbols, BEGIN, r -> {})),
            (key, report) -> Set.of(Ingredient.symbol("SPY")));
    InfinispanStores stores = InfinispanStores.over(container, Runnable::run);
    LifespanPolicy hour =
        new LifespanPolicy() {
          @Override
          public String name() {
            return "an hour";
          }

          @Override
          public Lifespan choose(LifespanQuestion question) {
            return new Lifespan(Duration.ofHours(1), name(), List.of());
          }
        };
    CachedShelf<String, ScanReport> shelf =
        new CachedShelf<>(
            plan,
            stores.open(plan),
            new Surroundings(
                "benchmark",
                java.time.Clock.systemUTC(),
                System::nanoTime,
                Runnable::run,
                stores.turns(),
                () -> hour,
                new EntryIndex(),
                new Horizon(),
                Surroundings.Notes.none()));
    double[] seconds = new double[21];
    for (int i = -20; i < seconds.length; i++) {
      long begun = System.nanoTime();
      if (!shelf.get("usual").isSuccess()) {
        throw new IllegalStateException("the shelf has nothing");
      }
      if (i >= 0) {
        seconds[i] = (System.nanoTime() - begun) / 1e9;
      }
    }
    return Arrays.stream(seconds).max().orElseThrow();
  }

  private static DefaultCacheManager container() {
    DefaultCacheManager container =
        new DefaultCacheManager(new GlobalConfigurationBuilder().nonClusteredDefault().build());
    ConfigurationBuilder cache = new ConfigurationBuilder();
    for (String name : List.of("load-turns", "events", "opportunities")) {
      container.defineConfiguration(name, cache.build());
    }
    return container;
  }
}
