package magnus.prefetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeldTextTest {

  @Test
  void tellsNothingHeldFromNotKnown() {
    assertThat(HeldText.of(Optional.empty())).isEmpty();
    assertThat(HeldText.parse("")).isEmpty();
    assertThat(HeldText.parse(HeldText.of(Optional.of(List.of())))).contains(List.of());
  }

  @Test
  void keepsTheLargestAsFarAsThereIsRoom() {
    List<String> many = IntStream.range(0, 400).mapToObj(i -> "SYMBOL" + i).toList();
    String text = HeldText.of(Optional.of(many));
    assertThat(text.length()).isBetween(150, 200);
    assertThat(HeldText.parse(text)).contains(many.subList(0, 20));
    String wide = HeldText.of(Optional.of(List.of("A".repeat(150), "B".repeat(60), "C")));
    assertThat(HeldText.parse(wide)).contains(List.of("A".repeat(150)));
  }

  @Test
  void leavesOutWhatCannotBeTold() {
    assertThat(HeldText.of(Optional.of(List.of("BRK B", "KO")))).isEqualTo("KO");
  }
}
