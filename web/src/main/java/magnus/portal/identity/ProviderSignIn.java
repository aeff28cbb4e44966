package magnus.portal.identity;

/** Where a browser goes to sign in by the OpenID provider. */
final class ProviderSignIn {

  static final String PATH = "/sign-in/oidc";

  private ProviderSignIn() {}
}
