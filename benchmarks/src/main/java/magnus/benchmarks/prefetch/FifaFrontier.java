package magnus.benchmarks.prefetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.zip.GZIPInputStream;
import magnus.benchmarks.prefetch.PrefetchReplay.Point;
import magnus.prefetch.sequence.NextPredictor;
import magnus.prefetch.sequence.Predictors;
import magnus.prefetch.sequence.Ranking;
import magnus.prefetch.sequence.SessionContext;
import magnus.prefetch.sequence.Vocabulary;

/**
 * What loading ahead gives and wastes on real sessions, which have no times: after each page those
 * of the likeliest ten are loaded that are likely enough, kept to the session's end, and used if
 * opened in it. The first seven tenths of the sessions are learned first, the others as they go.
 */
final class FifaFrontier {

  private static final double LEARNED = 0.7;
  private static final int MOST = 10;
  private static final double[] LEAST = {
    0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9
  };

  private final int k;

  /**
   * @param k 1 for sessions of nobody known
   */
  FifaFrontier(int k) {
    this.k = k;
  }

  Map<String, List<Point>> lines(Path file, PrintStream progress) throws IOException {
    List<int[]> sessions = read(file);
    Map<String, List<Point>> lines = new LinkedHashMap<>();
    lines.put("mixture", line(PrefetchReplay.shipped(k), sessions));
    progress.println("FIFA: mixture done");
    lines.put("order 1", line(Predictors.markov(k), sessions));
    return lines;
  }

  private static List<Point> line(NextPredictor predictor, List<int[]> sessions) {
    int cut = (int) (LEARNED * sessions.size());
    long[] loaded = new long[LEAST.length];
    long[] used = new long[LEAST.length];
    long pages = 0;
    for (int s = 0; s < sessions.size(); s++) {
      int[] session = sessions.get(s);
      if (s >= cut) {
        pages += session.length - 1;
        judge(predictor, session, s, loaded, used);
      }
      SessionContext context = SessionContext.anonymous(s);
      for (int item : session) {
        predictor.learn(context, item);
        context = context.then(item);
      }
    }
    List<Point> points = new ArrayList<>();
    for (int i = LEAST.length - 1; i >= 0; i--) {
      double wasted = loaded[i] == 0 ? 0 : 1 - (double) used[i] / loaded[i];
      points.add(new Point(LEAST[i], wasted, (double) used[i] / pages, loaded[i]));
    }
    return points;
  }

  private static void judge(
      NextPredictor predictor, int[] session, int number, long[] loaded, long[] used) {
    List<Map<Integer, Boolean>> there = new ArrayList<>();
    for (int i = 0; i < LEAST.length; i++) {
      there.add(new HashMap<>());
    }
    SessionContext context = SessionContext.anonymous(number);
    for (int at = 0; at < session.length; at++) {
      int item = session[at];
      for (Map<Integer, Boolean> one : there) {
        one.computeIfPresent(item, (page, was) -> true);
      }
      context = context.then(item);
      if (at + 1 == session.length) {
        break;
      }
      Ranking ranking = predictor.predict(context, MOST);
      for (int i = 0; i < LEAST.length; i++) {
        Map<Integer, Boolean> one = there.get(i);
        for (int place = 0; place < ranking.size(); place++) {
          if (ranking.probabilities()[place] >= LEAST[i]) {
            one.putIfAbsent(ranking.items()[place], false);
          }
        }
      }
    }
    for (int i = 0; i < LEAST.length; i++) {
      loaded[i] += there.get(i).size();
      used[i] += there.get(i).values().stream().filter(u -> u).count();
    }
  }

  private static List<int[]> read(Path file) throws IOException {
    Vocabulary names = new Vocabulary(1_000_000);
    List<int[]> sessions = new ArrayList<>();
    InputStream raw = Files.newInputStream(file);
    InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        StringTokenizer words = new StringTokenizer(line);
        int[] session = new int[words.countTokens()];
        for (int i = 0; i < session.length; i++) {
          session[i] = names.learn(words.nextToken());
        }
        if (session.length > 0) {
          sessions.add(session);
        }
      }
    }
    return sessions;
  }
}
