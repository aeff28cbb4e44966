package magnus.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** How people can sign in on this server, besides name and password. */
@ApplicationScoped
public class SignInWays {

  @Inject AccessConfig config;

  /** The OpenID provider, if one is set. */
  public Optional<Provider> provider() {
    String url = config.get(AccessSettings.OIDC_PROVIDER_URL);
    return url.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Provider(
                url,
                config.get(AccessSettings.OIDC_CLIENT_ID),
                config.get(AccessSettings.OIDC_CLIENT_SECRET),
                config.get(AccessSettings.OIDC_ADMIN_ROLE)));
  }
}
