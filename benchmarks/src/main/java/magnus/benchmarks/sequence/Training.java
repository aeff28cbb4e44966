package magnus.benchmarks.sequence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import magnus.prefetch.sequence.Mixture;
import magnus.prefetch.sequence.NextPredictor;
import magnus.prefetch.sequence.Panel;
import magnus.prefetch.sequence.Predictors;
import magnus.prefetch.sequence.SessionContext;
import magnus.prefetch.sequence.Step;

/** Sessions as steps. */
final class Training {

  /** A number that no session in a file has. */
  static final long NEW_SESSION = -1;

  private Training() {}

  static List<List<Step>> steps(List<int[]> sessions) {
    List<List<Step>> all = new ArrayList<>(sessions.size());
    long number = 0;
    for (int[] session : sessions) {
      List<Step> steps = new ArrayList<>(session.length);
      SessionContext context = SessionContext.anonymous(number++);
      for (int item : session) {
        steps.add(new Step(context, item));
        context = context.then(item);
      }
      all.add(steps);
    }
    return all;
  }

  /** Trains for questions after any click but the first. */
  static void forEveryClick(Mixture mixture, List<List<Step>> sessions) {
    mixture.fit(
        sessions.stream().flatMap(List::stream).toList(), step -> step.context().length() > 0);
  }

  /** Trains for questions after the last click but one. */
  static void forLastClick(Mixture mixture, List<List<Step>> sessions) {
    Set<Step> last = Collections.newSetFromMap(new IdentityHashMap<>());
    sessions.forEach(session -> last.add(session.get(session.size() - 1)));
    mixture.fit(sessions.stream().flatMap(List::stream).toList(), last::contains);
  }

  /** As a server learns: step by step, each once, in the order of the log. */
  static NextPredictor live(List<List<Step>> sessions) {
    NextPredictor live = Predictors.live(1);
    sessions.forEach(session -> session.forEach(step -> live.learn(step.context(), step.next())));
    live.settle();
    return live;
  }

  static void panel(Panel panel, List<List<Step>> sessions) {
    sessions.forEach(session -> session.forEach(step -> panel.learn(step.context(), step.next())));
  }
}
