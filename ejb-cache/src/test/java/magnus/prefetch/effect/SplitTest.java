package magnus.prefetch.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {

  private static final UUID ANN = UUID.fromString("6f1d9d2e-65a5-4f3b-9b63-0d0b9c7a1e55");

  @Test
  void isAlwaysTheSame() {
    Split split = new Split(0.5, "first");
    assertThat(split.place(ANN)).isEqualTo(new Split(0.9, "first").place(ANN));
    assertThat(split.place(ANN)).isNotEqualTo(new Split(0.5, "second").place(ANN));
    assertThat(new Split(0, "first").isAhead(ANN)).isFalse();
    assertThat(new Split(1, "first").isAhead(ANN)).isTrue();
  }

  @Test
  void putsTheAskedShareAhead() {
    Split split = new Split(0.7, "first");
    long ahead =
        IntStream.range(0, 20_000).filter(i -> split.isAhead(new UUID(i, 31L * i))).count();
    // Five standard deviations.
    assertThat(ahead).isBetween(14_000L - 324, 14_000L + 324);
  }
}
