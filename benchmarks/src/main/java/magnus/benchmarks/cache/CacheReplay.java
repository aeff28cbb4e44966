package magnus.benchmarks.cache;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import magnus.benchmarks.Benchmark;
import magnus.benchmarks.Options;
import magnus.benchmarks.cache.ReplayBars.Bar;
import magnus.cache.CacheSettings;
import magnus.cache.MarketSense;
import magnus.cache.freshness.ErrorBoundedPolicy;
import magnus.cache.freshness.FixedPolicy;
import magnus.cache.freshness.LifespanPolicy;
import magnus.cache.freshness.RulePolicy;

/**
 * Replays a portal's working day, 08:30 to 16:30 in New York, over 24 real days (the eight each
 * with the lowest, the median and the highest VIX) with the product's own shelves and policies on a
 * virtual clock, and compares no cache, fixed lifespans, the rule and the error-bounded policy. All
 * see the same users, prices and texts, drawn from one seed.
 */
public final class CacheReplay implements Benchmark {

  private static final long SEED = 1;

  /** The frontier is drawn on every sixth day, which takes a sixth of the time. */
  private static final int EACH = 6;

  private static final double[] EPSILONS = {1, 2, 5, 9, 15};

  private static final String FIXED_BATCHING = "fixed_batching";
  private static final String WITHOUT = "without_stand_ins";

  @Override
  public String name() {
    return "cache-replay";
  }

  @Override
  public String usage() {
    return "--bars FILE --vix FILE [--users 1000] [--picture FILE.svg] [--frontier FILE.json, as the product's own] [--every 1: only each n-th of the 24 days]: working days of a portal"
        + " under each lifespan policy";
  }

