package magnus.benchmarks.prefetch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import magnus.benchmarks.Benchmark;
import magnus.benchmarks.Options;
import magnus.benchmarks.cache.ReplayBars;
import magnus.benchmarks.cache.ReplayMarket;
import magnus.prefetch.PrefetchSettings;
import magnus.prefetch.sequence.NextPredictor;
import magnus.prefetch.sequence.Predictors;

/**
 * Working days of a portal whose users have habits, on the product's own shelves, planner and
 * models and a virtual clock: without loading ahead, with what came after a page whoever was on it
 * (order 1), and with the product's model. Order 1 may waste more or less, so that it makes as many
 * extra calls of the sources as the model does. A predictor learns the first days and then each
 * visit of the judged ones after it was predicted.
 */
public final class PrefetchReplay implements Benchmark {

  /** Shares that may be wasted, for the frontier, which is drawn on the first judged day. */
  private static final double[] SHARES = {0.05, 0.1, 0.18, 0.25, 0.35, 0.5, 0.7};

  private static final double EQUAL = 0.02;
  private static final int TRIES = 9;

  /** One point of a frontier. */
  record Point(double asked, double wasted, double benefit, long extraCalls) {
    Map<String, Object> figures(String parameter, String gain) {
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put(parameter, asked);
      figures.put("wasted", wasted);
      figures.put(gain, benefit);
      figures.put("extra_calls", extraCalls);
      return figures;
    }
  }

  @Override
  public String name() {
    return "prefetch-replay";
  }

  @Override
  public String usage() {
    return "--bars FILE --vix FILE [--users 300] [--days 2] [--warm-up 20: days to learn from]"
        + " [--fifa FILE of sessions] [--picture FILE.svg] [--fifa-picture FILE.svg] [--frontier"
        + " false]: pages loaded ahead by the model, by order 1, and not at all";
  }

  @Override
  public Map<String, Object> run(Options options, PrintStream progress) throws Exception {
    AheadWeek week =
        new AheadWeek(
            new ReplayMarket(
                ReplayBars.read(options.file("bars")),
                ReplayBars.read(options.file("vix")).firstEntry().getValue()),
            options.integer("users", 300),
            options.integer("warm-up", 20),
            options.integer("days", 2));
    int k = PrefetchSettings.K.fallback();
    double share = options.decimal("waste", PrefetchSettings.WASTE.fallback());
    Forecasts order1 = week.forecasts(Foresight.chain(Predictors.markov(k), week.symbols()));
    said(progress, "order 1", order1);
    NextPredictor shared = shipped(k);
    Forecasts mixture = week.forecasts(Foresight.model(shared, week.symbols()));
    said(progress, shared.name(), mixture);
    int days = week.judgedDays();
    Outcome off = week.replay(Optional.empty(), share, days);
    progress.printf(Locale.ROOT, "off: mean %.1f ms, %,d calls%n", off.mean(), off.calls());
    Outcome ours = week.replay(Optional.of(mixture), share, days);
    tell(progress, "mixture", share, ours, off);
    double floorShare = equalShare(week, order1, ours.calls() - off.calls(), off, progress);
    Outcome floor = week.replay(Optional.of(order1), floorShare, days);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("perceived_saved", 1 - ours.mean() / off.mean());
    figures.put("wasted", ours.wasted());
    figures.put("warm_share", ours.warm());
    figures.put("order1_p1", order1.precision());
    figures.put("mixture_p1", mixture.precision());
    figures.put("extra_calls", ours.calls() - off.calls());
    figures.put("extra_calls_order1", floor.calls() - off.calls());
    figures.put("perceived_saved_order1", 1 - floor.mean() / off.mean());
    figures.put("off", off.figures(off));
    figures.put("order1", floor.figures(off));
    figures.put("mixture", ours.figures(off));
    figures.put("waste_allowed_mixture", share);
    figures.put("waste_allowed_order1", floorShare);
    figures.put("mixture_claimed_p1", mixture.claimed());
    figures.put("predictor", shared.name());
    if (options.find("frontier").orElse("true").equals("true")) {
      Map<String, List<Point>> lines = new LinkedHashMap<>();
      Outcome without = week.replay(Optional.empty(), share, 1);
      lines.put("mixture", frontier(week, mixture, without, "mixture", progress));
      lines.put("order 1", frontier(week, order1, without, "order 1", progress));
      figures.put("frontier", figures(lines, "waste_allowed", "perceived_saved"));
      draw(
          options.find("picture"),
          "Waiting saved against what was loaded for nothing",
          "perceived load time saved",
          lines,
          progress);
    }
    if (options.find("fifa").isPresent()) {
      Map<String, List<Point>> lines = new FifaFrontier(1).lines(options.file("fifa"), progress);
      figures.put("fifa_frontier", figures(lines, "least_probability", "pages_loaded_ahead"));
      draw(
          options.find("fifa-picture"),
          "World Cup site: pages loaded ahead against those loaded for nothing",
          "share of pages that had been loaded ahead",
          lines,
          progress);
    }
    figures.put("latency_millis", Latency.figures());
    figures.put("days", week.dates().toString());
    figures.put("mean_vix", week.meanVix());
    figures.put("visits_learned_before", week.learnedVisits());
    return figures;
  }

