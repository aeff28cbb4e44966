package magnus.prefetch.sequence;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * In which order a log is learned. The experts learn the first half; then, part by part, the
 * network is fitted to what the experts say of a part that they do not know yet, and they learn it.
 * So the network knows how far they can be trusted for the time after the latest that they know.
 * The last part tells the calibration how often the network is right.
 */
final class LogFit {

  private static final double KNOWN_FIRST = 0.5;
  private static final double KNOWN_FIRST_OF_MANY = 0.7;
  private static final int FEW_PARTS = 6;
  private static final int MANY_PARTS = 12;

  /** How many steps that are unlike those asked for the network is fitted to. */
  private static final int MOST_OTHERS = 30_000;

  /** Where there are fewer examples than this, they are gone through several times. */
  private static final int ENOUGH = 80_000;

  /**
   * With so many examples, what the network claims of a part that it was fitted to comes true as
   * often as what it will claim; with fewer it does so less often.
   */
  private static final int MANY = 20_000;

  private static final int MOST_ROUNDS = 3;

  /** What is fitted to steps that the experts have not learned. */
  interface Fitting {

    /** Fits the network. */
    void fit(SessionContext context, int next);

    /** Tells the calibration what the network claims, and what came. */
    void claim(SessionContext context, int next);
  }

  private final List<Step> steps;
  private final Predicate<Step> asked;

  LogFit(List<Step> steps, Predicate<Step> asked) {
    this.steps = steps;
    this.asked = asked;
  }

  void run(Consumer<Step> teach, Fitting network) {
    long all = steps.stream().filter(asked).count();
    double first = all * (1 - KNOWN_FIRST_OF_MANY) < ENOUGH ? KNOWN_FIRST : KNOWN_FIRST_OF_MANY;
    int known = (int) (steps.size() * first);
    steps.subList(0, known).forEach(teach);
    List<Step> unknown = steps.subList(known, steps.size());
    int examples = (int) unknown.stream().filter(asked).count();
    int others = unknown.size() - examples;
    int every = others / MOST_OTHERS + 1;
    int rounds = ENOUGH / (examples + others / every + 1);
    rounds = Math.max(1, Math.min(MOST_ROUNDS, rounds));
    int parts = examples < ENOUGH ? FEW_PARTS : MANY_PARTS;
    for (int part = 0; part < parts; part++) {
      List<Step> fresh =
          unknown.subList(
              (int) ((long) unknown.size() * part / parts),
              (int) ((long) unknown.size() * (part + 1) / parts));
      if (examples < MANY && part >= parts / 2) {
        claim(fresh, network);
      }
      fit(fresh, every, rounds, network);
      if (examples >= MANY && part == parts - 1) {
        claim(fresh, network);
      }
      fresh.forEach(teach);
    }
  }

  private void claim(List<Step> fresh, Fitting network) {
    fresh.stream().filter(asked).forEach(step -> network.claim(step.context(), step.next()));
  }

  private void fit(List<Step> fresh, int every, int rounds, Fitting network) {
    int others = 0;
    for (Step step : fresh) {
      if (!asked.test(step) && others++ % every == 0) {
        network.fit(step.context(), step.next());
      }
    }
    for (int round = 0; round < rounds; round++) {
      for (Step step : fresh) {
        if (asked.test(step)) {
          network.fit(step.context(), step.next());
        }
      }
    }
  }
}
