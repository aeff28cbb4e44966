package magnus.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AfterCloseTest {

  // A Friday; New York closes at 20:00 UTC in summer.
  private static final Instant BEFORE = Instant.parse("2026-07-10T19:59:59Z");
  private static final Instant AFTER = Instant.parse("2026-07-10T20:00:01Z");
  private static final Instant SUNDAY = Instant.parse("2026-07-12T12:00:00Z");

  @Test
  void aCloseMakesAnotherKey() {
    AfterClose after = AfterClose.at(AFTER, "AAPL", 5);
    assertThat(AfterClose.at(BEFORE, "AAPL", 5)).isNotEqualTo(after);
    assertThat(AfterClose.at(SUNDAY, "AAPL", 5)).isEqualTo(after);
  }

  @Test
  void isReadAsItIsWritten() {
    for (String symbol : List.of("AAPL", "BRK.B", "A/B", "^SPX")) {
      AfterClose key = AfterClose.at(AFTER, symbol, 21);
      assertThat(AfterClose.parse(key.text())).isEqualTo(key);
    }
    for (String text : List.of("x", "2026-07-10/5", "today/5/AAPL", "2026-07-10/five/AAPL")) {
      assertThatThrownBy(() -> AfterClose.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
