package magnus.portal.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import magnus.basics.time.WallClock;
import magnus.identity.Sessions;
import magnus.identity.Tokens;
import magnus.portal.identity.SessionCookie;

/**
 * Whether the session or token that opened a stream still counts. Streams of one session are
 * answered by one look into the database every few seconds.
 */
@ApplicationScoped
public class Entitlements {

  private static final Duration REMEMBERED = Duration.ofSeconds(5);
  private static final int MOST_REMEMBERED = 10_000;

  @Inject private Sessions sessions;
  @Inject private Tokens tokens;
  @Inject private WallClock wall;

  private final Map<String, Answer> answers = new ConcurrentHashMap<>();

  private record Answer(boolean counts, Instant until) {}

  /** A question that can be asked again and again, on any thread. */
  BooleanSupplier of(HttpServletRequest request) {
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization != null) {
      // The scheme was checked when the request came: it is followed by one space or more.
      String token = authorization.substring(authorization.indexOf(' ') + 1).strip();
      return () -> counts("token " + token, () -> tokens.find(token).isPresent());
    }
    String secret = cookie(request);
    return () -> counts("session " + secret, () -> sessions.find(secret).isPresent());
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

  private boolean counts(String credential, BooleanSupplier look) {
    Instant now = wall.instant();
    if (answers.size() > MOST_REMEMBERED) {
      answers.values().removeIf(a -> a.until().isBefore(now));
    }
    return answers
        .compute(
            credential,
            (key, known) ->
                known != null && known.until().isAfter(now)
                    ? known
                    : new Answer(look.getAsBoolean(), now.plus(REMEMBERED)))
        .counts();
  }
}
