package magnus.identity;

/**
 * The OpenID provider by which people may sign in.
 *
 * @param url base address, below which its discovery document is found
 * @param clientId Magnus's name there
 * @param clientSecret Magnus's secret there; empty for a public client
 * @param adminRole the provider's role whose members are administrators here; empty for none
 */
public record Provider(String url, String clientId, String clientSecret, String adminRole) {

  /** Without the secret, as records are printed easily. */
  @Override
  public String toString() {
    return "Provider[" + url + ", " + clientId + "]";
  }
}
