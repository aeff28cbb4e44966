package magnus.benchmarks.prefetch;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import magnus.benchmarks.prefetch.PrefetchReplay.Point;
import magnus.prefetch.PrefetchSettings;
import magnus.prefetch.sequence.NextPredictor;
import magnus.prefetch.sequence.Predictors;

/** One simulated portal, replayed with nothing loaded ahead and in each of the ways to do so. */
final class Trial {

  static final String OFF = "off";
  static final String MIXTURE = "mixture";
  static final String MIXTURE_ALL = "mixture + links + boot";
  static final String ORDER_1 = "order 1";
  static final String EQUAL = "order 1, equal calls";
  static final String EQUAL_ALL = "order 1 + links + boot, equal calls";

  private static final double WITHIN = 0.02;
  private static final int TRIES = 9;

  private final AheadWeek week;
  private final double share;
  private final PrintStream progress;
  final Forecasts order1;
  final Forecasts mixture;
  final Map<String, Outcome> outcomes = new LinkedHashMap<>();
  final Map<String, Double> allowed = new LinkedHashMap<>();

  /** A line of the table. */
  private record Line(String name, Ways ways, Optional<Forecasts> forecasts) {}

  Trial(AheadWeek week, double share, PrintStream progress) {
    this.week = week;
    this.share = share;
    this.progress = progress;
    int k = PrefetchSettings.K.fallback();
    this.order1 = week.forecasts(Foresight.chain(Predictors.markov(k), week.symbols()));
    said("order 1", order1);
    NextPredictor shared = PrefetchReplay.shipped(k);
    this.mixture = week.forecasts(Foresight.model(shared, week.symbols()));
    said(shared.name(), mixture);
  }

  private void said(String name, Forecasts forecasts) {
    progress.printf(
        Locale.ROOT,
        "%s: P@1 %.1f %%, said %.1f %%%n",
        name,
        100 * forecasts.precision(),
        100 * forecasts.claimed());
  }

  Outcome of(String line) {
    return Objects.requireNonNull(outcomes.get(line), line);
  }

  /** What is saved of all waiting, the portal's own start among it. */
  double saved(String line) {
    return 1 - of(line).mean() / of(OFF).mean();
  }

  /** What one way gives after the other, each wasting as much as is allowed. */
  void lines() {
    Optional<Forecasts> floor = Optional.of(order1);
    Optional<Forecasts> ours = Optional.of(mixture);
    Ways links = new Ways(false, true, false);
    Ways both = new Ways(true, true, false);
    List<Line> lines =
        List.of(
            new Line(OFF, Ways.OFF, Optional.empty()),
            new Line("boot", new Ways(false, false, true), Optional.empty()),
            new Line("links, nothing predicted", links, Optional.empty()),
            new Line(ORDER_1, Ways.PLANS, floor),
            new Line("order 1 + links", both, floor),
            new Line("order 1 + links + boot", Ways.ALL, floor),
            new Line(MIXTURE, Ways.PLANS, ours),
            new Line("mixture, links only", links, ours),
            new Line("mixture + links", both, ours),
            new Line(MIXTURE_ALL, Ways.ALL, ours));
    Map<String, Outcome> done = new ConcurrentHashMap<>();
    lines.parallelStream()
        .forEach(l -> done.put(l.name, week.replay(l.ways, l.forecasts, share, week.judgedDays())));
    for (Line line : lines) {
      outcomes.put(line.name, Objects.requireNonNull(done.get(line.name)));
      allowed.put(line.name, share);
      tell(line.name);
    }
    equal(EQUAL, Ways.PLANS, of(MIXTURE));
    equal(EQUAL_ALL, Ways.ALL, of(MIXTURE_ALL));
  }

  private void tell(String name) {
    tell(name, allowed.getOrDefault(name, share), of(name), of(OFF));
  }

  private void tell(String name, double allowedShare, Outcome outcome, Outcome off) {
    progress.printf(
        Locale.ROOT,
        "%-36s allowed %.3f: mean %.1f ms (first %.0f, later %.1f), saved %.1f %%, warm %.1f %%,"
            + " wasted %.1f %%, %,d extra calls, browser unshown %.1f %%%n",
        name,
        allowedShare,
        outcome.mean(),
        outcome.first(),
        outcome.later(),
        100 * (1 - outcome.mean() / off.mean()),
        100 * outcome.warm(),
        100 * outcome.wasted(),
        outcome.calls() - off.calls(),
        100 * outcome.unshown());
  }

  /** Order 1 with the share that it may waste for it to make as many extra calls, within 2 %. */
  private void equal(String name, Ways ways, Outcome ours) {
    long asked = ours.calls() - of(OFF).calls();
    double low = 0.01;
    double high = 0.95;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < TRIES && least > WITHIN; i++) {
      double tried = (low + high) / 2;
      Outcome outcome = week.replay(ways, Optional.of(order1), tried, week.judgedDays());
      long extra = outcome.calls() - of(OFF).calls();
      double distance = Math.abs((double) extra / asked - 1);
      if (distance < least) {
        least = distance;
        outcomes.put(name, outcome);
        allowed.put(name, tried);
      }
      if (extra < asked) {
        low = tried;
      } else {
        high = tried;
      }
    }
    tell(name);
  }

  /** What each share that may be wasted gives, on the first judged day. */
  Map<String, List<Point>> frontiers(double[] shares) {
    Outcome off = week.replay(Ways.OFF, Optional.empty(), share, 1);
    Map<String, List<Point>> lines = new LinkedHashMap<>();
    lines.put(MIXTURE_ALL, frontier(Ways.ALL, mixture, shares, off, MIXTURE_ALL));
    lines.put(
        "order 1 + links + boot",
        frontier(Ways.ALL, order1, shares, off, "order 1 + links + boot"));
    lines.put(MIXTURE, frontier(Ways.PLANS, mixture, shares, off, MIXTURE));
    lines.put(ORDER_1, frontier(Ways.PLANS, order1, shares, off, ORDER_1));
    return lines;
  }

  private List<Point> frontier(
      Ways ways, Forecasts forecasts, double[] shares, Outcome off, String name) {
    Map<Double, Outcome> found = new ConcurrentSkipListMap<>();
    Arrays.stream(shares)
        .parallel()
        .forEach(one -> found.put(one, week.replay(ways, Optional.of(forecasts), one, 1)));
    List<Point> points = new ArrayList<>();
    found.forEach(
        (one, outcome) -> {
          tell(name, one, outcome, off);
          points.add(
              new Point(
                  one,
                  outcome.wasted(),
                  1 - outcome.mean() / off.mean(),
                  outcome.calls() - off.calls()));
        });
    return points;
  }

  Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    outcomes.forEach(
        (name, outcome) -> {
          Map<String, Object> own = new LinkedHashMap<>();
          own.put("waste_allowed", allowed.getOrDefault(name, share));
          own.putAll(outcome.figures(of(OFF)));
          figures.put(name, own);
        });
    return figures;
  }
}
