package magnus.recommendation.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TasteTest {

  private static final double[] PLAIN = {0, 0};
  private static final Custom NOBODY = Custom.unknown(2);

  private static Taste taste(List<Answer> answers) {
    return Taste.of(Kernel.shipped(), NOBODY, answers);
  }

  @Test
  void withoutAnswersItIsAnEvenChance() {
    assertThat(taste(List.of()).opinion("A", PLAIN).probability()).isEqualTo(0.5);
  }

  @Test
  void oneRefusalMovesItsKindMost() {
    Taste taste = taste(List.of(new Answer("A", PLAIN, 0, 1)));
    double refused = taste.opinion("A", PLAIN).probability();
    double other = taste.opinion("B", PLAIN).probability();
    assertThat(refused).isLessThan(0.35);
    assertThat(other).isBetween(refused, 0.5);
  }

  @Test
  void theFirstOfTwoOppositeAnswersFades() {
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      answers.add(new Answer("A", PLAIN, 0, 1));
    }
    for (int i = 0; i < 15; i++) {
      answers.add(new Answer("A", PLAIN, 1, 1));
    }
    List<Answer> turned = new ArrayList<>(answers.subList(40, 55));
    turned.addAll(answers.subList(0, 40));
    assertThat(taste(answers).opinion("A", PLAIN).mean())
        .isGreaterThan(taste(turned).opinion("A", PLAIN).mean());
  }

  @Test
  void thePartsAddUpAndAnswersMakeSurer() {
    Custom custom = new Custom(0.3, java.util.Map.of("A", -0.2), new double[] {0.5, 0}, 100);
    List<Answer> answers =
        List.of(
            new Answer("A", new double[] {0.5, -0.5}, 1, 1),
            new Answer("B", new double[] {-1, 0.2}, 0.5, 0.3),
            new Answer("A", new double[] {0.1, 0.9}, 0, 1));
    Taste taste = Taste.of(Kernel.shipped(), custom, answers);
    double[] traits = {0.4, 0.1};
    Opinion opinion = taste.opinion("A", traits);
    assertThat(opinion.custom()).isCloseTo(0.3 - 0.2 + 0.5 * 0.4, within(1e-12));
    assertThat(opinion.custom() + opinion.own().values().stream().mapToDouble(v -> v).sum())
        .isCloseTo(opinion.mean(), within(1e-12));
    assertThat(opinion.deviation())
        .isLessThan(Taste.of(Kernel.shipped(), custom, List.of()).opinion("A", traits).deviation());
  }

  @Test
  void theFitIsWhereThePosteriorIsHighest() {
    // By a second way: one answer, one unknown u with prior variance k; the mode solves
    // u / k = liked − 1 / (1 + e^−u).
    Answer answer = new Answer("A", PLAIN, 1, 1);
    double k = Kernel.shipped().of(true, PLAIN, PLAIN, 0);
    double low = 0;
    double high = 10;
    for (int i = 0; i < 80; i++) {
      double middle = (low + high) / 2;
      if (middle / k < 1 - 1 / (1 + Math.exp(-middle))) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double faded = Kernel.shipped().of(true, PLAIN, PLAIN, 1);
    assertThat(taste(List.of(answer)).opinion("A", PLAIN).mean())
        .isCloseTo(low * faded / k, within(1e-6));
  }

  @Test
  void whatUsersInGeneralThinkIsLearnedFromEnoughOfThemOnly() {
    List<List<Answer>> users = new ArrayList<>();
    for (int u = 0; u < 30; u++) {
      users.add(List.of(new Answer("A", PLAIN, 1, 1), new Answer("B", PLAIN, 0, 1)));
    }
    Custom learned = CustomLearning.learn(users, 2);
    assertThat(learned.probability("A", PLAIN)).isGreaterThan(0.8);
    assertThat(learned.probability("B", PLAIN)).isLessThan(0.2);
    assertThat(CustomLearning.learn(users.subList(0, 9), 2).answers()).isZero();
  }
}
