package magnus.portal.identity;

import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import magnus.identity.OpenedSession;

/**
 * The cookie of a browser session. Scripts cannot read it; over https it never travels in the
 * clear; and the browser never sends it with requests that another site begins ({@code
 * SameSite=Strict}). Strict costs nothing here: pages are plain files that need no cookie, and by
 * the time a page's scripts call the API, the request is this site's own. So links from elsewhere
 * still arrive signed in.
 */
public final class SessionCookie {

  public static final String NAME = "magnus_session";

  private SessionCookie() {}

  /** Kept by the browser until the session's latest end; the server may end it earlier. */
  static NewCookie of(OpenedSession opened, boolean https) {
    long seconds = Duration.between(opened.session().createdAt(), opened.latestEnd()).toSeconds();
    return plain(https)
        .value(opened.secret())
        .maxAge((int) Math.min(Integer.MAX_VALUE, seconds))
        .build();
  }

  static NewCookie gone(boolean https) {
    return plain(https).value("").maxAge(0).build();
  }

  private static NewCookie.Builder plain(boolean https) {
    return new NewCookie.Builder(NAME)
        .path("/")
        .httpOnly(true)
        .secure(https)
        .sameSite(NewCookie.SameSite.STRICT);
  }
}
