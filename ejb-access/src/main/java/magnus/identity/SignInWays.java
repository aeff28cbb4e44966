package magnus.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How people can sign in on this server. */
@ApplicationScoped
public class SignInWays {

  @Inject AccessConfig config;

  /** Whether an OpenID provider is set. */
  public boolean hasProvider() {
    return !config.get(AccessSettings.OIDC_PROVIDER_URL).isEmpty();
  }
}
