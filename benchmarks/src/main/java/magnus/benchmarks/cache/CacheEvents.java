package magnus.benchmarks.cache;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import magnus.basics.json.Json;
import magnus.benchmarks.Benchmark;
import magnus.benchmarks.Options;
import magnus.benchmarks.cache.ReplayBars.Bar;
import magnus.cache.CacheSettings;
import magnus.cache.DataType;
import magnus.cache.event.learned.Features;
import magnus.cache.event.learned.LearnedModel;
import magnus.cache.event.learned.LogisticRegression;
import magnus.cache.event.learned.Score;

/**
 * Trains the learned decision on the earlier dates of real bars and compares it with the rule on
 * the later ones: which entries that events touched did change by more than ε before their end.
 */
public final class CacheEvents implements Benchmark {

  private static final long SEED = 1;

  private static final double PENALTY = 10;
  private static final double TRAINED_SHARE = 0.7;
  private static final int RESAMPLES = 2_000;
  private static final String CAVEAT =
      "Prices between the daily open, high, low and close are bridged, volume follows the bridged"
          + " price's variance; symbols move apart from one another within a day. Releases at a"
          + " known hour are in no daily bar, so they are left to the rule.";

  @Override
  public String name() {
    return "cache-events";
  }

  @Override
  public String usage() {
    return "--bars FILE --vix FILE [--days 420] [--epsilon BP] [--model FILE.json]: should this event drop this"
        + " entry? The rule against the learned decision on held-out dates";
  }

  @Override
  public Map<String, Object> run(Options options, PrintStream progress) throws Exception {
    Path barsFile = options.file("bars");
    Path vixFile = options.file("vix");
    TreeMap<String, TreeMap<Integer, Bar>> bars = ReplayBars.read(barsFile);
    ReplayMarket market = new ReplayMarket(bars, ReplayBars.read(vixFile).firstEntry().getValue());
    double epsilon = options.decimal("epsilon", CacheSettings.EPSILON.fallback());
    Map<String, String> settings = Map.of(CacheSettings.EPSILON.key(), String.valueOf(epsilon));
    ToDoubleFunction<DataType> bound =
        type -> CacheSettings.epsilonInForce(type, key -> Optional.ofNullable(settings.get(key)));
    int days = options.integer("days", 420);
    List<Integer> dates = dates(bars, days);
    TreeMap<Integer, List<EventDay.Example>> examples = new TreeMap<>();
    SplittableRandom random = new SplittableRandom(SEED);
    for (int date : dates) {
      List<EventDay.Example> found =
          new EventDay(market, bars, date, bound, random.split()).examples();
      if (!found.isEmpty()) {
        examples.put(date, found);
      }
      if (examples.size() % 25 == 0) {
        progress.printf("%s: %d entries touched%n", LocalDate.ofEpochDay(date), found.size());
      }
    }
    List<Integer> used = List.copyOf(examples.keySet());
    int cut = used.get((int) (used.size() * TRAINED_SHARE));
    List<EventDay.Example> training =
        examples.headMap(cut).values().stream().flatMap(List::stream).toList();
    double[] coefficients = fit(training);
    double threshold = threshold(training, coefficients);
    HeldOut heldOut = new HeldOut(examples.tailMap(cut), coefficients, threshold);
    LearnedModel model =
        new LearnedModel(
            new LearnedModel.Provenance(
                "benchmarks cache-events --days " + days + ", seed " + SEED,
                String.valueOf(barsFile.getFileName()),
                String.valueOf(vixFile.getFileName()),
                epsilon,
                PENALTY,
                LocalDate.ofEpochDay(used.get(0)),
                LocalDate.ofEpochDay(examples.headMap(cut).lastKey()),
                training.size(),
                LocalDate.ofEpochDay(cut),
                LocalDate.ofEpochDay(examples.lastKey()),
                heldOut.size(),
                CAVEAT),
            Features.NAMES,
            java.util.Arrays.stream(coefficients).boxed().toList(),
            threshold,
            heldOut.verdicts(RESAMPLES, new SplittableRandom(SEED)));
    if (options.find("model").isPresent()) {
      Files.writeString(
          Path.of(options.find("model").get()),
          Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(model) + "\n");
    }
    return figures(model, heldOut, progress);
  }

