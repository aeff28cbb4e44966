package magnus.systemtests.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import magnus.systemtests.server.ApiClient;
import magnus.systemtests.server.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Consent, recording, reading, export, deletion and bounds of the log of visits. */
@RunningServer
class BehaviorIT {

  private static final int MOST_TRIES = 100;
  private static final int BURST = 12;
  private static final int AT_ONCE = 100;
  private static final int NOT_RECORDED = 422;
  private static final int TOO_MANY = 429;

  private ApiClient user;

  /** An account of this test alone: nobody's consent, and nobody's allowance of this minute. */
  @BeforeEach
  void newcomer() {
    user = account("visitor-" + UUID.randomUUID());
  }

  private static ApiClient account(String name) {
    String password = "a-long-enough-password-" + name.length();
    ApiClient.Answer made =
        ApiClient.admin()
            .post(
                "/api/accounts",
                Map.of("name", name, "password", password, "roles", List.of("USER")));
    assertThat(made.status()).as(made.http().body()).isEqualTo(201);
    return ApiClient.anonymous().signIn(name, password);
  }

  private static JsonNode say(ApiClient client, boolean agreed) {
    ApiClient.Answer said = client.put("/api/behavior/consent", Map.of("agreed", agreed));
    assertThat(said.status()).as(said.http().body()).isEqualTo(200);
    return said.json();
  }

  private static ApiClient.Answer visit(ApiClient client, String... pages) {
    return client.post(
        "/api/behavior/navigation",
        Map.of("visits", List.of(pages).stream().map(page -> Map.of("page", page)).toList()));
  }

  private static JsonNode log(ApiClient client) {
    ApiClient.Answer log = client.get("/api/behavior/log");
    assertThat(log.status()).as(log.http().body()).isEqualTo(200);
    return log.json().path("items");
  }

  /** Written within a second; a slow machine is given more. */
  private static JsonNode logOf(ApiClient client, int entries) throws InterruptedException {
    for (int n = 0; n < MOST_TRIES && log(client).size() < entries; n++) {
      Thread.sleep(100);
    }
    JsonNode items = log(client);
    assertThat(items.size()).isEqualTo(entries);
    return items;
  }

  @Test
  void nothingIsRecordedBeforeTheUserAgreed() throws InterruptedException {
    JsonNode consent = user.get("/api/behavior/consent").json();
    assertThat(consent.path("asked").asBoolean()).isFalse();
    assertThat(consent.path("agreed").asBoolean()).isFalse();
    assertThat(consent.path("retentionDays").asInt()).isPositive();

    ApiClient.Answer told = visit(user, "/market", "/market/AAPL");
    assertThat(told.status()).isEqualTo(202);
    assertThat(told.json().path("accepted").asInt()).isZero();
    assertThat(told.json().path("dropped").asInt()).isEqualTo(2);
    assertThat(told.json().path("reason").asText()).contains("not agreed");
    say(user, false);
    assertThat(visit(user, "/market").json().path("accepted").asInt()).isZero();

    // what is told after consent arrives; what was told before it does not, even with it
    say(user, true);
    assertThat(visit(user, "/calendar").json().path("accepted").asInt()).isEqualTo(1);
    assertThat(logOf(user, 1).path(0).path("path").asText()).isEqualTo("/calendar");
  }

  @Test
  void whatWasDoneBeforeConsentOrDeletionIsNeverWritten() throws InterruptedException {
    Instant before = Instant.now().minusSeconds(1);
    say(user, true);
    JsonNode told = visitAt(user, before, "/market").json();
    assertThat(told.path("accepted").asInt()).isZero();
    assertThat(told.path("dropped").asInt()).isEqualTo(1);
    assertThat(told.path("agreed").asBoolean()).isTrue();
    assertThat(told.path("reason").asText()).contains("before you agreed");
    assertThat(visitAt(user, Instant.now(), "/calendar").json().path("accepted").asInt())
        .isEqualTo(1);
    logOf(user, 1);

    Instant between = Instant.now();
    assertThat(user.delete("/api/behavior").status()).isEqualTo(204);
    assertThat(visitAt(user, between, "/market").json().path("accepted").asInt()).isZero();
    say(user, false);
    Instant meanwhile = Instant.now();
    say(user, true);
    assertThat(visitAt(user, meanwhile, "/market").json().path("accepted").asInt()).isZero();
    visitAt(user, Instant.now(), "/about");
    assertThat(logOf(user, 1).path(0).path("path").asText()).isEqualTo("/about");
  }

  private static ApiClient.Answer visitAt(ApiClient client, Instant at, String page) {
    return client.post(
        "/api/behavior/navigation",
        Map.of("visits", List.of(Map.of("page", page, "at", at.toString()))));
  }

