package magnus.systemtests.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import magnus.basics.json.Json;
import magnus.systemtests.server.ApiClient;
import magnus.systemtests.server.OwnServer;
import magnus.systemtests.server.ServerAddress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signing in by an OpenID provider, through the server's own client. */
@Tag("servers")
class ProviderSignInIT {

  private static final int OFFSET = 2300;

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

  private HttpResponse<String> browse(URI address) throws Exception {
    HttpClient browser =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    return browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  @Test
  void theProvidersWordOpensASession() throws Exception {
    try (StandInProvider provider = new StandInProvider();
        OwnServer server =
            new OwnServer(
                "provider-sign-in",
                OFFSET,
                Map.of(
                    "magnus.oidc.provider-url", provider.url(),
                    "magnus.oidc.client-secret", "between-us",
                    "magnus.oidc.admin-role", "magnus-admin"))) {
      ServerAddress address = server.start().address();
      var methods = new ApiClient(address).get("/api/session/methods").json();
      assertThat(methods.path("oidc").asText()).isEqualTo("/sign-in/oidc");

      provider.person("subject-1", "demo", List.of());
      assertThat(browse(address.http("/sign-in/oidc")).statusCode()).isEqualTo(200);
      var first = Json.mapper().readTree(browse(address.http("/api/session")).body()).path("user");
      // The name is taken by an account that the provider knows nothing of.
      assertThat(first.path("name").asText()).isEqualTo("demo-2");
      assertThat(first.path("roles").toString()).isEqualTo("[\"USER\"]");

      cookies.getCookieStore().removeAll();
      provider.person("subject-1", "renamed", List.of("magnus-admin"));
      browse(address.http("/sign-in/oidc"));
      var again = Json.mapper().readTree(browse(address.http("/api/session")).body()).path("user");
      assertThat(again.path("id")).isEqualTo(first.path("id"));
      assertThat(again.path("roles").toString()).contains("ADMIN");

      // The server's client leaves the API's own tokens alone.
      ApiClient demo = new ApiClient(address).signIn("demo", ServerAddress.DEMO_PASSWORD);
      String token =
          demo.post("/api/tokens", Map.of("name", "robot")).json().path("token").asText();
      ApiClient program = new ApiClient(address);
      var asProgram =
          program.send(
              program.request("/api/session").header("Authorization", "Bearer " + token).GET());
      assertThat(asProgram.status()).isEqualTo(200);
    }
  }
}
