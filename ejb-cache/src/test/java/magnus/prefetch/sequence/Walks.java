package magnus.prefetch.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Made-up sessions over 300 items: mostly a user's own circle, now and then a jump. */
final class Walks {

  static final int USERS = 60;
  private static final int ITEMS = 300;

  private Walks() {}

  static SessionContext context(int user, long session) {
    return new SessionContext(
        user,
        user % 3,
        session,
        new int[0],
        (int) (session % 48),
        1 + (int) (session % 7),
        0,
        0,
        new int[] {user % ITEMS});
  }

  /** Teaches the sessions from one number to another. */
  static void teach(NextPredictor predictor, int from, int to) {
    for (int session = from; session < to; session++) {
      for (Step step : session(session)) {
        predictor.learn(step.context(), step.next());
      }
    }
  }

  /** One session, always the same for a number. */
  static List<Step> session(int session) {
    SplittableRandom random = new SplittableRandom(session);
    int user = random.nextInt(USERS);
    List<Step> steps = new ArrayList<>();
    SessionContext context = context(user, session);
    int item = random.nextInt(ITEMS);
    for (int i = 0; i < 2 + random.nextInt(6); i++) {
      steps.add(new Step(context, item));
      context = context.then(item);
      item = random.nextInt(4) == 0 ? random.nextInt(ITEMS) : (3 * item + user % 5 + 1) % ITEMS;
    }
    return steps;
  }

  /** Contexts to ask for, of sessions that were not taught. */
  static List<SessionContext> questions(int count) {
    List<SessionContext> contexts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Step> steps = session(1_000_000 + i);
      contexts.add(steps.get(i % steps.size()).context());
    }
    return contexts;
  }
}
