package magnus.prefetch.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SingleWritesTest {

  private final List<String> written = new ArrayList<>();
  private int left = Integer.MAX_VALUE;

  /** A database that goes away after so many writes; it never takes what is bad. */
  private int write(List<String> items) {
    if (left-- <= 0 || items.contains("bad")) {
      throw new IllegalStateException("not written");
    }
    written.addAll(items);
    return items.size();
  }

  private SingleWrites.Outcome<String> write(String... items) {
    return new SingleWrites<String>(this::write, () -> left > 0).write(List.of(items));
  }

  @Test
  void losesOnlyWhatCannotBeWritten() {
    SingleWrites.Outcome<String> outcome = write("a", "bad", "bad", "b", "bad");
    assertThat(written).containsExactly("a", "b");
    assertThat(outcome.lost()).containsExactly("bad", "bad", "bad");
    assertThat(outcome.waiting()).isEmpty();
    assertThat(outcome.tried()).isEqualTo(2);
  }

  @Test
  void losesNothingWhereTheDatabaseGoesAwayMeanwhile() {
    left = 3;
    SingleWrites.Outcome<String> outcome = write("a", "bad", "b", "c", "d");
    assertThat(written).containsExactly("a", "b");
    assertThat(outcome.lost()).containsExactly("bad");
    assertThat(outcome.waiting()).containsExactly("c", "d");
    assertThat(outcome.tried()).isEqualTo(2);
  }

  @Test
  void losesNothingWhereNothingIsTaken() {
    SingleWrites.Outcome<String> outcome = write("bad", "bad");
    assertThat(outcome.lost()).isEmpty();
    assertThat(outcome.waiting()).containsExactly("bad", "bad");
  }
}
