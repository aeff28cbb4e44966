package magnus.identity.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {

  @Test
  void drawsWhatNeedsNoEscaping() {
    assertThat(Secret.draw()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(Secret.draw());
  }

  /** FIPS 180-2, appendix B.1. */
  @Test
  void digestsBySha256() {
    assertThat(Secret.digest("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void derivesBySecretAndPurpose() {
    assertThat(Secret.derive("one", "csrf"))
        .isEqualTo(Secret.derive("one", "csrf"))
        .isNotEqualTo(Secret.derive("two", "csrf"))
        .isNotEqualTo(Secret.derive("one", "other"));
  }
}
