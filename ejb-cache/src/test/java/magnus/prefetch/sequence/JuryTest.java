package magnus.prefetch.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two candidates and one column, which gives the first three quarters of the weight. */
class JuryTest {

  private static final int ROWS = 3;

  private final List<Column> columns = Column.list().add("only", "", 1).columns();
  private final Features features = new Features(columns, 2);
  private final Candidates candidates = new Candidates(1, 2);
  private final Jury jury = new Jury(columns, 2);

  private void fill() {
    candidates.clear();
    candidates.add(0, 7, 30);
    candidates.add(0, 8, 10);
    features.fill(SessionContext.anonymous(1), candidates, 10, new float[features.width()][ROWS]);
  }

  private void judge(int times, float networks) {
    for (int i = 0; i < times; i++) {
      jury.judge(0, features, candidates, networks);
    }
  }

  @Test
  void theNetworkIsBelievedUntilAColumnWasBetterForAWhile() {
    fill();
    judge(3, 0.5f);
    assertThat(jury.network()).isGreaterThan(0.95);
    judge(100, 0.5f);
    assertThat(jury.network()).isLessThan(0.01);
  }

  @Test
  void aColumnThatIsWorseIsNotHeard() {
    fill();
    judge(1_000, 0.8f);
    assertThat(jury.network()).isEqualTo(1);
    float[] scores = {0.6f, 0.3f, 0.1f};
    jury.blend(features, candidates, scores);
    assertThat(scores).containsExactly(0.6f, 0.3f, 0.1f);
  }

  @Test
  void whatIsBelievedAddsUpToOne() {
    fill();
    judge(15, 0.5f);
    assertThat(jury.network()).isBetween(0.05, 0.95);
    float[] scores = {0.2f, 0.3f, 0.5f};
    jury.blend(features, candidates, scores);
    assertThat(scores[0] + scores[1] + scores[2]).isCloseTo(1, within(1e-5f));
    assertThat(scores[0]).isBetween(0.2f, 0.74f);
  }

  @Test
  void aNetworkThatLearnsIsBelievedAgain() {
    fill();
    judge(200, 0.5f);
    judge(2_000, 0.9f);
    assertThat(jury.network()).isGreaterThan(0.99);
  }

  @Test
  void believesTheSameAfterBeingReadBack() throws IOException {
    fill();
    judge(15, 0.5f);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    jury.write(new DataOutputStream(bytes));
    Jury read = new Jury(columns, 2);
    read.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(read.network()).isEqualTo(jury.network());
  }
}
