package magnus.portal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ForeignOriginTest {

  private static final String HERE = "magnus.example:8443";

  @Test
  void believesTheBrowsersOwnWord() {
    assertThat(ForeignOrigin.is("same-origin", "https://magnus.example:8443", HERE)).isFalse();
    assertThat(ForeignOrigin.is("none", null, HERE)).isFalse();
    assertThat(ForeignOrigin.is("cross-site", null, HERE)).isTrue();
    assertThat(ForeignOrigin.is("same-site", null, HERE)).isTrue();
  }

  @Test
  void comparesOrigins() {
    assertThat(ForeignOrigin.is(null, "https://MAGNUS.example:8443", HERE)).isFalse();
    assertThat(ForeignOrigin.is(null, "https://magnus.example", HERE)).isTrue();
    assertThat(ForeignOrigin.is(null, "null", HERE)).isTrue();
    assertThat(ForeignOrigin.is(null, "not a uri", HERE)).isTrue();
  }

  @Test
  void letsProgramsPass() {
    assertThat(ForeignOrigin.is(null, null, HERE)).isFalse();
  }
}
