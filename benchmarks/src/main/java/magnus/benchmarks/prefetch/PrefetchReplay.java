package magnus.benchmarks.prefetch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import magnus.benchmarks.Benchmark;
import magnus.benchmarks.Options;
import magnus.benchmarks.cache.ReplayBars;
import magnus.benchmarks.cache.ReplayMarket;
import magnus.prefetch.PrefetchSettings;
import magnus.prefetch.sequence.NextPredictor;
import magnus.prefetch.sequence.Predictors;

/**
 * Working days of a portal whose users have habits, on the product's own shelves, planner and
 * models and a virtual clock: without loading ahead, and with each way of it added after the other;
 * with what came after a page whoever was on it (order 1), and with the product's model. Order 1
 * may waste more or less, so that it makes as many extra calls of the sources as the model does. A
 * predictor learns the first days and then each visit of the judged ones after it was predicted.
 */
public final class PrefetchReplay implements Benchmark {

  /** Shares that may be wasted, for the frontier, which is drawn on the first judged day. */
  private static final double[] SHARES = {0.05, 0.1, 0.18, 0.25, 0.35, 0.5, 0.7};

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
        + " [--seeds 1: portals drawn] [--first-seed 1] [--waste 0.25] [--paint 10: of a page's 40 ms] [--fifa FILE of sessions]"
        + " [--picture FILE.svg] [--fifa-picture FILE.svg] [--frontier false]: pages loaded ahead"
        + " by the model, by order 1, and not at all";
  }

  @Override
  public Map<String, Object> run(Options options, PrintStream progress) throws Exception {
    ReplayMarket market =
        new ReplayMarket(
            ReplayBars.read(options.file("bars")),
            ReplayBars.read(options.file("vix")).firstEntry().getValue());
    double share = options.decimal("waste", PrefetchSettings.WASTE.fallback());
    Latency.paints(options.integer("paint", Latency.paint()));
    int seeds = options.integer("seeds", 1);
    int firstSeed = options.integer("first-seed", 1);
    boolean draws = options.find("frontier").orElse("true").equals("true");
    Map<String, Object> figures = new LinkedHashMap<>();
    Map<String, Object> bySeed = new LinkedHashMap<>();
    List<Trial> trials = new ArrayList<>();
    Map<String, Object> frontier = new LinkedHashMap<>();
    for (int seed = firstSeed; seed < firstSeed + seeds; seed++) {
      progress.println("seed " + seed);
      AheadWeek week =
          new AheadWeek(
              market,
              options.integer("users", 300),
              options.integer("warm-up", 20),
              options.integer("days", 2),
              seed);
      Trial trial = new Trial(week, share, progress);
      trial.lines();
      trials.add(trial);
      bySeed.put(String.valueOf(seed), trial.figures());
      if (draws && seed == firstSeed) {
        Map<String, List<Point>> lines = trial.frontiers(SHARES);
        frontier.putAll(figures(lines, "waste_allowed", "perceived_saved"));
        draw(
            options.find("picture"),
            "Waiting saved against what was loaded for nothing",
            "perceived load time saved",
            lines,
            progress);
      }
      figures.put("days", week.dates().toString());
      figures.put("mean_vix", week.meanVix());
      figures.put("visits_learned_before", week.learnedVisits());
    }
    sum(trials, figures, progress);
    figures.put("waste_allowed", share);
    figures.put("latency_millis", Latency.figures());
    figures.put("seeds", bySeed);
    figures.put("frontier", frontier);
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
    return figures;
  }

  private static void sum(List<Trial> trials, Map<String, Object> figures, PrintStream progress) {
    figures.put("perceived_saved", mean(trials, t -> t.saved(Trial.MIXTURE_ALL)).mean());
    figures.put("wasted", mean(trials, t -> t.of(Trial.MIXTURE_ALL).wasted()).mean());
    figures.put("warm_share", mean(trials, t -> t.of(Trial.MIXTURE_ALL).warm()).mean());
    figures.put("under_500_ms", mean(trials, t -> t.of(Trial.MIXTURE_ALL).fast()).mean());
    figures.put("perceived_saved_order1", mean(trials, t -> t.saved(Trial.EQUAL_ALL)).mean());
    figures.put("wasted_order1", mean(trials, t -> t.of(Trial.EQUAL_ALL).wasted()).mean());
    figures.put("order1_p1", mean(trials, t -> t.order1.precision()).mean());
    figures.put("mixture_p1", mean(trials, t -> t.mixture.precision()).mean());
    figures.put("mixture_claimed_p1", mean(trials, t -> t.mixture.claimed()).mean());
    Map<String, Object> table = new LinkedHashMap<>();
    for (String line : trials.get(0).outcomes.keySet()) {
      Spread saved = mean(trials, t -> t.saved(line));
      Spread wasted = mean(trials, t -> t.of(line).wasted());
      Spread millis = mean(trials, t -> t.of(line).mean());
      Spread later = mean(trials, t -> 1 - t.of(line).later() / t.of(Trial.OFF).later());
      Spread fast = mean(trials, t -> t.of(line).fast());
      Spread warm = mean(trials, t -> t.of(line).warm());
      Spread calls = mean(trials, t -> (double) t.of(line).calls() / t.of(Trial.OFF).calls() - 1);
      Spread unshown = mean(trials, t -> t.of(line).unshown());
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("mean_millis", millis.mean());
      row.put("perceived_saved", saved.percent());
      row.put("saved_after_first_page", later.percent());
      row.put("warm", warm.percent());
      row.put("wasted", wasted.percent());
      row.put("extra_calls", calls.percent());
      row.put("under_500_ms", fast.percent());
      row.put("browser_fetches_unshown", unshown.percent());
      table.put(line, row);
      progress.printf(
          Locale.ROOT,
          "| %s | %.1f | %s | %s | %s | %s | %s | %s | %s |%n",
          line,
          millis.mean(),
          saved.percent(),
          later.percent(),
          warm.percent(),
          wasted.percent(),
          calls.percent(),
          fast.percent(),
          unshown.percent());
    }
    figures.put("table", table);
  }

  private static Spread mean(List<Trial> trials, ToDoubleFunction<Trial> figure) {
    return Spread.of(trials.stream().mapToDouble(figure).toArray());
  }

  /** What learns from all users in the product. */
  static NextPredictor shipped(int k) {
    return Predictors.live(k);
  }

  private static Map<String, Object> figures(
      Map<String, List<Point>> lines, String parameter, String gain) {
    Map<String, Object> figures = new LinkedHashMap<>();
    lines.forEach(
        (name, points) ->
            figures.put(name, points.stream().map(p -> p.figures(parameter, gain)).toList()));
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
