package magnus.identity.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fourteen chars",
        "aaaaaaaaaaaaaaaaaaaaaa",
        "1234567890123456",
        "password12345678",
        "ann.miller.password",
      })
  void refuses(String password) {
    assertThat(PasswordRules.fault(password, "ann.miller", 15)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"exactly 15 char", "all lower case and blanks", "Zürich liegt am Zürichsee"})
  void allows(String password) {
    assertThat(PasswordRules.fault(password, "ann.miller", 15)).isEmpty();
  }

  @Test
  void countsCharactersAsPeopleDo() {
    assertThat(PasswordRules.fault("😀😁😂🤣😃😄😅😆😉😊😋😎😍😘🥰", "ann", 15)).isEmpty();
    assertThat(PasswordRules.fault("x".repeat(257), "ann", 15)).isPresent();
  }
}
