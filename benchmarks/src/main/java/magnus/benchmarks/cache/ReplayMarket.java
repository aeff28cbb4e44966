package magnus.benchmarks.cache;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import magnus.benchmarks.cache.ReplayBars.Bar;

/** What both files know together, and which of their days are replayed. */
public final class ReplayMarket {

  /** Sessions of which volatility is taken, as the product does. */
  static final int SESSIONS = 20;

  private static final int OF_EACH_KIND = 8;

  /** How a replayed day's VIX stands among all. */
  public enum Kind {
    LOWEST,
    MEDIAN,
    HIGHEST
  }

  /** A day to replay. */
  public record Day(int epochDay, Kind kind, double vix) {
    /** Its date. */
    public LocalDate date() {
      return LocalDate.ofEpochDay(epochDay);
    }
  }

  /**
   * A symbol on a day.
   *
   * @param daily standard deviation of the log returns of the {@value #SESSIONS} sessions before
   * @param overnight root mean square of their opening gaps
   * @param nextOpen the next session's open
   * @param reports whether the day stands in for that of an earnings release
   * @param reportsNext whether the next session does
   */
  public record Quoted(
      String symbol,
      Bar bar,
      double previousClose,
      double nextOpen,
      double daily,
      double overnight,
      boolean reports,
      boolean reportsNext) {}

  private final TreeMap<String, TreeMap<Integer, Bar>> bars;
  private final TreeMap<Integer, Bar> vix;
  private final List<String> byTurnover;
  private final Map<String, Set<Integer>> standIns = new HashMap<>();

  public ReplayMarket(TreeMap<String, TreeMap<Integer, Bar>> bars, TreeMap<Integer, Bar> vix) {
    this.bars = bars;
    this.vix = vix;
    Map<String, Double> turnover = new HashMap<>();
    bars.forEach(
        (symbol, series) -> {
          turnover.put(
              symbol,
              series.values().stream()
                  .mapToDouble(b -> b.close() * b.volume())
                  .average()
                  .orElse(0));
          standIns.put(symbol, standIns(series));
        });
    this.byTurnover =
        bars.keySet().stream()
            .sorted(Comparator.comparingDouble((String s) -> -turnover.getOrDefault(s, 0.0)))
            .toList();
  }

  /** The eight days each with the lowest, the median and the highest VIX, ascending by date. */
  List<Day> days() {
    Set<Integer> traded = new HashSet<>();
    for (TreeMap<Integer, Bar> series : bars.values()) {
      series.keySet().stream()
          .skip(SESSIONS + 1L)
          .limit(Math.max(0, series.size() - SESSIONS - 2L))
          .forEach(traded::add);
    }
    List<Integer> both =
        new ArrayList<>(
            traded.stream()
                .filter(d -> vix.containsKey(d) && vix.lowerKey(d) != null)
                .sorted(
                    Comparator.comparingDouble((Integer d) -> bar(vix, d).close())
                        .thenComparing(Comparator.naturalOrder()))
                .toList());
    if (both.size() < 3 * OF_EACH_KIND) {
      throw new IllegalArgumentException(
          "--bars and --vix share " + both.size() + " days with a history before them, 24 needed");
    }
    List<Day> days = new ArrayList<>();
    int middle = both.size() / 2 - OF_EACH_KIND / 2;
    for (int i = 0; i < OF_EACH_KIND; i++) {
      days.add(day(both.get(i), Kind.LOWEST));
      days.add(day(both.get(middle + i), Kind.MEDIAN));
      days.add(day(both.get(both.size() - 1 - i), Kind.HIGHEST));
    }
    days.sort(Comparator.comparingInt(Day::epochDay));
    return days;
  }

  /**
   * Sessions one after the other on which the same symbols trade: of all such runs the one whose
   * mean VIX is nearest to the median of all days.
   */
  public List<Day> run(int sessions) {
    List<Integer> both =
        bars.values().stream()
            .flatMap(s -> s.keySet().stream())
            .distinct()
            .filter(d -> vix.containsKey(d) && vix.lowerKey(d) != null)
            .sorted()
            .toList();
    double[] levels = both.stream().mapToDouble(d -> bar(vix, d).close()).sorted().toArray();
    List<Day> best = List.of();
    double distance = Double.POSITIVE_INFINITY;
    int step = Math.max(1, sessions / 4);
    for (int from = 0; from + sessions <= both.size(); from += step) {
      List<Day> days =
          both.subList(from, from + sessions).stream().map(d -> day(d, Kind.MEDIAN)).toList();
      double mean = days.stream().mapToDouble(Day::vix).average().orElse(0);
      double here = Math.abs(mean - levels[levels.length / 2]);
      if (here < distance && isOfTheSame(days)) {
        distance = here;
        best = days;
      }
    }
    if (best.isEmpty()) {
      throw new IllegalArgumentException(
          "--bars and --vix share no " + sessions + " sessions on which the same symbols trade");
    }
    return best;
  }

