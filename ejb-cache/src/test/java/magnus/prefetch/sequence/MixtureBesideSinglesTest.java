package magnus.prefetch.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Of unlike kinds of sessions, the mixture is right as often as the best of its views alone. */
class MixtureBesideSinglesTest {

  /** By how many points the mixture may be behind. */
  private static final double MOST_BEHIND = 0.3;

  /** Where much is equal: which of two that came equally often is named first is chance. */
  private static final double MOST_BEHIND_BY_TIES = 0.6;

  static Stream<Arguments> kinds() {
    IntFunction<int[]> habits =
        session -> Walks.session(session).stream().mapToInt(Step::next).toArray();
    return Stream.of(
        Arguments.of("few sessions of habits", 200, 500, habits),
        Arguments.of("popularity alone", 900, 400, kind(MixtureBesideSinglesTest::popular)),
        Arguments.of(
            "a small chain of order 1", 525, 2_000, kind((r, session) -> chain(40, r, session))),
        Arguments.of(
            "a chain of order 1", 525, 2_000, kind((r, session) -> chain(150, r, session))),
        Arguments.of("long repeats", 600, 400, kind(MixtureBesideSinglesTest::repeats)));
  }

  private interface Kind {
    int next(SplittableRandom random, List<Integer> session);
  }

  private static IntFunction<int[]> kind(Kind kind) {
    return number -> {
      SplittableRandom random = new SplittableRandom(number * 31L + 7);
      List<Integer> session = new ArrayList<>();
      int length = 2 + random.nextInt(9);
      for (int i = 0; i < length; i++) {
        session.add(kind.next(random, session));
      }
      return session.stream().mapToInt(Integer::intValue).toArray();
    };
  }

  private static int popular(SplittableRandom random, List<Integer> session) {
    return (int) (500 * Math.pow(random.nextDouble(), 3));
  }

  /** To one of five pages, whatever came before the last one. */
  private static int chain(int pages, SplittableRandom random, List<Integer> session) {
    if (session.isEmpty()) {
      return random.nextInt(pages);
    }
    double chance = random.nextDouble();
    int way = (int) (5 * chance * chance);
    return Math.floorMod(Hash.of(session.get(session.size() - 1), way), pages);
  }

  private static int repeats(SplittableRandom random, List<Integer> session) {
    return session.isEmpty() || random.nextInt(4) == 0
        ? random.nextInt(200)
        : session.get(session.size() - 1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void isNotBehind(String name, int taught, int asked, IntFunction<int[]> sessions) {
    List<Step> steps = new ArrayList<>();
    for (int number = 0; number < taught; number++) {
      steps.addAll(steps(number, sessions.apply(number)));
    }
    List<Step> questions = new ArrayList<>();
    for (int number = taught; number < taught + asked; number++) {
      questions.addAll(steps(number, sessions.apply(number)));
    }
    questions.removeIf(step -> step.context().length() == 0);
    Mixture mixture = Predictors.mixture(1);
    mixture.fit(steps, step -> step.context().length() > 0);
    Panel panel = Predictors.panel(1);
    steps.forEach(step -> panel.learn(step.context(), step.next()));
    double right = right(mixture, questions);
    double behind = name.contains("chain") ? MOST_BEHIND_BY_TIES : MOST_BEHIND;
    assertThat(right)
        .as("attention")
        .isGreaterThanOrEqualTo(right(mixture.single("attention"), questions) - behind);
    for (NextPredictor single : panel.predictors()) {
      assertThat(right).as(single.name()).isGreaterThanOrEqualTo(right(single, questions) - behind);
    }
  }

  private static List<Step> steps(int number, int[] session) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < session.length; i++) {
      steps.add(new Step(SessionContext.anonymous(number, Arrays.copyOf(session, i)), session[i]));
    }
    return steps;
  }

  /** In per cent. */
  private static double right(NextPredictor predictor, List<Step> questions) {
    long right =
        questions.stream()
            .filter(step -> predictor.predict(step.context(), 1).placeOf(step.next()) == 0)
            .count();
    return 100.0 * right / questions.size();
  }
}
