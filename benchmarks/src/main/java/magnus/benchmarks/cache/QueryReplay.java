package magnus.benchmarks.cache;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import magnus.benchmarks.Benchmark;
import magnus.benchmarks.Options;
import magnus.benchmarks.cache.StatementTable.Kept;
import magnus.cache.CacheSettings;
import magnus.cache.DataType;
import magnus.cache.event.EntryIndex.Place;
import magnus.cache.freshness.LifespanPolicy;
import magnus.prefetch.PrecomputationReport;
import magnus.prefetch.PrefetchSettings;
import magnus.prefetch.query.PrecomputationPlan;

/**
 * Statements of the busiest hour of the days of {@code cache-replay}, on its shelves as shipped,
 * without what is kept in the place of statements and with each part of it: the catalogue of what
 * was imported, tables of summaries, and values computed before the hour. Which hour that is, and
 * what it will ask for, is learned from the days before; the first ones are only learned from.
 * Calls of sources are replayed; what a call costs is the table of statements that were counted on
 * the server.
 */
public final class QueryReplay implements Benchmark {

  private static final long SEED = 1;
  private static final int LEARNED_DAYS = 4;

  /** Symbols, entries of the catalogue for each (instrument, series, some actions). */
  private static final int ENTRIES_OF_A_SYMBOL = 20;

  private static final long BYTES_OF_AN_ENTRY = 260;
  private static final long BYTES_OF_A_CLOSING = 200;

  /** A part of what is kept, and what it comes to. */
  private static final class Sums {
    double statements;
    final List<Double> saved = new ArrayList<>();
  }

  @Override
  public String name() {
    return "query-replay";
  }

  @Override
  public String usage() {
    return "--bars FILE --vix FILE [--users 1000] [--every 1] [--sequence-days 2: days on which the"
        + " predictor of sequences is compared]: statements in the busy hour, without and with"
        + " what is kept in their place";
  }

  @Override
  public Map<String, Object> run(Options options, PrintStream progress) throws Exception {
    int users = CacheReplay.users(options);
    ReplayMarket market = CacheReplay.market(options);
    int every = Math.max(1, options.integer("every", 1));
    int sequenceDays = options.integer("sequence-days", 2);
    List<ReplayMarket.Day> all = market.days();
    List<ReplayMarket.Day> days = new ArrayList<>();
    for (int i = 0; i < all.size(); i += every) {
      days.add(all.get(i));
    }
    double[] byQuarter = new double[BusyDay.QUARTERS];
    DemandForecasts demand = new DemandForecasts();
    Map<String, Sums> parts = new LinkedHashMap<>();
    Map<DataType, Long> callsWithout = new EnumMap<>(DataType.class);
    Map<DataType, Long> callsWith = new EnumMap<>(DataType.class);
    double ahead = 0;
    long bytes = 0;
    int symbols = 0;
    int used = 0;
    int wasted = 0;
    int loaded = 0;
    int[] left = new int[4];
    double savedByUse = 0;
    List<double[]> comparison = new ArrayList<>();
    int quarter = 4;
    for (int number = 0; number < days.size(); number++) {
      ReplayDay day = new ReplayDay(market, days.get(number), users, SEED);
      LifespanPolicy policy =
          CacheReplay.shipped(new ReplaySense(market, day, true), CacheSettings.EPSILON.fallback());
      BusyDay plain = new BusyDay(day, policy);
      plain.replay();
      if (number >= LEARNED_DAYS) {
        quarter = busiest(byQuarter);
        int hour = quarter * BusyDay.QUARTER;
        int lead = (int) PrefetchSettings.PRECOMPUTE_LEAD.fallback().toMillis();
        BusyDay with = new BusyDay(day, policy);
        with.replay(
            hour - lead,
            hour,
            demand.weights(),
            type -> StatementTable.perLoad(type),
            new PrecomputationPlan.Bounds(
                PrefetchSettings.PRECOMPUTE_LOADS.fallback(),
                PrefetchSettings.PRECOMPUTE_MEBIBYTES.fallback() * (1L << 20),
                PrefetchSettings.PRECOMPUTE_CHANCE.fallback(),
                Duration.ofMillis(lead).toSeconds()));
        Map<DataType, Long> before = plain.callsOfHour(quarter);
        Map<DataType, Long> after = with.callsOfHour(quarter);
        before.forEach((t, n) -> callsWithout.merge(t, n, Long::sum));
        after.forEach((t, n) -> callsWith.merge(t, n, Long::sum));
        double nothing = statements(before, t -> StatementTable.perLoad(t, Kept.NOTHING));
        Map<String, Double> each = new LinkedHashMap<>();
        each.put("nothing", nothing);
        each.put("catalogue", statements(before, t -> StatementTable.perLoad(t, Kept.CATALOGUE)));
        each.put("catalogue_summaries", statements(before, StatementTable::perLoad));
        each.put("precomputation", statements(after, t -> StatementTable.perLoad(t, Kept.NOTHING)));
        each.put("catalogue_summaries_precomputation", statements(after, StatementTable::perLoad));
        each.forEach(
            (part, count) -> {
              Sums sums = parts.computeIfAbsent(part, p -> new Sums());
              sums.statements += count;
              sums.saved.add(1 - count / nothing);
            });
        ahead += statements(with.callsAhead(), StatementTable::perLoad);
        bytes = Math.max(bytes, with.bytes());
        symbols = Math.max(symbols, day.quoted.size());
        for (PrecomputationReport.OfShelf one : with.values().byShelf()) {
          used += one.used();
          wasted += one.wasted();
          loaded += one.loaded();
          savedByUse += one.savedStatements();
        }
        left[0] += with.plan().unlikely();
        left[1] += with.plan().shortLived();
        left[2] += with.plan().there();
        left[3] += with.plan().beyond();
        int first = days.size() - sequenceDays;
        if (number >= first) {
          comparison.add(compared(demand, day, quarter));
        }
        progress.printf(
            Locale.ROOT,
            "%s: busy hour from quarter %d, %,.0f statements without, %,.0f with; %d computed"
                + " ahead, %d used%n",
            days.get(number).date(),
            quarter,
            nothing,
            each.getOrDefault("catalogue_summaries_precomputation", 0.0),
            with.plan().picks().size(),
            with.values().byShelf().stream().mapToInt(PrecomputationReport.OfShelf::used).sum());
      }
      for (int i = 0; i < BusyDay.QUARTERS; i++) {
        Map<DataType, Long> calls = plain.callsOfQuarter(i);
        byQuarter[i] += statements(calls, StatementTable::perLoad);
      }
      demand.learnCounts(day, quarter);
      if (number >= days.size() - sequenceDays - 3) {
        demand.learnSteps(day, quarter);
      }
    }
    int measured = days.size() - LEARNED_DAYS;
    Map<String, Object> figures = new LinkedHashMap<>();
    Sums shipped = parts.get("catalogue_summaries_precomputation");
    if (shipped == null) {
      throw new IllegalArgumentException(
          "--every " + every + " leaves " + days.size() + " days; more than 4 are needed");
    }
    figures.put("busy_hour_statements_saved", mean(shipped.saved));
    figures.put("busy_hour_statements_saved_least", least(shipped.saved));
    Map<String, Object> ablation = new LinkedHashMap<>();
    parts.forEach(
        (part, sums) ->
            ablation.put(
                part,
                Map.of(
                    "statements_per_day", sums.statements / measured, "saved", mean(sums.saved))));
    figures.put("parts", ablation);
    Map<String, Object> storage = new LinkedHashMap<>();
    storage.put("catalogue_mib", mib(symbols * ENTRIES_OF_A_SYMBOL * BYTES_OF_AN_ENTRY));
    storage.put("summaries_mib", mib(symbols * BYTES_OF_A_CLOSING));
    storage.put("precomputed_mib", mib(bytes));
    figures.put("storage_mib", storage);
    Map<String, Object> computed = new LinkedHashMap<>();
    computed.put("per_day", (double) loaded / measured);
    computed.put("used", used);
    computed.put("wasted", wasted);
    computed.put("wasted_share", loaded == 0 ? 0 : (double) wasted / (used + wasted));
    computed.put("statements_per_day_before_the_hour", ahead / measured);
    computed.put("statements_of_used_per_day", savedByUse / measured);
    computed.put("left_unlikely_per_day", (double) left[0] / measured);
    computed.put("left_short_lived_per_day", (double) left[1] / measured);
    computed.put("left_there_already_per_day", (double) left[2] / measured);
    computed.put("left_beyond_budget_per_day", (double) left[3] / measured);
    figures.put("precomputation", computed);
    figures.put("forecast", forecast(comparison));
    figures.put("calls_without_per_day", perDay(callsWithout, measured));
    figures.put("calls_with_per_day", perDay(callsWith, measured));
    for (Kept kept : Kept.values()) {
      figures.put(
          "statements_per_load_" + kept.name().toLowerCase(Locale.ROOT),
          StatementTable.figures(kept));
    }
    figures.put("days", measured);
    return figures;
  }

