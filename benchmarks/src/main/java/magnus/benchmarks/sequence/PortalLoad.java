package magnus.benchmarks.sequence;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import magnus.prefetch.behavior.Page;
import magnus.prefetch.model.Seen;
import magnus.prefetch.model.VisitModel;
import magnus.prefetch.sequence.Predictors;

/**
 * The model as a node serves it, with the users' own ways around the predictor of all: one model,
 * asked by two threads at once, of which one tells it a visit after every fourth question.
 */
final class PortalLoad {

  private static final Instant BEGIN = Instant.parse("2024-03-01T14:30:00Z");
  private static final int VISITS_TAUGHT = 200_000;
  private static final int ASKED_EACH = 100_000;
  private static final int ASKED_PER_VISIT = 4;
  private static final int OWN_PAGES = 8;
  private static final int COUNT = 12;

  private final int users;
  private final int pages;
  private final VisitModel model =
      new VisitModel(Predictors.live(5), ZoneId.of("America/New_York"), 5);

  PortalLoad(int users, int pages) {
    this.users = users;
    this.pages = pages;
  }

  Map<String, Object> measure() throws Exception {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < VISITS_TAUGHT; i++) {
      learn(random, i);
    }
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      long begin = System.nanoTime();
      Future<?> asks = threads.submit(() -> ask(new SplittableRandom(5), false));
      Future<?> learns = threads.submit(() -> ask(new SplittableRandom(6), true));
      asks.get();
      learns.get();
      double seconds = (System.nanoTime() - begin) / 1e9;
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put(
          "node_predictions_per_s_while_learning", Score.rounded(2 * ASKED_EACH / seconds, 0));
      figures.put(
          "node_visits_learned_per_s", Score.rounded(ASKED_EACH / ASKED_PER_VISIT / seconds, 0));
      return figures;
    } finally {
      threads.shutdownNow();
    }
  }

  private void ask(SplittableRandom random, boolean learning) {
    for (int i = 0; i < ASKED_EACH; i++) {
      if (learning && i % ASKED_PER_VISIT == 0) {
        learn(random, VISITS_TAUGHT + i);
      }
      model.predict(user(random), page(random, random.nextInt(users)), at(i), 1, COUNT);
    }
  }

  private void learn(SplittableRandom random, int number) {
    int user = random.nextInt(users);
    model.learn(new Seen(new UUID(7, user), page(random, user), at(number), 1));
  }

  private UUID user(SplittableRandom random) {
    return new UUID(7, random.nextInt(users));
  }

  private static Instant at(int number) {
    return BEGIN.plusMillis(200L * number);
  }

  /** One of his own, mostly. */
  private Page page(SplittableRandom random, int user) {
    int number =
        random.nextInt(3) > 0
            ? Math.floorMod(user * 31 + random.nextInt(OWN_PAGES) * 17, pages)
            : (int) (pages * random.nextDouble() * random.nextDouble());
    return Page.ofSymbol("S" + number);
  }
}