  @Override
  public Map<String, Object> run(Options options, PrintStream progress) throws Exception {
    int users = users(options);
    ReplayMarket market = market(options);
    int every = Math.max(1, options.integer("every", 1));
    List<ReplayMarket.Day> all = market.days();
    List<ReplayMarket.Day> days =
        IntStream.range(0, all.size()).filter(i -> i % every == 0).mapToObj(all::get).toList();
    Map<String, Tally> tallies = new LinkedHashMap<>();
    Map<String, Tally> byVix = new TreeMap<>();
    Map<String, Tally> frontierDays = new LinkedHashMap<>();
    TreeSet<String> reporting = new TreeSet<>();
    ExecutorService threads =
        Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors()));
    try {
      for (int number = 0; number < days.size(); number++) {
        ReplayMarket.Day day = days.get(number);
        boolean frontier = number % EACH == 0;
        ReplayDay replayed = new ReplayDay(market, day, users, SEED);
        ReplaySense sense = new ReplaySense(market, replayed, true);
        sense.reporting().forEach(s -> reporting.add(s + " " + day.date()));
        Map<String, Future<Tally>> running = new LinkedHashMap<>();
        policies(frontier)
            .forEach(
                (name, policy) -> {
                  MarketSense known =
                      name.equals(WITHOUT) ? new ReplaySense(market, replayed, false) : sense;
                  Callable<Tally> replay =
                      () -> new ReplayPortal(replayed, policy.apply(known), calls(name)).replay();
                  running.put(name, threads.submit(replay));
                });
        for (Map.Entry<String, Future<Tally>> one : running.entrySet()) {
          Tally tally = one.getValue().get();
          tallies.computeIfAbsent(one.getKey(), n -> new Tally()).add(tally);
          if (frontier) {
            frontierDays.computeIfAbsent(one.getKey(), n -> new Tally()).add(tally);
          }
          byVix
              .computeIfAbsent(
                  day.kind().name().toLowerCase(Locale.ROOT) + " " + one.getKey(), n -> new Tally())
              .add(tally);
        }
        progress.printf(
            Locale.ROOT,
            "%s VIX %5.2f: %,d views of %d symbols; so far %.1f %% fewer calls, %.3f bp against %.3f%n",
            day.date(),
            day.vix(),
            replayed.views.size(),
            replayed.quoted.size(),
            100 * saved(get(tallies, "error_bounded").calls(), get(tallies, "fixed").calls()),
            get(tallies, "error_bounded").meanError(),
            get(tallies, "fixed").meanError());
      }
    } finally {
      threads.shutdownNow();
    }
    return figures(options, days, tallies, byVix, frontierDays, reporting, progress);
  }

  static int users(Options options) {
    int users = options.integer("users", 1_000);
    if (users < 1 || users > 100_000) {
      throw new IllegalArgumentException("--users " + users + ": from 1 to 100,000");
    }
    return users;
  }

  static ReplayMarket market(Options options) throws IOException {
    TreeMap<String, TreeMap<Integer, Bar>> vix = ReplayBars.read(options.file("vix"));
    if (vix.size() != 1) {
      throw new IllegalArgumentException("--vix: one series expected, found " + vix.keySet());
    }
    return new ReplayMarket(ReplayBars.read(options.file("bars")), vix.firstEntry().getValue());
  }

  /** All that are compared, by the name of their figures. */
  private static Map<String, Function<MarketSense, LifespanPolicy>> policies(boolean frontier) {
    double shipped = CacheSettings.EPSILON.fallback();
    Map<String, Function<MarketSense, LifespanPolicy>> policies = new LinkedHashMap<>();
    policies.put("fixed", sense -> new FixedPolicy());
    policies.put(FIXED_BATCHING, sense -> new FixedPolicy());
    policies.put("rule", RulePolicy::new);
    policies.put("error_bounded", sense -> errorBounded(sense, shipped));
    if (!frontier) {
      return policies;
    }
    policies.put(WITHOUT, sense -> shipped(sense, shipped));
    for (double epsilon : EPSILONS) {
      policies.put(frontier(epsilon), sense -> errorBounded(sense, epsilon));
    }
    return policies;
  }

  private static ReplayShelves.Calls calls(String name) {
    return switch (name) {
      case "fixed", "rule" -> ReplayShelves.Calls.EACH;
      case FIXED_BATCHING -> ReplayShelves.Calls.BATCHING;
      default -> ReplayShelves.Calls.SHIPPED;
    };
  }

  static LifespanPolicy shipped(MarketSense sense, double epsilon) {
    return switch (CacheSettings.POLICY.fallback()) {
      case RulePolicy.NAME -> new RulePolicy(sense);
      case FixedPolicy.NAME -> new FixedPolicy();
      default -> errorBounded(sense, epsilon);
    };
  }

  private static LifespanPolicy errorBounded(MarketSense sense, double epsilon) {
    return new ErrorBoundedPolicy(sense, type -> epsilon * type.callCost());
  }

  private static String frontier(double epsilon) {
    return "epsilon " + epsilon;
  }

  private static Map<String, Object> figures(
      Options options,
      List<ReplayMarket.Day> days,
      Map<String, Tally> tallies,
      Map<String, Tally> byVix,
      Map<String, Tally> frontierDays,
      TreeSet<String> reporting,
      PrintStream progress)
      throws IOException {
    String name = CacheSettings.POLICY.fallback().replace('-', '_');
    Tally shipped = get(tallies, name);
    Tally fixed = get(tallies, "fixed");
    Tally none = fixed.withoutCache();
    Tally fixedThere = get(frontierDays, "fixed");
    double epsilon = CacheSettings.EPSILON.fallback();
    List<FrontierPicture.Point> points = new ArrayList<>();
    points.add(FrontierPicture.Point.of(epsilon, get(frontierDays, "error_bounded"), fixedThere));
    for (double one : EPSILONS) {
      points.add(FrontierPicture.Point.of(one, get(frontierDays, frontier(one)), fixedThere));
    }
    points.sort(Comparator.comparingDouble(FrontierPicture.Point::epsilon));
    boolean within = shipped.meanError() <= fixed.meanError();
    Tally batching = get(tallies, FIXED_BATCHING);
    Tally batchingThere = get(frontierDays, FIXED_BATCHING);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("policy", CacheSettings.POLICY.fallback());
    figures.put("epsilon_bp", epsilon);
    figures.put("hit_rate", shipped.hitRate());
    figures.put(
        "calls_saved_at_equal_error",
        within
            ? saved(shipped.calls(), fixed.calls())
            : atEqualError(points, fixedThere, fixedThere));
    figures.put(
        "calls_saved_at_equal_error_batching", atEqualError(points, batchingThere, fixedThere));
    figures.put("calls_saved_as_shipped", saved(shipped.calls(), fixed.calls()));
    figures.put("shipped_mean_error_is_equal_or_smaller", within);
    figures.put(
        "shipped_mean_error_is_equal_or_smaller_than_batching",
        shipped.meanError() <= batching.meanError());
    figures.put("calls_saved_as_shipped_batching", saved(shipped.calls(), batching.calls()));
    figures.put("statements_saved", saved(shipped.statements(), none.statements()));
    figures.put("mean_error_bp", shipped.meanError());
    figures.put("p99_error_bp", shipped.highError());
    figures.put("none", none.figures());
    for (String policy : List.of("fixed", FIXED_BATCHING, "rule", "error_bounded")) {
      figures.put(policy, get(tallies, policy).figures());
    }
    figures.put("fixed_by_type", fixed.byType());
    figures.put("shipped_by_type", shipped.byType());
    figures.put("by_vix", byVix(byVix, name));
    figures.put("frontier_days", "every sixth of them, the first included");
    figures.put("without_stand_ins_on_frontier_days", get(frontierDays, WITHOUT).figures());
    figures.put("with_stand_ins_on_frontier_days", get(frontierDays, name).figures());
    figures.put("frontier", points.stream().map(FrontierPicture.Point::figures).toList());
    figures.put("statements_per_load", StatementTable.figures());
    figures.put("days", days.stream().map(d -> d.date() + " VIX " + d.vix()).toList());
    figures.put("earnings_stand_ins_known_only_afterwards", reporting);
    print(progress, none, tallies);
    if (options.find("picture").isPresent()) {
      Path picture = Path.of(options.find("picture").get());
      Files.writeString(
          picture,
          FrontierPicture.draw(
              points,
              FrontierPicture.Point.of(0, fixedThere, fixedThere),
              FrontierPicture.Point.of(0, get(frontierDays, "rule"), fixedThere),
              FrontierPicture.Point.of(epsilon, get(frontierDays, name), fixedThere)));
      progress.println("frontier drawn to " + picture);
    }
    if (options.find("frontier").isPresent()) {
      Path file = Path.of(options.find("frontier").get());
      new FrontierFile(options, users(options), SEED)
          .write(
              file,
              IntStream.range(0, days.size())
                  .filter(i -> i % EACH == 0)
                  .mapToObj(i -> days.get(i).date())
                  .toList(),
              fixedThere,
              batchingThere,
              get(frontierDays, "rule"),
              points,
              epsilon,
              days.size(),
              get(tallies, "error_bounded"),
              fixed);
      progress.println("frontier written to " + file);
    }
    return figures;
  }

  /**
   * What the cheapest point of the frontier with no larger a mean error saves of the calls of fixed
   * lifespans, on the days of the frontier; nothing where there is none.
   */
  private static double atEqualError(List<FrontierPicture.Point> points, Tally theirs, Tally unit) {
    double calls = (double) theirs.calls() / unit.calls();
    return points.stream()
        .filter(p -> p.meanError() <= theirs.meanError())
        .mapToDouble(FrontierPicture.Point::calls)
        .filter(c -> c < calls)
        .min()
        .stream()
        .map(c -> 1 - c / calls)
        .findFirst()
        .orElse(0);
  }

  private static Map<String, Object> byVix(Map<String, Tally> byVix, String shipped) {
    Map<String, Object> figures = new LinkedHashMap<>();
    for (ReplayMarket.Kind kind : ReplayMarket.Kind.values()) {
      String word = kind.name().toLowerCase(Locale.ROOT);
      if (!byVix.containsKey(word + " " + shipped)) {
        continue;
      }
      Map<String, Object> own = new LinkedHashMap<>();
      for (String policy : new TreeSet<>(List.of("fixed", "rule", shipped))) {
        own.put(policy, get(byVix, word + " " + policy).figures());
      }
      figures.put(word, own);
    }
    return figures;
  }

  private static void print(PrintStream progress, Tally none, Map<String, Tally> tallies) {
    progress.println(
        "policy                      calls  hit rate   mean bp    p99 bp    statements");
    Map<String, Tally> rows = new LinkedHashMap<>();
    rows.put("none", none);
    rows.putAll(tallies);
    rows.forEach(
        (name, t) ->
            progress.printf(
                Locale.ROOT,
                "%-20s %,12d  %6.2f %%  %8.3f  %8.2f  %,12d%n",
                name,
                t.calls(),
                100 * t.hitRate(),
                t.meanError(),
                t.highError(),
                t.statements()));
  }

  static double saved(long now, long before) {
    return 1 - (double) now / before;
  }

  private static Tally get(Map<String, Tally> tallies, String name) {
    Tally tally = tallies.get(name);
    if (tally == null) {
      throw new IllegalStateException(name + " was not replayed");
    }
    return tally;
  }
}
