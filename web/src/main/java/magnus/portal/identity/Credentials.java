package magnus.portal.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import magnus.identity.Caller;
import magnus.identity.Session;
import magnus.identity.Sessions;
import magnus.identity.Tokens;

/** Finds out by cookie or token who sends a request. A token, where one is sent, decides alone. */
@ApplicationScoped
public class Credentials {

  private static final String SCHEME = "bearer ";

  @Inject Sessions sessions;
  @Inject Tokens tokens;

  /** A caller that is known, and the session and its secret if he came by a browser. */
  public record Known(Caller caller, Optional<Session> session, String secret) {}

  /** Who sends the request; empty for nobody, or for a cookie or token that no longer counts. */
  public Optional<Known> identify(ContainerRequestContext request) {
    String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (authorization != null) {
      return authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)
          ? tokens
              .find(authorization.substring(SCHEME.length()).strip())
              .map(caller -> new Known(caller, Optional.empty(), ""))
          : Optional.empty();
    }
    Cookie cookie = request.getCookies().get(SessionCookie.NAME);
    return cookie == null
        ? Optional.empty()
        : sessions
            .find(cookie.getValue())
            .map(s -> new Known(s.caller(), Optional.of(s), cookie.getValue()));
  }

  /** Whose browser session sends a request for a file, which needs nobody to be signed in. */
  public Optional<Caller> browser(HttpServletRequest request) {
    jakarta.servlet.http.Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(c -> c.getName().equals(SessionCookie.NAME))
            .findFirst()
            .flatMap(c -> sessions.find(c.getValue()))
            .map(Session::caller);
  }

  /** Whether the header's value is the session's. */
  public boolean isCsrf(Known known, String offered) {
    return sessions.isCsrf(known.secret(), offered);
  }
}
