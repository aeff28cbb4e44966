package magnus.identity;

import java.util.Set;

/**
 * Who somebody is by the word of an OpenID provider, whose signature was checked already.
 *
 * @param issuer the provider
 * @param subject unique within the issuer, never reused
 * @param preferredName what he likes to be called; decides nothing
 * @param roles the provider's roles
 */
public record ProviderIdentity(
    String issuer, String subject, String preferredName, Set<String> roles) {

  public ProviderIdentity {
    roles = Set.copyOf(roles);
    if (issuer.isBlank() || subject.isBlank()) {
      throw new IllegalArgumentException(
          "issuer '" + issuer + "' and subject '" + subject + "' must both be given");
    }
  }
}