  private boolean isOfTheSame(List<Day> days) {
    List<String> first = symbols(days.get(0));
    return !first.isEmpty() && days.stream().allMatch(d -> symbols(d).equals(first));
  }

  private List<String> symbols(Day day) {
    return quoted(day.epochDay()).stream().map(Quoted::symbol).toList();
  }

  /** VIX at the close before a day. */
  double vixBefore(int epochDay) {
    return bar(vix, vix.lowerKey(epochDay)).close();
  }

  /** Every symbol that trades on that day and has enough of a past, the most traded one first. */
  public List<Quoted> quoted(int epochDay) {
    List<Quoted> quoted = new ArrayList<>();
    for (String symbol : byTurnover) {
      TreeMap<Integer, Bar> series = bars.getOrDefault(symbol, new TreeMap<>());
      Bar bar = series.get(epochDay);
      List<Bar> before = before(series, epochDay);
      Map.Entry<Integer, Bar> next = series.higherEntry(epochDay);
      if (bar == null || next == null || before.size() <= SESSIONS) {
        continue;
      }
      Set<Integer> reports = standIns.getOrDefault(symbol, Set.of());
      quoted.add(
          new Quoted(
              symbol,
              bar,
              before.get(0).close(),
              next.getValue().open(),
              daily(before),
              overnight(before),
              reports.contains(epochDay),
              reports.contains(next.getKey())));
    }
    return quoted;
  }

  /** The bars of the sessions before a day, the newest first, one more than volatility needs. */
  private static List<Bar> before(TreeMap<Integer, Bar> series, int epochDay) {
    List<Bar> before = new ArrayList<>();
    Map.Entry<Integer, Bar> at = series.lowerEntry(epochDay);
    while (at != null && before.size() <= SESSIONS) {
      before.add(at.getValue());
      at = series.lowerEntry(at.getKey());
    }
    return before;
  }

  private static double daily(List<Bar> newestFirst) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < SESSIONS; i++) {
      double move = Math.log(newestFirst.get(i).close() / newestFirst.get(i + 1).close());
      sum += move;
      squares += move * move;
    }
    return Math.sqrt(Math.max(0, squares - sum * sum / SESSIONS) / (SESSIONS - 1));
  }

  private static double overnight(List<Bar> newestFirst) {
    double squares = 0;
    for (int i = 0; i < SESSIONS; i++) {
      double gap = Math.log(newestFirst.get(i).open() / newestFirst.get(i + 1).close());
      squares += gap * gap;
    }
    return Math.sqrt(squares / SESSIONS);
  }

  /**
   * The day with the largest gap times volume of each quarter: when earnings are likely to have
   * come out. Known only afterwards, as the file has no calendar of them.
   */
  private static Set<Integer> standIns(TreeMap<Integer, Bar> series) {
    Map<String, Integer> best = new HashMap<>();
    Map<String, Double> size = new HashMap<>();
    Bar before = null;
    for (Bar bar : series.values()) {
      if (before != null) {
        LocalDate date = LocalDate.ofEpochDay(bar.day());
        String quarter = date.getYear() + "Q" + date.get(IsoFields.QUARTER_OF_YEAR);
        double score = Math.abs(Math.log(bar.open() / before.close())) * bar.volume();
        if (score > size.getOrDefault(quarter, -1.0)) {
          size.put(quarter, score);
          best.put(quarter, bar.day());
        }
      }
      before = bar;
    }
    return new HashSet<>(best.values());
  }

  private Day day(int epochDay, Kind kind) {
    return new Day(epochDay, kind, bar(vix, epochDay).close());
  }

  private static Bar bar(TreeMap<Integer, Bar> series, int day) {
    Bar bar = series.get(day);
    if (bar == null) {
      throw new IllegalArgumentException("no bar of " + LocalDate.ofEpochDay(day));
    }
    return bar;
  }
}
