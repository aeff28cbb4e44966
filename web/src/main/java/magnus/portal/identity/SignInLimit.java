package magnus.portal.identity;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import magnus.basics.problem.Refusal;

/** The headers that tell how many attempts to sign in are left (draft-ietf-httpapi-ratelimit). */
final class SignInLimit {

  private SignInLimit() {}

  /**
   * Headers beside a refused attempt.
   *
   * @param free attempts on one name that are free of a wait
   * @param remembered after which time without an attempt a name starts anew
   */
  static Map<String, String> headers(Refusal refusal, int free, Duration remembered) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (refusal.kind() == Refusal.Kind.TOO_MANY) {
      headers.put("RateLimit", "\"sign-in\";r=0;t=" + refusal.retryAfterSeconds());
    } else if (refusal.extras().get("attemptsLeft") instanceof Integer left) {
      headers.put("RateLimit", "\"sign-in\";r=" + left);
    } else {
      return headers;
    }
    headers.put("RateLimit-Policy", "\"sign-in\";q=" + free + ";w=" + remembered.toSeconds());
    return headers;
  }
}
