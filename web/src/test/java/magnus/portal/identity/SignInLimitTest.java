package magnus.portal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import magnus.basics.problem.Refusal;
import org.junit.jupiter.api.Test;

class SignInLimitTest {

  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void tellsThePolicyThatIsSet() {
    Refusal wrong =
        Refusal.of(Refusal.Kind.UNAUTHENTICATED, "wrong-credentials", "Wrong.")
            .with("attemptsLeft", 6);
    assertThat(SignInLimit.headers(wrong, 7, DAY))
        .isEqualTo(
            Map.of("RateLimit", "\"sign-in\";r=6", "RateLimit-Policy", "\"sign-in\";q=7;w=86400"));
  }

  @Test
  void tellsHowLongToWait() {
    assertThat(SignInLimit.headers(Refusal.tooMany("sign-in-throttled", "Wait.", 8), 3, DAY))
        .containsEntry("RateLimit", "\"sign-in\";r=0;t=8")
        .containsEntry("RateLimit-Policy", "\"sign-in\";q=3;w=86400");
  }

  @Test
  void saysNothingBesideOtherRefusals() {
    assertThat(SignInLimit.headers(Refusal.malformed("name", "", "a name"), 5, DAY)).isEmpty();
  }
}
