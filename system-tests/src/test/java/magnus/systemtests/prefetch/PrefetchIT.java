package magnus.systemtests.prefetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import magnus.systemtests.server.ApiClient;
import magnus.systemtests.server.RunningServer;
import org.junit.jupiter.api.Test;

/**
 * A user's own way is predicted, what it needs is loaded ahead, and deleted visits are unlearned.
 */
@RunningServer
class PrefetchIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static ApiClient user(String name) {
    ApiClient admin = ApiClient.admin();
    String password = "P" + UUID.randomUUID();
    ApiClient.Answer made =
        admin.post(
            "/api/accounts", Map.of("name", name, "password", password, "roles", Set.of("USER")));
    assertThat(made.status()).as(made.http().body()).isEqualTo(201);
    return ApiClient.anonymous().signIn(name, password);
  }

  private static ApiClient agreed() {
    ApiClient user = user("walker-" + UUID.randomUUID().toString().substring(0, 8));
    assertThat(user.put("/api/behavior/consent", Map.of("agreed", true)).status()).isEqualTo(200);
    return user;
  }

  /** Six times from the calendar to a symbol's page, since the user agreed. */
  private static void walks(ApiClient user, String symbol) {
    List<Map<String, Object>> visits = new ArrayList<>();
    Instant at = Instant.now();
    for (int i = 0; i < 6; i++) {
      for (String page : List.of("/calendar", "/market/" + symbol)) {
        visits.add(Map.of("page", page, "at", at.toString(), "loadMillis", 100 + i));
        at = at.plusSeconds(1);
      }
    }
    ApiClient.Answer taken = user.post("/api/behavior/navigation", Map.of("visits", visits));
    assertThat(taken.status()).as(taken.http().body()).isEqualTo(202);
    assertThat(taken.json().path("accepted").asInt()).isEqualTo(12);
  }

  private static void until(BooleanSupplier come) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!come.getAsBoolean()) {
      assertThat(System.nanoTime()).as("what is waited for has not come").isLessThan(end);
      Thread.sleep(200);
    }
  }

  private static List<JsonNode> items(JsonNode report) {
    return StreamSupport.stream(report.path("items").spliterator(), false).toList();
  }

  private static List<String> predicted(ApiClient user) {
    ApiClient.Answer answer = user.get("/api/prefetch/predictions?page=/calendar");
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
    return items(answer.json()).stream().map(i -> i.path("href").asText()).toList();
  }

  @Test
  void aUsersOwnWayIsPredictedToHimAndToNobodyElse() throws InterruptedException {
    ApiClient user = agreed();
    ApiClient other = agreed();
    walks(user, "NVDA");

    until(() -> predicted(user).contains("/market/NVDA"));
    JsonNode first = items(user.get("/api/prefetch/predictions?page=/calendar").json()).get(0);
    assertThat(first.path("kind").asText()).isEqualTo("SYMBOL");
    assertThat(first.path("probability").asDouble()).isBetween(0.5, 1.0);
    assertThat(first.path("reason").asText()).contains("6 of 6 times");
    assertThat(first.path("cohort").asText()).isEqualTo("YOU");
    assertThat(predicted(other)).doesNotContain("/market/NVDA");
  }

  @Test
  void whatAPredictedPageNeedsIsLoadedAheadUnlessDataIsToBeSaved() throws InterruptedException {
    ApiClient user = agreed();
    walks(user, "ORCL");
    until(() -> predicted(user).contains("/market/ORCL"));

    ApiClient.Answer saving =
        user.send(
            user.request("/api/prefetch")
                .header("Content-Type", "application/json")
                .header("Save-Data", "on")
                .POST(BodyPublishers.ofString("{\"page\":\"/calendar\"}")));
    assertThat(saving.status()).isEqualTo(202);
    assertThat(items(saving.json()))
        .isNotEmpty()
        .allMatch(i -> Set.of("SAVE_DATA", "SWITCHED_OFF").contains(i.path("verdict").asText()))
        .noneMatch(i -> i.path("browser").asBoolean());

    ApiClient.Answer begun = user.post("/api/prefetch", Map.of("page", "/calendar"));
    assertThat(begun.status()).isEqualTo(202);
    String id = begun.json().path("id").asText();
    JsonNode item =
        items(begun.json()).stream()
            .filter(i -> i.path("href").asText().equals("/market/ORCL"))
            .findFirst()
            .orElseThrow();
    assertThat(item.path("decision").asText()).as(item.toString()).isEqualTo("PREFETCH");
    until(() -> settled("loaded") > 0);
    // Which of its values is worth it depends on how long such took to load before.
    List<String> values =
        List.of("/api/market/symbols/ORCL/quote", "/api/market/symbols/ORCL/option-chain");
    until(() -> values.stream().anyMatch(v -> ahead(user, v).status() == 200));
    for (String value : values) {
      if (ahead(user, value).status() == 200) {
        assertThat(user.get(value).header("Cache-Status")).contains("hit");
      }
    }
    // It is settled when its life is over, which may be hours by night, or when it is loaded again.
    until(
        () -> {
          dropPrices();
          user.post("/api/prefetch", Map.of("page", "/calendar"));
          return settled("used") > 0;
        });
    assertThat(ApiClient.demo().delete("/api/prefetch/" + id).status()).isEqualTo(404);
    assertThat(user.delete("/api/prefetch/" + id).status()).isEqualTo(204);
    assertThat(user.delete("/api/prefetch/" + id).status()).isEqualTo(204);
    assertThat(user.delete("/api/prefetch/" + UUID.randomUUID()).status()).isEqualTo(404);
  }

  private static long settled(String figure) {
    return ApiClient.admin()
        .get("/api/prefetch/report")
        .json()
        .path("settled")
        .path(figure)
        .asLong();
  }

  private static void dropPrices() {
    for (String shelf : List.of("quotes", "option-chains")) {
      assertThat(ApiClient.admin().delete("/api/cache/shelves/" + shelf + "/entries").status())
          .isBetween(200, 204);
    }
  }

  private static ApiClient.Answer ahead(ApiClient user, String path) {
    return user.send(user.request(path).header("X-Magnus-Ahead", "1").GET());
  }

  @Test
  void whatABrowserAsksAheadCallsNoSourceThatWasNotPlanned() throws InterruptedException {
    ApiClient user = agreed();
    String quote = "/api/market/symbols/JNJ/quote";

    ApiClient.Answer nothing = ahead(user, quote);
    assertThat(nothing.status()).isEqualTo(204);
    assertThat(nothing.header("Retry-After")).isNotBlank();
    assertThat(
            user.send(
                    user.request("/api/market/clock")
                        .header("X-Magnus-Ahead", "1")
                        .header("Save-Data", "on")
                        .GET())
                .status())
        .isEqualTo(204);
    assertThat(user.send(user.request(quote).header("Sec-Purpose", "prefetch").GET()).status())
        .isEqualTo(204);

    // A link that is pressed is loaded at once, its short-lived values too.
    ApiClient.Answer begun =
        user.post(
            "/api/prefetch", Map.of("page", "/calendar", "link", "/market/JNJ", "sign", "PRESS"));
    assertThat(begun.status()).as(begun.http().body()).isEqualTo(202);
    JsonNode item = items(begun.json()).get(0);
    assertThat(item.path("href").asText()).isEqualTo("/market/JNJ");
    assertThat(item.path("browser").asBoolean()).as(item.toString()).isTrue();
    assertThat(item.path("reason").asText()).contains("link").doesNotContain("often");
    assertThat(ahead(user, quote).header("Cache-Status")).contains("magnus");
    long used = settled("used");
    // His browser shows what it fetched and asks for nothing: told so, the server knows it used.
    assertThat(user.post("/api/prefetch", Map.of("page", "/market/JNJ", "warm", true)).status())
        .isEqualTo(202);
    until(
        () -> {
          dropPrices();
          user.post(
              "/api/prefetch", Map.of("page", "/calendar", "link", "/market/JNJ", "sign", "PRESS"));
          return settled("used") > used;
        });
  }

  @Test
  void deletedVisitsAreUnlearned() throws InterruptedException {
    ApiClient user = agreed();
    walks(user, "AMZN");
    until(() -> predicted(user).contains("/market/AMZN"));

    assertThat(user.delete("/api/behavior").status()).isEqualTo(204);
    assertThat(predicted(user)).doesNotContain("/market/AMZN");
    // What is learned anew has nothing of him either.
    for (int i = 0; i < 8; i++) {
      Thread.sleep(500);
      assertThat(predicted(user)).doesNotContain("/market/AMZN");
    }
  }

  @Test
  void refusesWhatIsNoPageAndShowsTheReportToAdministratorsAlone() {
    ApiClient demo = ApiClient.demo();
    assertThat(demo.get("/api/prefetch/predictions?page=/nowhere").status()).isEqualTo(400);
    assertThat(demo.get("/api/prefetch/predictions").status()).isEqualTo(400);
    assertThat(demo.get("/api/prefetch/report").status()).isEqualTo(403);
    JsonNode rules = demo.get("/api/prefetch/speculation-rules?page=/").json();
    assertThat(rules.path("prefetch").isArray()).isTrue();
    JsonNode report = ApiClient.admin().get("/api/prefetch/report").json();
    assertThat(report.path("settled").path("allowedShare").asDouble()).isEqualTo(0.6);
    assertThat(report.path("decisions").size()).isEqualTo(10);
  }
}
