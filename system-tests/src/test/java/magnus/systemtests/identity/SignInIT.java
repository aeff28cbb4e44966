package magnus.systemtests.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import magnus.systemtests.server.ApiClient;
import magnus.systemtests.server.RunningServer;
import magnus.systemtests.server.ServerAddress;
import org.junit.jupiter.api.Test;

/** Signing in and out, tokens, and what guards them, by HTTP. */
@RunningServer
class SignInIT {

  private static HttpRequest.Builder json(HttpRequest.Builder request, String method, String body) {
    return request
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body));
  }

  private static HttpRequest.Builder withToken(ApiClient client, String path, String token) {
    return client.request(path).header("Authorization", "Bearer " + token);
  }

  @Test
  void theCookieIsOutOfReachOfScriptsAndOtherSites() {
    ApiClient client = ApiClient.anonymous();
    var answer =
        client.post(
            "/api/session", Map.of("name", "demo", "password", ServerAddress.DEMO_PASSWORD));
    assertThat(answer.header("Set-Cookie"))
        .startsWith("magnus_session=")
        .containsIgnoringCase("HttpOnly")
        .containsIgnoringCase("SameSite=Strict")
        .containsIgnoringCase("Path=/");
    assertThat(answer.json().path("user").path("name").asText()).isEqualTo("demo");
    assertThat(client.get("/api/session").json().path("csrf").asText())
        .isEqualTo(answer.json().path("csrf").asText());
  }

  @Test
  void signingOutEndsTheSession() {
    ApiClient demo = ApiClient.demo();
    assertThat(demo.delete("/api/session").status()).isEqualTo(204);
    assertThat(demo.get("/api/session").status()).isEqualTo(401);
  }

  @Test
  void aWriteNeedsTheSessionsTokenAndTheSiteItself() {
    ApiClient demo = ApiClient.demo();
    HttpRequest.Builder without =
        HttpRequest.newBuilder(ServerAddress.shared().http("/api/tokens"));
    assertThat(demo.send(json(without, "POST", "{\"name\":\"x\"}")).status()).isEqualTo(403);
    HttpRequest.Builder foreign =
        demo.request("/api/tokens").header("Origin", "https://elsewhere.example");
    assertThat(demo.send(json(foreign, "POST", "{\"name\":\"x\"}")).status()).isEqualTo(403);
  }

  @Test
  void aTokenActsForItsOwnerUntilItIsRevoked() {
    ApiClient demo = ApiClient.demo();
    var made = demo.post("/api/tokens", Map.of("name", "robot", "expiresInDays", 1)).json();
    String token = made.path("token").asText();
    assertThat(token).startsWith("mgn_");
    ApiClient program = ApiClient.anonymous();
    assertThat(program.send(withToken(program, "/api/session", token).GET()).status())
        .isEqualTo(200);
    assertThat(demo.get("/api/tokens").http().body()).doesNotContain(token);
    // A program writes without a CSRF token, but makes no tokens.
    var more = json(withToken(program, "/api/tokens", token), "POST", "{\"name\":\"x\"}");
    assertThat(program.send(more).json().path("type").asText())
        .isEqualTo("/problems/browser-session-only");
    assertThat(demo.delete("/api/tokens/" + made.path("id").asText()).status()).isEqualTo(204);
    assertThat(program.send(withToken(program, "/api/session", token).GET()).status())
        .isEqualTo(401);
  }

  @Test
  void guessingIsSlowedDownAndTellsNothing() {
    ApiClient stranger = ApiClient.anonymous();
    Map<String, String> guess =
        Map.of("name", "nobody-" + UUID.randomUUID(), "password", "a guess");
    for (int left = 4; left >= 0; left--) {
      var answer = stranger.post("/api/session", guess);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.header("RateLimit")).isEqualTo("\"sign-in\";r=" + left);
    }
    var refused = stranger.post("/api/session", guess);
    assertThat(refused.status()).isIn(401, 429); // a slow machine may have waited long enough
    if (refused.status() == 429) {
      assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
    }
  }

  @Test
  void onlyAdministratorsSeeAccountsAndTheAudit() {
    assertThat(ApiClient.demo().get("/api/accounts").status()).isEqualTo(403);
    assertThat(ApiClient.demo().get("/api/audit").status()).isEqualTo(403);
    ApiClient admin = ApiClient.admin();
    assertThat(admin.get("/api/accounts").http().body()).contains("demo", "admin");
    var newest = admin.get("/api/audit?limit=1").json();
    assertThat(newest.path("items").path(0).path("action").asText()).isEqualTo("sign-in");
    assertThat(newest.path("next").asText()).isNotEmpty();
  }

  @Test
  void everyAnswerCarriesItsHeaders() {
    for (String path : new String[] {"/", "/api/session", "/no-such-file.txt"}) {
      var answer = ApiClient.anonymous().get(path);
      assertThat(answer.header("Content-Security-Policy"))
          .as(path)
          .contains("default-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
      assertThat(answer.header("X-Request-Id")).as(path).isNotEmpty();
    }
  }
}
