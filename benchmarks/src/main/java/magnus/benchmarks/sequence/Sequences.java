package magnus.benchmarks.sequence;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import magnus.benchmarks.Benchmark;
import magnus.benchmarks.Options;
import magnus.prefetch.sequence.Mixture;
import magnus.prefetch.sequence.NextPredictor;
import magnus.prefetch.sequence.Panel;
import magnus.prefetch.sequence.Predictors;
import magnus.prefetch.sequence.SessionContext;
import magnus.prefetch.sequence.Step;
import magnus.prefetch.sequence.Vocabulary;

/**
 * Trains on a file of sessions and is scored on another of prefixes, each with what came next;
 * nothing is learned from the second. Then the sessions of the second are rebuilt and told click by
 * click, each predicted before it is learned: the streamed figures. Beside them what a server's
 * predictor, of the same classes with smaller tables, says after it learned the file step by step.
 */
public final class Sequences implements Benchmark {

  private static final int MOST_ITEMS = 1 << 24;

  @Override
  public String name() {
    return "sequences";
  }

  @Override
  public String usage() {
    return "--train FILE --test FILE: the next item of a session, trained on sessions, scored on"
        + " prefixes and labels";
  }

  @Override
  public Map<String, Object> run(Options options, PrintStream progress) throws IOException {
    Vocabulary vocabulary = new Vocabulary(MOST_ITEMS);
    List<int[]> train = SessionFile.sessions(options.file("train"), vocabulary);
    List<SessionFile.Example> test = SessionFile.examples(options.file("test"), vocabulary);
    List<List<Step>> steps = Training.steps(train);
    progress.println(train.size() + " sessions to learn, " + test.size() + " questions");
    long begin = System.nanoTime();
    Mixture mixture = Predictors.mixture(1);
    Training.forEveryClick(mixture, steps);
    double seconds = (System.nanoTime() - begin) / 1e9;
    progress.printf(Locale.ROOT, "learned in %.1f s%n", seconds);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("train_sessions", train.size());
    figures.put("items", vocabulary.size());
    figures.put("questions", test.size());
    figures.put("train_s", Score.rounded(seconds, 1));
    figures.put("k", 1);
    figures.putAll(asked(mixture, test));
    progress.println(figures);
    figures.put("model_mb", Score.rounded(mixture.memoryBytes() / 1e6, 1));
    Score attention = new Score();
    ask(mixture.single("attention"), test, attention);
    figures.putAll(streamed(mixture, test, train.size()));
    Map<String, Object> table = singles(steps, test);
    table.put("attention", attention.figures(""));
    Score live = new Score();
    ask(Training.live(steps), test, live);
    table.put("live", live.figures(""));
    figures.put("predictors", table);
    return figures;
  }

  private static Map<String, Object> asked(Mixture mixture, List<SessionFile.Example> test) {
    ask(mixture, test.subList(0, Math.min(2_000, test.size())), new Score());
    Score score = new Score();
    long[] nanos = ask(mixture, test, score);
    Map<String, Object> figures = score.figures("");
    figures.put("predict_p50_us", percentile(nanos, 0.5));
    figures.put("predict_p99_us", percentile(nanos, 0.99));
    return figures;
  }

  private static long[] ask(NextPredictor predictor, List<SessionFile.Example> test, Score score) {
    long[] nanos = new long[test.size()];
    for (int i = 0; i < nanos.length; i++) {
      SessionFile.Example example = test.get(i);
      SessionContext context = SessionContext.anonymous(Training.NEW_SESSION, example.prefix());
      long begin = System.nanoTime();
      var ranking = predictor.predict(context, Score.LENGTH);
      nanos[i] = System.nanoTime() - begin;
      score.add(ranking, example.label());
    }
    return nanos;
  }

  static double percentile(long[] nanos, double share) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted.length == 0
        ? 0
        : Score.rounded(sorted[(int) (share * (sorted.length - 1))] / 1e3, 1);
  }

  private static Map<String, Object> streamed(
      Mixture mixture, List<SessionFile.Example> test, long firstSession) {
    Score score = new Score();
    long number = firstSession;
    List<Long> nanos = new ArrayList<>();
    for (int[] session : rebuilt(test)) {
      SessionContext context = SessionContext.anonymous(number++);
      for (int item : session) {
        if (context.length() > 0) {
          score.add(mixture.predict(context, Score.LENGTH), item);
        }
        long begin = System.nanoTime();
        mixture.learn(context, item);
        nanos.add(System.nanoTime() - begin);
        context = context.then(item);
      }
    }
    Map<String, Object> figures = score.figures("streamed_");
    figures.put(
        "streamed_learn_p99_us",
        percentile(nanos.stream().mapToLong(Long::longValue).toArray(), 0.99));
    return figures;
  }

  /** Puts the rows of one session, longest prefix first, together again. */
  static List<int[]> rebuilt(List<SessionFile.Example> rows) {
    List<int[]> sessions = new ArrayList<>();
    int[] before = {};
    for (SessionFile.Example row : rows) {
      int[] whole = Arrays.copyOf(row.prefix(), row.prefix().length + 1);
      whole[row.prefix().length] = row.label();
      if (!Arrays.equals(whole, before)) {
        sessions.add(whole);
      }
      before = row.prefix();
    }
    return sessions;
  }

  private static Map<String, Object> singles(
      List<List<Step>> steps, List<SessionFile.Example> test) {
    Panel panel = Predictors.panel(1);
    Training.panel(panel, steps);
    Map<String, Object> table = new LinkedHashMap<>();
    for (NextPredictor predictor : panel.predictors()) {
      Score score = new Score();
      ask(predictor, test, score);
      table.put(predictor.name(), score.figures(""));
    }
    return table;
  }
}