  /** Every n-th date on which bars exist, so that there are as many as asked for. */
  private static List<Integer> dates(TreeMap<String, TreeMap<Integer, Bar>> bars, int asked) {
    List<Integer> all =
        bars.values().stream().flatMap(s -> s.keySet().stream()).distinct().sorted().toList();
    double step = Math.max(1, (double) all.size() / asked);
    List<Integer> chosen = new ArrayList<>();
    for (double i = 0; i < all.size(); i += step) {
      chosen.add(all.get((int) i));
    }
    return chosen;
  }

  private static double[] fit(List<EventDay.Example> training) {
    boolean[] labels = new boolean[training.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = training.get(i).changed();
    }
    return LogisticRegression.fit(
        training.stream().map(EventDay.Example::row).toList(), labels, PENALTY);
  }

  /** The one with the best balance of precision and recall on the training dates. */
  private static double threshold(List<EventDay.Example> training, double[] coefficients) {
    int bins = 100;
    long[][] counts = new long[bins][2];
    for (EventDay.Example example : training) {
      double p = LogisticRegression.probability(coefficients, example.row());
      counts[(int) Math.min(bins - 1, p * bins)][example.changed() ? 1 : 0]++;
    }
    long changed = training.stream().filter(EventDay.Example::changed).count();
    long wasted = 0;
    long right = 0;
    double best = 0;
    double at = 0.5;
    for (int bin = bins - 1; bin > 0; bin--) {
      wasted += counts[bin][0];
      right += counts[bin][1];
      double balance = Score.of(training.size(), changed, wasted, changed - right).balance();
      if (balance > best) {
        best = balance;
        at = (double) bin / bins;
      }
    }
    return at;
  }

  private static Map<String, Object> figures(
      LearnedModel model, HeldOut heldOut, PrintStream progress) {
    Map<String, Object> figures = new LinkedHashMap<>();
    Score rule = heldOut.rule();
    Score learned = heldOut.learned();
    figures.put("rule_precision", rule.precision());
    figures.put("rule_recall", rule.recall());
    figures.put("learned_precision", learned.precision());
    figures.put("learned_recall", learned.recall());
    figures.put("rule", score(rule));
    figures.put("learned", score(learned));
    figures.put("moved_beyond_epsilon_alone", score(heldOut.plain()));
    figures.put("brier_score", heldOut.brier());
    figures.put("threshold", model.threshold());
    Map<String, Object> coefficients = new LinkedHashMap<>();
    for (int i = 0; i < model.features().size(); i++) {
      coefficients.put(model.features().get(i), model.coefficients().get(i));
    }
    figures.put("coefficients", coefficients);
    List<Map<String, Object>> verdicts = new ArrayList<>();
    for (LearnedModel.Verdict v : model.verdicts()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("event", v.kind().name());
      one.put("type", v.type().name());
      one.put("rule", score(v.rule()));
      one.put("learned", score(v.learned()));
      one.put("gain", v.gain());
      one.put("gain_low", v.gainLow());
      one.put("in_force", v.inForce());
      verdicts.add(one);
      progress.printf(
          Locale.ROOT,
          "%-18s %-12s rule P %.3f R %.3f  learned P %.3f R %.3f  gain %+.3f (> %+.3f) %s%n",
          v.kind(),
          v.type(),
          v.rule().precision(),
          v.rule().recall(),
          v.learned().precision(),
          v.learned().recall(),
          v.gain(),
          v.gainLow(),
          v.inForce() ? "in force" : "left to the rule");
    }
    figures.put("verdicts", verdicts);
    LearnedModel.Provenance from = model.provenance();
    figures.put(
        "trained", from.trainedFrom() + " to " + from.trainedTo() + ", " + from.trainedOn());
    figures.put("held_out", from.heldOutFrom() + " to " + from.heldOutTo() + ", " + from.heldOut());
    figures.put("epsilon_bp", from.epsilon());
    figures.put("caveat", from.caveat());
    return figures;
  }

  private static Map<String, Object> score(Score score) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("entries", score.entries());
    one.put("changed", score.changed());
    one.put("wasted_drops", score.wastedDrops());
    one.put("missed_changes", score.missedChanges());
    one.put("precision", score.precision());
    one.put("recall", score.recall());
    one.put("balance", score.balance());
    return one;
  }
}