  @Test
  void whatCannotBeRecordedIsNamedAndNothingOfItIsStored() throws InterruptedException {
    say(user, true);
    ApiClient.Answer bad =
        user.post(
            "/api/behavior/navigation",
            Map.of(
                "visits",
                List.of(
                    Map.of("page", "/market"),
                    Map.of("page", "/market/AAPL?note=secret"),
                    Map.of("page", "/runs", "action", "STARE", "loadMillis", -1))));
    assertThat(bad.status()).isEqualTo(NOT_RECORDED);
    assertThat(bad.http().headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(bad.json().path("errors").findValuesAsText("field"))
        .containsExactly("page", "action", "loadMillis");
    assertThat(bad.json().path("errors").findValuesAsText("line")).containsExactly("2", "3", "3");
    ApiClient.Answer symbol =
        user.post(
            "/api/behavior/symbol", Map.of("accesses", List.of(Map.of("symbol", "not a symbol"))));
    assertThat(symbol.status()).isEqualTo(NOT_RECORDED);
    assertThat(symbol.json().path("errors").path(0).path("field").asText()).isEqualTo("symbol");
    assertThat(user.post("/api/behavior/navigation", Map.of()).status()).isEqualTo(400);

    visit(user, "/about");
    assertThat(logOf(user, 1).path(0).path("path").asText()).isEqualTo("/about");
  }

  @Test
  void logAndExportShowWhatWasStoredToNobodyElse() throws InterruptedException {
    say(user, true);
    user.post(
        "/api/behavior/navigation",
        Map.of(
            "visits",
            List.of(
                Map.of(
                    "page",
                    "/market/MSFT",
                    "from",
                    "/market",
                    "durationMillis",
                    4200,
                    "loadMillis",
                    310,
                    "warm",
                    true))));
    logOf(user, 1);
    user.post(
        "/api/behavior/symbol",
        Map.of("accesses", List.of(Map.of("symbol", "MSFT", "action", "CHAIN"))));
    JsonNode items = logOf(user, 2);
    assertThat(items.findValuesAsText("kind")).containsExactlyInAnyOrder("SYMBOL", "VISIT");
    JsonNode visit =
        items.path(0).path("kind").asText().equals("VISIT") ? items.path(0) : items.path(1);
    assertThat(visit.path("path").asText()).isEqualTo("/market/MSFT");
    assertThat(visit.path("from").asText()).isEqualTo("/market");
    assertThat(visit.path("durationMillis").asInt()).isEqualTo(4200);
    assertThat(visit.path("loadMillis").asInt()).isEqualTo(310);
    assertThat(visit.path("warm").asBoolean()).isTrue();
    assertThat(visit.path("marketState").asText()).isNotEmpty();

    JsonNode first = user.get("/api/behavior/log?limit=1").json();
    assertThat(first.path("items").size()).isEqualTo(1);
    JsonNode second =
        user.get("/api/behavior/log?limit=1&before=" + first.path("next").asText()).json();
    assertThat(second.path("items").path(0)).isEqualTo(items.path(1));

    ApiClient.Answer export = user.get("/api/behavior/export");
    assertThat(export.header("Content-Disposition")).contains("attachment").contains(".json");
    assertThat(export.json().path("consent").path("visits").asInt()).isEqualTo(1);
    assertThat(export.json().path("entries")).isEqualTo(items);

    ApiClient other = account("other-" + UUID.randomUUID());
    assertThat(log(other).size()).isZero();
    assertThat(other.get("/api/behavior/export").json().path("entries").size()).isZero();
    assertThat(other.get("/api/prefetch/patterns").json().path("items").size()).isZero();
    assertThat(log(ApiClient.admin()).findValuesAsText("path")).doesNotContain("/market/MSFT");
    assertThat(ApiClient.anonymous().get("/api/behavior/log").status()).isEqualTo(401);
  }

  @Test
  void deletionLeavesNothingAndWithdrawingDropsWhatWaits() throws InterruptedException {
    say(user, true);
    visit(user, "/", "/market", "/market/SPY");
    logOf(user, 3);
    assertThat(user.delete("/api/behavior").status()).isEqualTo(204);
    assertThat(log(user).size()).isZero();
    JsonNode consent = user.get("/api/behavior/consent").json();
    assertThat(consent.path("visits").asInt()).isZero();
    assertThat(consent.path("accesses").asInt()).isZero();
    assertThat(user.get("/api/prefetch/patterns").json().path("items").size()).isZero();

    // told and withdrawn within the second in which it would have been written, or just after it
    visit(user, "/runs");
    say(user, false);
    int stored = log(user).size();
    Thread.sleep(2_500);
    assertThat(log(user).size()).isEqualTo(stored).isLessThanOrEqualTo(1);
  }

  @Test
  void deletingAgainAndAgainIsRefusedWithATimeToWait() {
    say(user, true);
    ApiClient.Answer refused = null;
    for (int n = 0; n < BURST && refused == null; n++) {
      ApiClient.Answer answer = user.delete("/api/behavior");
      if (answer.status() == TOO_MANY) {
        refused = answer;
      } else {
        assertThat(answer.status()).isEqualTo(204);
      }
    }
    assertThat(refused).isNotNull();
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
    assertThat(account("other-" + UUID.randomUUID()).delete("/api/behavior").status())
        .isEqualTo(204);
  }

  @Test
  void looksAtIndexesAreRecorded() throws InterruptedException {
    say(user, true);
    assertThat(visit(user, "/market/^VIX").status()).isEqualTo(202);
    assertThat(logOf(user, 1).path(0).path("symbol").asText()).isEqualTo("^VIX");
  }

  @Test
  void aBurstIsRefusedWithATimeToWaitAndThePortalGoesOnAnswering() {
    say(user, true);
    String[] pages = IntStream.range(0, AT_ONCE).mapToObj(n -> "/market").toArray(String[]::new);
    int accepted = 0;
    ApiClient.Answer refused = null;
    for (int n = 0; n < BURST; n++) {
      ApiClient.Answer answer = visit(user, pages);
      if (answer.status() == TOO_MANY) {
        refused = answer;
      } else {
        assertThat(answer.status()).isEqualTo(202);
        accepted += answer.json().path("accepted").asInt();
      }
      assertThat(user.get("/api/behavior/consent").status()).isEqualTo(200);
    }
    assertThat(refused).isNotNull();
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
    assertThat(refused.json().path("requestId").asText()).isNotEmpty();
    // the allowance fills again while they come
    assertThat(accepted).isBetween(100, 900);
    assertThat(ApiClient.demo().get("/api/portfolio").status()).isEqualTo(200);
  }
}
