package magnus.systemtests.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import magnus.systemtests.server.ApiClient;
import magnus.systemtests.server.RunningServer;
import org.junit.jupiter.api.Test;

/** An administrator warms the cache and reads what was loaded and why entries are dropped. */
@RunningServer
class WarmingIT {

  private final ApiClient admin = ApiClient.admin();

  /** The run's events; the stream ends with the run. */
  private String watched(String run) {
    return admin.get("/api/runs/" + run + "/events").http().body();
  }

  private JsonNode report(String run) {
    return StreamSupport.stream(
            admin.get("/api/cache/warming").json().path("items").spliterator(), false)
        .filter(r -> r.path("run").asText().equals(run))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no report of run " + run));
  }

  @Test
  void whatUsersWillLookAtIsLoadedAndReported() {
    ApiClient demo = ApiClient.demo();
    ApiClient.Answer created =
        demo.post("/api/portfolio", Map.of("name", "Warm " + System.nanoTime()));
    assertThat(created.status()).isEqualTo(201);
    String portfolio = created.json().path("id").asText();
    demo.get("/api/portfolio/" + portfolio + "/holdings");

    ApiClient.Answer started = admin.post("/api/cache/warming", Map.of());
    assertThat(started.status()).as(started.http().body()).isEqualTo(202);
    String run = started.json().path("id").asText();
    assertThat(started.header("Location")).endsWith("/api/runs/" + run);
    String events = watched(run);
    assertThat(events).contains("\"warming_plan\"", "portfolios of active users", "\"complete\"");
    assertThat(events).doesNotContain("\"failed\",\"sequence");

    JsonNode report = report(run);
    assertThat(report.path("turn").asText()).startsWith("by hand");
    assertThat(report.path("planned").asInt()).isPositive();
    assertThat(report.path("warmed").asInt() + report.path("fresh").asInt()).isPositive();
    assertThat(
            report.path("warmed").asInt()
                + report.path("fresh").asInt()
                + report.path("failed").asInt()
                + report.path("notReached").asInt())
        .isEqualTo(report.path("planned").asInt());
    assertThat(report.path("shelves").findValuesAsText("shelf"))
        .contains("portfolio-summaries", "positions");
    ApiClient.Answer holdings = demo.get("/api/portfolio/" + portfolio + "/holdings");
    assertThat(holdings.header("Cache-Status")).contains("hit");
    assertThat(demo.delete("/api/portfolio/" + portfolio).status()).isLessThan(300);
  }

  @Test
  void theLearnedDecisionShowsItsFigures() {
    JsonNode decision = admin.get("/api/cache/decision").json();
    assertThat(decision.path("configured").asText()).isEqualTo("learned");
    JsonNode model = decision.path("model");
    assertThat(model.path("features").size()).isEqualTo(model.path("coefficients").size());
    assertThat(model.path("verdicts").findValuesAsText("inForce")).isNotEmpty();
    assertThat(model.path("provenance").path("heldOut").asLong()).isPositive();
  }

  @Test
  void isForAdministrators() {
    for (String path : List.of("/api/cache/warming", "/api/cache/decision")) {
      assertThat(ApiClient.demo().get(path).status()).isEqualTo(403);
      assertThat(ApiClient.anonymous().get(path).status()).isEqualTo(401);
    }
    assertThat(ApiClient.demo().post("/api/cache/warming", Map.of()).status()).isEqualTo(403);
    assertThat(
            ApiClient.demo()
                .post("/api/runs", Map.of("operation", "cache_warming", "parameters", Map.of()))
                .status())
        .isEqualTo(403);
  }
}
