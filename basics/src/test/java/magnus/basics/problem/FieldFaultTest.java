package magnus.basics.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldFaultTest {

  @Test
  void quotesTheBeginningOfWhatIsLong() {
    FieldFault fault = new FieldFault(3, "a".repeat(5_000), "b".repeat(5_000), "a name");

    assertThat(fault.field()).hasSize(FieldFault.MOST_QUOTED);
    assertThat(fault.value()).hasSize(FieldFault.MOST_QUOTED).endsWith("…");
    assertThat(Refusal.malformed("names", "x,".repeat(10_000), "a name").detail().length())
        .isLessThan(300);
    assertThat(new FieldFault(0, "name", "short", "a name").value()).isEqualTo("short");
  }
}
