package magnus.portal.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.function.Predicate;
import magnus.identity.Caller;
import magnus.identity.Session;
import magnus.identity.Sessions;
import magnus.identity.Tokens;
import magnus.portal.identity.SessionCookie;

/** Finds out whether the session or token that opened a stream still counts. */
@ApplicationScoped
public class Entitlements {

  @Inject private Sessions sessions;
  @Inject private Tokens tokens;

  /** What entitles the request's caller, to be asked again while his stream is open. */
  Entitlement of(HttpServletRequest request) {
    return of(request, caller -> true);
  }

  /** The same, as long as the caller is an administrator. */
  public Entitlement ofAdministrator(HttpServletRequest request) {
    return of(request, Caller::isAdmin);
  }

  private Entitlement of(HttpServletRequest request, Predicate<Caller> still) {
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization != null) {
      // The scheme was checked when the request came: it is followed by one space or more.
      String token = authorization.substring(authorization.indexOf(' ') + 1).strip();
      return new Entitlement(token, () -> tokens.find(token).filter(still).isPresent());
    }
    String secret = cookie(request);
    return new Entitlement(
        secret, () -> sessions.find(secret).map(Session::caller).filter(still).isPresent());
  }

  private static String cookie(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(SessionCookie.NAME)) {
          return cookie.getValue();
        }
      }
    }
    return "";
  }
}
