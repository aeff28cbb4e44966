package magnus.benchmarks.sequence;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import magnus.benchmarks.Benchmark;
import magnus.benchmarks.Options;
import magnus.prefetch.sequence.NextPredictor;
import magnus.prefetch.sequence.Predictors;
import magnus.prefetch.sequence.SessionContext;

/**
 * A live portal's worth of users: how long a prediction of 20 items takes, and a step of learning,
 * and how much memory a user costs. Sessions are made up: users return to pages of their own,
 * follow the links of a page, or jump.
 */
public final class PredictLoad implements Benchmark {

  private static final int LONGEST = 12;
  private static final int OWN_PAGES = 8;
  private static final int LINKS = 6;

  @Override
  public String name() {
    return "predict-load";
  }

  @Override
  public String usage() {
    return "[--users 100000] [--pages 3000] [--steps 600000] [--timed 100000]: time and memory of"
        + " predictions and of learning";
  }

  @Override
  public Map<String, Object> run(Options options, PrintStream progress) throws Exception {
    int users = options.integer("users", 100_000);
    int pages = options.integer("pages", 3_000);
    int steps = options.integer("steps", 600_000);
    int timed = options.integer("timed", 100_000);
    NextPredictor predictor = Predictors.live(5);
    Walk walk = new Walk(users, pages, 1);
    long empty = predictor.memoryBytes();
    teach(predictor, walk, steps, progress);
    Times times = timed(predictor, walk, timed);
    NextPredictor floor = Predictors.markov(5);
    Walk again = new Walk(users, pages, 1);
    teach(floor, again, steps, progress);
    Times floorTimes = timed(floor, again, timed);
    Score score = times.score;
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("users", users);
    figures.put("users_seen", walk.seen());
    figures.put("pages", pages);
    figures.put("steps", steps + timed);
    times.tell("", figures);
    floorTimes.tell("order1_", figures);
    figures.put("predict_p50_to_order1", ratio(times.predictions, floorTimes.predictions));
    figures.put("learn_p50_to_order1", ratio(times.learnings, floorTimes.learnings));
    figures.put("p1", Score.rounded(score.p1(), 2));
    figures.put("ece", Score.rounded(score.calibrationError(), 4));
    long bytes = predictor.memoryBytes();
    figures.put("model_mb", Score.rounded(bytes / 1e6, 1));
    figures.put("bytes_per_user", Score.rounded((double) (bytes - empty) / walk.seen(), 0));
    figures.put("bytes_per_user_bound", Predictors.bytesPerUser());
    figures.put("predictions_per_s_2_threads", Score.rounded(throughput(users, pages), 0));
    figures.putAll(new PortalLoad(users, pages).measure());
    return figures;
  }

  private static void teach(NextPredictor predictor, Walk walk, int steps, PrintStream progress) {
    long begin = System.nanoTime();
    for (int i = 0; i < steps; i++) {
      walk.step();
      predictor.learn(walk.context, walk.next);
    }
    progress.printf(
        Locale.ROOT,
        "%s: %d steps learned in %.1f s%n",
        predictor.name(),
        steps,
        (System.nanoTime() - begin) / 1e9);
  }

  /** How long each prediction took and each learning step, in nanoseconds, and how good it was. */
  private record Times(long[] predictions, long[] learnings, Score score) {

    void tell(String prefix, Map<String, Object> figures) {
      tell(prefix + "predict_", predictions, figures);
      tell(prefix + "learn_", learnings, figures);
    }

    private static void tell(String prefix, long[] nanos, Map<String, Object> figures) {
      figures.put(prefix + "p50_us", Sequences.percentile(nanos, 0.5));
      figures.put(prefix + "p90_us", Sequences.percentile(nanos, 0.9));
      figures.put(prefix + "p99_us", Sequences.percentile(nanos, 0.99));
      figures.put(prefix + "p999_us", Sequences.percentile(nanos, 0.999));
    }
  }

  private static Times timed(NextPredictor predictor, Walk walk, int count) {
    Times times = new Times(new long[count], new long[count], new Score());
    for (int i = 0; i < count; i++) {
      walk.step();
      long start = System.nanoTime();
      var ranking = predictor.predict(walk.context, Score.LENGTH);
      long middle = System.nanoTime();
      predictor.learn(walk.context, walk.next);
      times.learnings[i] = System.nanoTime() - middle;
      times.predictions[i] = middle - start;
      times.score.add(ranking, walk.next);
    }
    return times;
  }

  private static double ratio(long[] nanos, long[] floor) {
    return Score.rounded(
        Sequences.percentile(nanos, 0.5) / Math.max(0.1, Sequences.percentile(floor, 0.5)), 1);
  }

  /** Two models of half the users each, as two threads would serve them. */
  private static double throughput(int users, int pages) throws Exception {
    int each = 100_000;
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Double> first = threads.submit(() -> rate(users / 2, pages, each, 2));
      Future<Double> second = threads.submit(() -> rate(users / 2, pages, each, 3));
      return first.get() + second.get();
    } finally {
      threads.shutdownNow();
    }
  }

  private static double rate(int users, int pages, int steps, int seed) {
    NextPredictor predictor = Predictors.live(5);
    Walk walk = new Walk(users, pages, seed);
    for (int i = 0; i < steps / 2; i++) {
      walk.step();
      predictor.learn(walk.context, walk.next);
    }
    long begin = System.nanoTime();
    for (int i = 0; i < steps; i++) {
      walk.step();
      predictor.predict(walk.context, Score.LENGTH);
    }
    return steps / ((System.nanoTime() - begin) / 1e9);
  }

  /** Users who walk in turns, a few hundred at a time. */
  private static final class Walk {

    private static final int AT_ONCE = 300;

    private final SplittableRandom random;
    private final int users;
    private final int pages;
    private final SessionContext[] sessions = new SessionContext[AT_ONCE];
    private final boolean[] seen;
    private long number;
    private SessionContext context = SessionContext.anonymous(0);
    private int next;

    private Walk(int users, int pages, int seed) {
      this.users = users;
      this.pages = pages;
      random = new SplittableRandom(seed);
      seen = new boolean[users];
    }

    private void step() {
      int place = random.nextInt(AT_ONCE);
      SessionContext going = sessions[place];
      if (going == null || going.length() > random.nextInt(1, LONGEST)) {
        int user = random.nextInt(users);
        seen[user] = true;
        int slot = (int) (number / 2_000 % 48);
        going =
            new SessionContext(
                user,
                user % 20,
                number++,
                new int[0],
                slot,
                1 + (int) (number / 96_000 % 7),
                slot / 16,
                0,
                new int[0]);
      }
      context = going;
      next = page(going);
      sessions[place] = going.then(next);
    }

    private int page(SessionContext going) {
      double kind = random.nextDouble();
      if (going.length() == 0 || kind < 0.35) {
        return Math.floorMod(going.user() * 31 + random.nextInt(OWN_PAGES) * 17, pages);
      }
      if (kind < 0.85) {
        int link = Math.min(random.nextInt(LINKS), random.nextInt(LINKS));
        return Math.floorMod(going.back(0) * 7 + link * 13 + 1, pages);
      }
      return (int) (pages * random.nextDouble() * random.nextDouble());
    }

    private int seen() {
      int count = 0;
      for (boolean one : seen) {
        count += one ? 1 : 0;
      }
      return count;
    }
  }
}
