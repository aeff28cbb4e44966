package magnus.portal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestIdFilterTest {

  @Test
  void takesAHarmlessIdOver() {
    assertThat(RequestIdFilter.choose("trace-1234.a_b")).isEqualTo("trace-1234.a_b");
  }

  @Test
  void drawsItsOwnInsteadOfOneThatCouldForgeLogLines() {
    assertThat(RequestIdFilter.choose("x\nERROR forged")).matches("[0-9a-f-]{36}");
    assertThat(RequestIdFilter.choose("a".repeat(65))).matches("[0-9a-f-]{36}");
    assertThat(RequestIdFilter.choose(null)).matches("[0-9a-f-]{36}");
  }
}
