package magnus.portal.identity.elytron;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import magnus.identity.ProviderIdentity;
import org.wildfly.security.http.oidc.IDToken;
import org.wildfly.security.http.oidc.OidcPrincipal;

/** Reads who was signed in by the provider, from the ID token that the server has checked. */
public final class ElytronIdentity {

  private ElytronIdentity() {}

  /**
   * The identity behind a request; empty where the provider signed nobody in.
   *
   * @param adminRole the provider's role to look for; empty for none
   */
  public static Optional<ProviderIdentity> of(HttpServletRequest request, String adminRole) {
    if (!(request.getUserPrincipal() instanceof OidcPrincipal<?> principal)
        || principal.getOidcSecurityContext() == null
        || principal.getOidcSecurityContext().getIDToken() == null) {
      return Optional.empty();
    }
    IDToken token = principal.getOidcSecurityContext().getIDToken();
    String preferred = token.getPreferredUsername();
    boolean admin = !adminRole.isEmpty() && request.isUserInRole(adminRole);
    return Optional.of(
        new ProviderIdentity(
            token.getIssuer(),
            token.getSubject(),
            preferred == null ? "user" : preferred,
            admin ? Set.of(adminRole) : Set.of()));
  }
}
