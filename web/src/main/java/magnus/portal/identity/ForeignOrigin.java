package magnus.portal.identity;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells by what browsers add themselves whether another site's page began a request: the second
 * line of defence behind the token. Programs send none of these headers.
 */
final class ForeignOrigin {

  private ForeignOrigin() {}

  /**
   * @param site header {@code Sec-Fetch-Site}
   * @param origin header {@code Origin}
   * @param authority host and port that the client asked for
   */
  static boolean is(@Nullable String site, @Nullable String origin, String authority) {
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      return true;
    }
    if (origin == null) {
      return false;
    }
    try {
      String from = URI.create(origin).getAuthority();
      return from == null || !from.toLowerCase(Locale.ROOT).equals(authority);
    } catch (IllegalArgumentException e) {
      return true;
    }
  }
}