  /** What learns from all users in the product. */
  static NextPredictor shipped(int k) {
    return Predictors.live(k);
  }

  private static void said(PrintStream progress, String name, Forecasts forecasts) {
    progress.printf(
        Locale.ROOT,
        "%s: P@1 %.1f %%, said %.1f %%%n",
        name,
        100 * forecasts.precision(),
        100 * forecasts.claimed());
  }

  private static void tell(
      PrintStream progress, String name, double share, Outcome outcome, Outcome off) {
    progress.printf(
        Locale.ROOT,
        "%-8s allowed %.3f: saved %.1f %%, warm %.1f %%, wasted %.1f %%, %,d extra calls%n",
        name,
        share,
        100 * (1 - outcome.mean() / off.mean()),
        100 * outcome.warm(),
        100 * outcome.wasted(),
        outcome.calls() - off.calls());
  }

  /** The share that order 1 may waste for it to make as many extra calls, within 2 %. */
  private static double equalShare(
      AheadWeek week, Forecasts order1, long asked, Outcome off, PrintStream progress) {
    double low = 0.01;
    double high = 0.95;
    double best = high;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < TRIES && least > EQUAL; i++) {
      double share = (low + high) / 2;
      Outcome outcome = week.replay(Optional.of(order1), share, week.judgedDays());
      tell(progress, "order 1", share, outcome, off);
      long extra = outcome.calls() - off.calls();
      double distance = Math.abs((double) extra / asked - 1);
      if (distance < least) {
        least = distance;
        best = share;
      }
      if (extra < asked) {
        low = share;
      } else {
        high = share;
      }
    }
    return best;
  }

  private static List<Point> frontier(
      AheadWeek week, Forecasts forecasts, Outcome off, String name, PrintStream progress) {
    Map<Double, Outcome> outcomes = new ConcurrentSkipListMap<>();
    Arrays.stream(SHARES)
        .parallel()
        .forEach(share -> outcomes.put(share, week.replay(Optional.of(forecasts), share, 1)));
    List<Point> points = new ArrayList<>();
    outcomes.forEach(
        (share, outcome) -> {
          tell(progress, name, share, outcome, off);
          points.add(
              new Point(
                  share,
                  outcome.wasted(),
                  1 - outcome.mean() / off.mean(),
                  outcome.calls() - off.calls()));
        });
    return points;
  }

  private static Map<String, Object> figures(
      Map<String, List<Point>> lines, String parameter, String gain) {
    Map<String, Object> figures = new LinkedHashMap<>();
    lines.forEach(
        (name, points) ->
            figures.put(
                name.replace(" ", ""),
                points.stream().map(p -> p.figures(parameter, gain)).toList()));
    return figures;
  }

  private static void draw(
      Optional<String> file,
      String title,
      String benefit,
      Map<String, List<Point>> lines,
      PrintStream progress)
      throws IOException {
    if (file.isPresent()) {
      Files.writeString(Path.of(file.get()), WastePicture.draw(title, benefit, lines));
      progress.println("frontier drawn to " + file.get());
    }
  }
}
