package magnus.identity.bouncycastle;

import static org.assertj.core.api.Assertions.assertThat;

import magnus.identity.password.Argon2Parameters;
import org.junit.jupiter.api.Test;

class BouncyCastleArgon2Test {

  private final BouncyCastleArgon2 cheap = new BouncyCastleArgon2(new Argon2Parameters(64, 1, 1));

  @Test
  void knowsItsOwnHashesAndNoOther() {
    String hash = cheap.hash("correct horse battery");
    assertThat(cheap.matches("correct horse battery", hash)).isTrue();
    assertThat(cheap.matches("correct horse batterY", hash)).isFalse();
    assertThat(cheap.matches("correct horse battery", "$2a$10$abcdefghijklmnopqrstuv")).isFalse();
  }

  @Test
  void saltsEachHash() {
    assertThat(cheap.hash("correct horse battery"))
        .isNotEqualTo(cheap.hash("correct horse battery"));
  }

  /** Made by the reference implementation: {@code argon2 somesalt -id -t 2 -m 16 -p 1 -l 32}. */
  @Test
  void agreesWithTheReferenceImplementation() {
    assertThat(
            cheap.matches(
                "password",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$"
                    + "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"))
        .isTrue();
  }

  @Test
  void looksTheSameHoweverItIsTyped() {
    String composed = "p\u00e4ssword with umlaut";
    String decomposed = "pa\u0308ssword with umlaut";
    assertThat(cheap.matches(decomposed, cheap.hash(composed))).isTrue();
  }

  @Test
  void tellsHashesOfOtherParameters() {
    String hash = cheap.hash("correct horse battery");
    assertThat(cheap.isOutdated(hash)).isFalse();
    assertThat(new BouncyCastleArgon2(Argon2Parameters.TODAY).isOutdated(hash)).isTrue();
    assertThat(cheap.isOutdated("rubbish")).isTrue();
  }
}
