package magnus.benchmarks.cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import magnus.basics.result.Result;
import magnus.benchmarks.Benchmark;
import magnus.benchmarks.Options;
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
import magnus.cache.shelf.EntryStore;
import magnus.cache.shelf.LoadTurns;
import magnus.cache.shelf.Surroundings;
import org.infinispan.Cache;
import org.infinispan.configuration.cache.CacheMode;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.configuration.global.GlobalConfigurationBuilder;
import org.infinispan.manager.DefaultCacheManager;

/**
 * A hit of a shelf against a bare {@code get} of the Infinispan cache that it lies on, and against
 * a hit of the same shelf with its entries in Caffeine, which is the most that such a cache in
 * front could gain: what a hit does besides finding its entry stays. A bare Caffeine {@code get},
 * which does none of that, is there for comparison. 1 KB values, Infinispan configured as in the
 * server. All take turns within one run; figures are medians over the rounds.
 */
public final class CacheHit implements Benchmark {

  private static final int KEYS = 10_000;
  private static final int VALUE_BYTES = 1_000;
  private static final int BATCH = 10_000;
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  /** What is measured, and its calls a second in each round. */
  private record Contender(String name, Function<String, Object> get, double[] perSecond) {
    double median() {
      double[] sorted = perSecond.clone();
      Arrays.sort(sorted);
      return sorted[sorted.length / 2];
    }
  }

  @Override
  public String name() {
    return "cache-hit";
  }

  @Override
  public String usage() {
    return "[--threads 2] [--rounds 7] [--millis 1500]: a hit against a bare Infinispan get";
  }

  @Override
  public Map<String, Object> run(Options options, PrintStream progress) throws Exception {
    int threads = options.integer("threads", 2);
    int rounds = options.integer("rounds", 7);
    long millis = options.integer("millis", 1_500);
    System.setProperty("jgroups.bind.address", "127.0.0.1");
    ExecutorService callers = Executors.newFixedThreadPool(threads);
    try (DefaultCacheManager container = container()) {
      InfinispanStores stores = InfinispanStores.over(container, callers);
      CachedShelf<String, String> shelf = shelf(stores.open(PLAN), stores.turns(), callers);
      CachedShelf<String, String> onCaffeine =
          shelf(new CaffeineStore(2 * KEYS), stores.turns(), callers);
      Cache<String, byte[]> bare = container.getCache("texts");
      var near = Caffeine.newBuilder().maximumSize(2 * KEYS).recordStats().<String, Object>build();
      String[] keys = new String[KEYS];
      for (int i = 0; i < KEYS; i++) {
        keys[i] = "symbol-" + i;
        near.put(keys[i], shelf.get(keys[i]).find().orElseThrow());
        onCaffeine.get(keys[i]);
      }
      List<Contender> all =
          List.of(
              new Contender("infinispan_get", bare::get, new double[rounds]),
              new Contender("shelf_hit", shelf::get, new double[rounds]),
              new Contender("shelf_hit_on_caffeine", onCaffeine::get, new double[rounds]),
              new Contender("caffeine_get", near::getIfPresent, new double[rounds]));
      for (int round = -2; round < rounds; round++) {
        for (Contender contender : all) {
          double rate = rate(contender.get, keys, callers, threads, millis);
          progress.printf("%s %s: %.2f million/s%n", round, contender.name, rate / 1e6);
          if (round >= 0) {
            contender.perSecond[round] = rate;
          }
        }
      }
      return figures(all, threads);
    } finally {
      callers.shutdownNow();
    }
  }

  private static Map<String, Object> figures(List<Contender> all, int threads) {
    double bare = all.get(0).median();
    double hit = all.get(1).median();
    double onCaffeine = all.get(2).median();
    double near = all.get(3).median();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("threads", threads);
    figures.put("value_bytes", VALUE_BYTES);
    figures.put("hits_per_second", Math.round(hit));
    figures.put("infinispan_gets_per_second", Math.round(bare));
    figures.put("times_infinispan", bare / hit);
    figures.put("hits_on_caffeine_per_second", Math.round(onCaffeine));
    figures.put("near_cache_would_gain", onCaffeine / hit);
    figures.put("caffeine_gets_per_second", Math.round(near));
    figures.put("times_bare_caffeine", near / hit);
    return figures;
  }

  /**
   * Calls in a second of processor time on each thread: other work on the machine counts little.
   */
  private static double rate(
      Function<String, Object> get,
      String[] keys,
      ExecutorService callers,
      int threads,
      long millis)
      throws Exception {
    List<Callable<Long>> work = new ArrayList<>();
    long end = System.nanoTime() + millis * 1_000_000;
    for (int t = 0; t < threads; t++) {
      int from = t * 7_919;
      work.add(
          () -> {
            long busy = CPU.getCurrentThreadCpuTime();
            long done = 0;
            int at = from;
            while (System.nanoTime() < end) {
              for (int i = 0; i < BATCH; i++) {
                at = (at + 1_013) % KEYS;
                if (get.apply(keys[at]) == null) {
                  throw new IllegalStateException("no entry for " + keys[at]);
                }
              }
              done += BATCH;
            }
            return Math.round(done * 1e9 / (CPU.getCurrentThreadCpuTime() - busy));
          });
    }
    long all = 0;
    for (Future<Long> done : callers.invokeAll(work)) {
      all += done.get();
    }
    return all;
  }

  private static DefaultCacheManager container() {
    GlobalConfigurationBuilder global = GlobalConfigurationBuilder.defaultClusteredBuilder();
    global.transport().clusterName("cache-hit-" + ProcessHandle.current().pid());
    global.cacheContainer().statistics(true);
    DefaultCacheManager container = new DefaultCacheManager(global.build());
    ConfigurationBuilder cache = new ConfigurationBuilder();
    cache.clustering().cacheMode(CacheMode.REPL_SYNC);
    cache.statistics().enable();
    cache.expiration().wakeUpInterval(1_000);
    container.defineConfiguration("load-turns", cache.build());
    container.defineConfiguration("events", cache.build());
    cache.memory().maxCount(2 * KEYS);
    container.defineConfiguration("texts", cache.build());
    return container;
  }

  private static final ShelfPlan<String, String> PLAN =
      ShelfPlan.of(
              "texts",
              DataType.NEWS,
              Codec.json(String.class),
              (String key, Instant asOf) -> Result.success(key + "x".repeat(VALUE_BYTES)),
              (key, value) -> Set.of(Ingredient.symbol(key)))
          .withRoom(2 * KEYS, 1L << 30);

  private static CachedShelf<String, String> shelf(
      EntryStore<String> store, LoadTurns turns, ExecutorService threads) {
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
    return new CachedShelf<>(
        PLAN,
        store,
        new Surroundings(
            "benchmark",
            java.time.Clock.systemUTC(),
            System::nanoTime,
            threads,
            turns,
            () -> hour,
            new EntryIndex(),
            new Horizon(),
            Surroundings.Notes.none()));
  }
}
