package magnus.portal.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import magnus.basics.problem.Refusal;

/** The headers that tell how many attempts to sign in are left (draft-ietf-httpapi-ratelimit). */
final class SignInLimit {

  private SignInLimit() {}

  /** Headers beside a refused attempt. */
  static Map<String, String> headers(Refusal refusal) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (refusal.kind() == Refusal.Kind.TOO_MANY) {
      headers.put("RateLimit", "\"sign-in\";r=0;t=" + refusal.retryAfterSeconds());
    } else if (refusal.extras().get("attemptsLeft") instanceof Integer left) {
      headers.put("RateLimit", "\"sign-in\";r=" + left);
    } else {
      return headers;
    }
    headers.put("RateLimit-Policy", "\"sign-in\";q=5;w=86400");
    return headers;
  }
}
