package magnus.portal.identity.elytron;

import jakarta.enterprise.inject.spi.CDI;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import magnus.identity.Provider;
import magnus.identity.SignInWays;
import org.jspecify.annotations.Nullable;
import org.wildfly.security.http.oidc.OidcClientConfiguration;
import org.wildfly.security.http.oidc.OidcClientConfigurationBuilder;
import org.wildfly.security.http.oidc.OidcClientConfigurationResolver;
import org.wildfly.security.http.oidc.OidcHttpFacade;
import org.wildfly.security.http.oidc.OidcJsonConfiguration;

/**
 * Tells the server's OpenID client with each request which provider to use: none, unless the path
 * is the sign-in's own and a provider is set. So it never looks at the bearer tokens of the API,
 * and the setting takes effect at once. Made by the server, by its name in {@code web.xml}.
 */
public class ProviderByRequest implements OidcClientConfigurationResolver {

  private static final String PATH = "/sign-in/oidc";

  /** Without a provider a configuration counts as "no authentication here". */
  private static final OidcClientConfiguration NONE = new OidcClientConfiguration();

  private record Known(Provider provider, OidcClientConfiguration configuration) {}

  private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

  @Override
  public OidcClientConfiguration resolve(OidcHttpFacade.Request request) {
    if (!PATH.equals(URI.create(request.getURI()).getPath())) {
      return NONE;
    }
    Optional<Provider> provider = CDI.current().select(SignInWays.class).get().provider();
    return provider.map(this::configuration).orElse(NONE);
  }

  /** Kept while the settings stay, since it holds connections and the provider's keys. */
  private OidcClientConfiguration configuration(Provider provider) {
    Known last = known.get();
    if (last != null && last.provider().equals(provider)) {
      return last.configuration();
    }
    OidcJsonConfiguration json = new OidcJsonConfiguration();
    json.setProviderUrl(provider.url());
    json.setClientId(provider.clientId());
    json.setPrincipalAttribute("sub");
    if (provider.clientSecret().isEmpty()) {
      json.setPublicClient(true);
    } else {
      json.setCredentials(Map.of("secret", provider.clientSecret()));
    }
    OidcClientConfiguration made = OidcClientConfigurationBuilder.build(json);
    known.set(new Known(provider, made));
    return made;
  }
}
