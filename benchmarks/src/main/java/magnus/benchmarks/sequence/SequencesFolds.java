package magnus.benchmarks.sequence;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
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
 * The protocol of IPredict (Gueniche et al., PAKDD 2015): of the file the first sessions of six or
 * more items, an item that follows itself counted once; shuffled and cut into folds; each fold is
 * asked for the last item of its sessions by a model trained on the others. The accuracy counts
 * every session asked, one without an answer as wrong.
 */
public final class SequencesFolds implements Benchmark {

  private static final int MOST_ITEMS = 1 << 24;
  private static final int LEAST_LENGTH = 6;
  private static final int MOST_LENGTH = 999;

  @Override
  public String name() {
    return "sequences-folds";
  }

  @Override
  public String usage() {
    return "--sessions FILE [--count 5000] [--folds 14] [--seed 1]: the last item of a session, in"
        + " folds, each predictor beside the mixture";
  }

  @Override
  public Map<String, Object> run(Options options, PrintStream progress) throws IOException {
    Vocabulary vocabulary = new Vocabulary(MOST_ITEMS);
    List<int[]> sessions =
        sampled(
            SessionFile.sessions(options.file("sessions"), vocabulary),
            options.integer("count", 5_000));
    int folds = options.integer("folds", 14);
    if (folds < 2 || sessions.size() < folds) {
      throw new IllegalArgumentException(
          sessions.size()
              + " sessions of "
              + LEAST_LENGTH
              + " or more items in "
              + folds
              + " folds");
    }
    Collections.shuffle(sessions, new Random(options.integer("seed", 1)));
    Map<String, Score> scores = new LinkedHashMap<>();
    double seconds = 0;
    int size = sessions.size() / folds;
    for (int fold = 0; fold < folds; fold++) {
      int from = fold * size;
      int to = fold == folds - 1 ? sessions.size() : from + size;
      List<int[]> train = new ArrayList<>(sessions.subList(0, from));
      train.addAll(sessions.subList(to, sessions.size()));
      List<List<Step>> steps = Training.steps(train);
      long begin = System.nanoTime();
      Mixture mixture = Predictors.mixture(1);
      Training.forLastClick(mixture, steps);
      seconds += (System.nanoTime() - begin) / 1e9;
      Panel panel = Predictors.panel(1);
      Training.panel(panel, steps);
      ask("mixture", mixture, sessions.subList(from, to), scores);
      ask("live", Training.live(steps), sessions.subList(from, to), scores);
      NextPredictor attention = mixture.single("attention");
      ask(attention.name(), attention, sessions.subList(from, to), scores);
      for (NextPredictor predictor : panel.predictors()) {
        ask(predictor.name(), predictor, sessions.subList(from, to), scores);
      }
      progress.printf(
          Locale.ROOT,
          "fold %d of %d: accuracy so far %.2f%n",
          fold + 1,
          folds,
          scores.values().iterator().next().p1());
    }
    return figures(sessions.size(), vocabulary.size(), seconds, scores);
  }

  private static List<int[]> sampled(List<int[]> sessions, int count) {
    List<int[]> sampled = new ArrayList<>();
    for (int[] session : sessions) {
      if (session.length >= LEAST_LENGTH
          && session.length <= MOST_LENGTH
          && sampled.size() < count) {
        sampled.add(withoutRepetitions(session));
      }
    }
    return sampled;
  }

  private static int[] withoutRepetitions(int[] session) {
    int[] kept = new int[session.length];
    int size = 0;
    for (int item : session) {
      if (size == 0 || kept[size - 1] != item) {
        kept[size++] = item;
      }
    }
    return Arrays.copyOf(kept, size);
  }

  private static void ask(
      String name, NextPredictor predictor, List<int[]> sessions, Map<String, Score> scores) {
    Score score = scores.computeIfAbsent(name, n -> new Score());
    for (int[] session : sessions) {
      int[] prefix = Arrays.copyOf(session, session.length - 1);
      SessionContext context = SessionContext.anonymous(Training.NEW_SESSION, prefix);
      score.add(predictor.predict(context, Score.LENGTH), session[session.length - 1]);
    }
  }

  private static Map<String, Object> figures(
      int sessions, int items, double seconds, Map<String, Score> scores) {
    Map<String, Object> figures = new LinkedHashMap<>();
    Score mixture = scores.values().iterator().next();
    figures.put("sessions", sessions);
    figures.put("items", items);
    figures.put("accuracy", Score.rounded(mixture.p1(), 3));
    figures.put("ece", Score.rounded(mixture.calibrationError(), 5));
    figures.put("train_s", Score.rounded(seconds, 1));
    Map<String, Object> table = new LinkedHashMap<>();
    scores.forEach(
        (name, score) ->
            table.put(
                name,
                Map.of(
                    "accuracy", Score.rounded(score.p1(), 3),
                    "mrr20", Score.rounded(score.mrr20(), 3),
                    "ece", Score.rounded(score.calibrationError(), 5))));
    figures.put("predictors", table);
    return figures;
  }
}