  private static double[] compared(DemandForecasts demand, ReplayDay day, int quarter) {
    Map<Place, Integer> came = BusyDay.demand(day, quarter);
    int most = 2_000;
    List<Place> counts = demand.byCounts(most);
    List<Place> steps = demand.bySteps(day, quarter, most);
    return new double[] {
      DemandForecasts.precision(counts, came),
      DemandForecasts.coverage(counts, came),
      DemandForecasts.precision(steps, came),
      DemandForecasts.coverage(steps, came)
    };
  }

  private static Map<String, Object> forecast(List<double[]> comparison) {
    Map<String, Object> figures = new LinkedHashMap<>();
    String[] names = {
      "counts_precision", "counts_coverage", "sequence_precision", "sequence_coverage"
    };
    for (int i = 0; i < names.length; i++) {
      int column = i;
      figures.put(
          names[i], comparison.stream().mapToDouble(c -> c[column]).average().orElse(Double.NaN));
    }
    figures.put("held_out_hours", comparison.size());
    figures.put("of_keys", 2_000);
    return figures;
  }

  /** The first quarter of the hour with the most statements on the days so far. */
  private static int busiest(double[] byQuarter) {
    int best = 0;
    double most = -1;
    for (int i = 2; i + 4 <= byQuarter.length; i++) {
      double sum = byQuarter[i] + byQuarter[i + 1] + byQuarter[i + 2] + byQuarter[i + 3];
      if (sum > most) {
        most = sum;
        best = i;
      }
    }
    return best;
  }

  private static double statements(Map<DataType, Long> calls, ToIntFunction<DataType> perLoad) {
    return calls.entrySet().stream()
        .mapToDouble(e -> (double) e.getValue() * perLoad.applyAsInt(e.getKey()))
        .sum();
  }

  private static Map<String, Object> perDay(Map<DataType, Long> calls, int days) {
    Map<String, Object> each = new LinkedHashMap<>();
    calls.forEach((type, n) -> each.put(ReplayShelves.word(type), (double) n / days));
    return each;
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
  }

  private static double least(List<Double> values) {
    return values.stream().mapToDouble(v -> v).min().orElse(Double.NaN);
  }

  private static double mib(long bytes) {
    return bytes / (double) (1 << 20);
  }
}
