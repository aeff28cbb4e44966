package magnus.portal.identity;

import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.core.NewCookie;
import java.io.IOException;
import magnus.basics.problem.Refusal;
import magnus.identity.OpenedSession;
import magnus.identity.Provider;
import magnus.identity.ProviderIdentity;
import magnus.identity.RequestOrigin;
import magnus.identity.SignIn;
import magnus.identity.SignInWays;
import magnus.portal.identity.elytron.ElytronIdentity;

/**
 * Where a browser goes to sign in by the OpenID provider, and comes back to. The server's OpenID
 * client guards the path and lets nobody pass who was not signed in by the provider; here his
 * identity becomes a session of Magnus, the same as after a password.
 */
public class ProviderSignIn extends HttpServlet {

  static final String PATH = "/sign-in/oidc";

  private static final long serialVersionUID = 1L;

  @Inject transient SignIn signIn;
  @Inject transient SignInWays ways;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Provider provider =
        ways.provider().orElseThrow(() -> Refusal.unknown("provider", "for signing in"));
    ProviderIdentity identity =
        ElytronIdentity.of(request, provider.adminRole())
            .orElseThrow(
                () ->
                    Refusal.of(
                        Refusal.Kind.UNAUTHENTICATED,
                        "not-signed-in",
                        "The OpenID provider signed nobody in."));
    String agent = request.getHeader("User-Agent");
    OpenedSession opened =
        signIn.withProvider(
            identity, new RequestOrigin(request.getRemoteAddr(), agent == null ? "" : agent));
    forgetServersOwn(request);
    response.addCookie(cookie(SessionCookie.of(opened, request.isSecure())));
    response.setHeader("Cache-Control", "no-store");
    response.sendRedirect("/");
  }

  /** The container's session has done its work; from here on Magnus's own counts. */
  private static void forgetServersOwn(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  private static Cookie cookie(NewCookie described) {
    Cookie cookie = new Cookie(described.getName(), described.getValue());
    cookie.setPath(described.getPath());
    cookie.setMaxAge(described.getMaxAge());
    cookie.setHttpOnly(described.isHttpOnly());
    cookie.setSecure(described.isSecure());
    cookie.setAttribute("SameSite", "Strict");
    return cookie;
  }
}
