package magnus.portal.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import magnus.basics.problem.Refusal;
import magnus.identity.Caller;
import magnus.identity.RequestOrigin;
import magnus.identity.Session;
import org.jspecify.annotations.Nullable;

/**
 * Who asks in this request. Lives as long as the request's thread works on it: whoever goes on
 * elsewhere (a stream, a managed thread) takes {@link #caller()} along.
 */
@RequestScoped
public class CurrentCaller {

  @Inject HttpServletRequest request;

  private Credentials.@Nullable Known known;

  /**
   * The signed-in caller.
   *
   * @throws Refusal 401 when nobody is signed in
   */
  public Caller caller() {
    return known().caller();
  }

  /** The caller, if somebody is signed in; for {@link Open} resources. */
  public Optional<Caller> find() {
    return Optional.ofNullable(known).map(Credentials.Known::caller);
  }

  /** The browser session; empty for a program with a token. */
  public Optional<Session> session() {
    return Optional.ofNullable(known).flatMap(Credentials.Known::session);
  }

  /**
   * The browser session, for what programs may not do.
   *
   * @throws Refusal 403 for a program with a token
   */
  public Session demandSession() {
    return known()
        .session()
        .orElseThrow(
            () ->
                Refusal.of(
                    Refusal.Kind.FORBIDDEN,
                    "browser-session-only",
                    "A program with a token may not do this; sign in with a browser."));
  }

  /** Where the request comes from. */
  public RequestOrigin origin() {
    String agent = request.getHeader("User-Agent");
    return new RequestOrigin(request.getRemoteAddr(), agent == null ? "" : agent);
  }

  /** Whether the client reached the server, or the proxy before it, by https. */
  boolean isHttps() {
    return request.isSecure();
  }

  /** What belongs to the session's cookie; empty for a program. */
  String secret() {
    return known().secret();
  }

  void become(Credentials.Known caller) {
    this.known = caller;
  }

  private Credentials.Known known() {
    if (known == null) {
      throw Refusal.of(
          Refusal.Kind.UNAUTHENTICATED,
          "not-signed-in",
          "Sign in, or send a token in the header 'Authorization: Bearer'.");
    }
    return known;
  }
}
