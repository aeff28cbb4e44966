package magnus.prefetch.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What every predictor keeps to. */
abstract class NextPredictorContract {

  static final int SESSIONS = 1_500;

  /** A new predictor that shows a step once {@code k} users took it. */
  abstract NextPredictor predictor(int k);

  @Test
  void ofWhatItNeverSawItClaimsNothingImpossible() {
    check(predictor(1).predict(SessionContext.anonymous(1), 5));
    check(predictor(1).predict(SessionContext.anonymous(1, 7, 900_000), 5));
  }

  @Test
  void probabilitiesAreProbabilitiesInFallingOrder() {
    NextPredictor predictor = taught(predictor(1), SESSIONS);
    for (SessionContext context : Walks.questions(200)) {
      for (int count : new int[] {1, 5, 20, 500}) {
        Ranking ranking = predictor.predict(context, count);
        assertThat(ranking.size()).isLessThanOrEqualTo(count);
        check(ranking);
      }
    }
  }

  @Test
  void learnsASimpleHabit() {
    NextPredictor predictor = predictor(1);
    for (int session = 0; session < 400; session++) {
      SessionContext context = Walks.context(session % 40, session);
      for (int item : new int[] {1, 2, 3, 4}) {
        predictor.learn(context, item);
        context = context.then(item);
      }
    }
    SessionContext asked = Walks.context(3, 10_000).withItems(new int[] {1, 2});
    assertThat(predictor.predict(asked, 4).placeOf(3)).as("3 among the first").isBetween(0, 3);
  }

  @Test
  void theSameStepsGiveTheSamePredictions() {
    same(taught(predictor(2), SESSIONS), taught(predictor(2), SESSIONS));
  }

  @Test
  void askingChangesNothing() {
    NextPredictor asked = predictor(2);
    Walks.teach(asked, 0, 300);
    Walks.questions(100).forEach(context -> asked.predict(context, 20));
    Walks.teach(asked, 300, 600);
    NextPredictor unasked = predictor(2);
    Walks.teach(unasked, 0, 600);
    same(asked, unasked);
  }

  @Test
  void whatIsReadPredictsAndLearnsAsWhatWasWritten() throws IOException {
    NextPredictor written = taught(predictor(2), SESSIONS);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    written.write(new DataOutputStream(bytes));
    NextPredictor read = taught(predictor(2), 10);
    read.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    same(written, read);
    Walks.teach(written, SESSIONS, SESSIONS + 100);
    Walks.teach(read, SESSIONS, SESSIONS + 100);
    same(written, read);
  }

  @Test
  void memoryIsBounded() {
    NextPredictor predictor = predictor(1);
    Walks.teach(predictor, 0, 4_000);
    long before = predictor.memoryBytes();
    Walks.teach(predictor, 4_000, 8_000);
    assertThat(predictor.memoryBytes()).isLessThanOrEqualTo(Math.max(before * 3 / 2, 1 << 20));
  }

  static NextPredictor taught(NextPredictor predictor, int sessions) {
    Walks.teach(predictor, 0, sessions);
    return predictor;
  }

  static void same(NextPredictor one, NextPredictor other) {
    for (SessionContext context : Walks.questions(150)) {
      Ranking a = one.predict(context, 20);
      Ranking b = other.predict(context, 20);
      assertThat(a.items()).isEqualTo(b.items());
      assertThat(a.probabilities()).isEqualTo(b.probabilities());
    }
  }

  static void check(Ranking ranking) {
    double[] p = ranking.probabilities();
    for (int i = 0; i < p.length; i++) {
      assertThat(p[i]).isBetween(0.0, 1.0);
      assertThat(ranking.items()[i]).isGreaterThanOrEqualTo(0);
      assertThat(i == 0 || p[i] <= p[i - 1]).as("falls").isTrue();
    }
    assertThat(Arrays.stream(p).sum()).isLessThanOrEqualTo(1 + 1e-9);
    assertThat(Arrays.stream(ranking.items()).distinct().count()).isEqualTo(p.length);
  }
}
