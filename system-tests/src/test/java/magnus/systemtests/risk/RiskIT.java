package magnus.systemtests.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import magnus.basics.json.Json;
import magnus.systemtests.server.ApiClient;
import magnus.systemtests.server.RunningServer;
import org.junit.jupiter.api.Test;

/** What a portfolio may lose, as a program and a viewer of the stream see it. */
@RunningServer
class RiskIT {

  private static final List<String> REPORTS =
      List.of("", "/var", "/stress", "/projection", "/exposures", "/score");

  private static String invested(ApiClient client) {
    String id =
        client
            .post("/api/portfolio", Map.of("name", "Risky " + UUID.randomUUID()))
            .json()
            .path("id")
            .asText();
    add(client, id, Map.of("type", "DEPOSIT", "date", "2024-01-02", "amount", "60000"));
    for (JsonNode one : client.get("/api/market/symbols?limit=4").json().path("items")) {
      buy(client, id, one.path("symbol").asText(), 20);
    }
    buy(client, id, "NOSUCHNAME", 1);
    return id;
  }

  private static void buy(ApiClient client, String id, String symbol, int quantity) {
    add(
        client,
        id,
        Map.of(
            "type", "BUY",
            "date", "2024-01-03",
            "symbol", symbol,
            "quantity", Integer.toString(quantity),
            "price", "100"));
  }

  private static void add(ApiClient client, String id, Map<String, String> transaction) {
    ApiClient.Answer answer = client.post("/api/portfolio/" + id + "/transactions", transaction);
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(201);
  }

  private static JsonNode report(ApiClient client, String id, String report) {
    ApiClient.Answer answer = client.get("/api/portfolio/" + id + "/risk" + report);
    assertThat(answer.status()).as(report + " " + answer.http().body()).isEqualTo(200);
    return answer.json();
  }

  private static List<JsonNode> events(String body) throws Exception {
    List<JsonNode> events = new ArrayList<>();
    for (String line : body.split("\n")) {
      if (line.startsWith("data: ")) {
        events.add(Json.mapper().readTree(line.substring(6)));
      }
    }
    return events;
  }

  @Test
  void everyReportComesAndSaysWhatItLacks() {
    ApiClient demo = ApiClient.demo();
    String id = invested(demo);
    for (String report : REPORTS) {
      assertThat(report(demo, id, report).path("missing").findValuesAsText("symbol"))
          .as(report)
          .contains("NOSUCHNAME");
    }
    JsonNode tails = report(demo, id, "/var");
    assertThat(tails.at("/levels/99/record/kupiec").isNumber()).isTrue();
    assertThat(tails.path("compared")).hasSize(3);
    assertThat(report(demo, id, "/stress").path("scenarios")).hasSizeGreaterThan(8);
    JsonNode grid = report(demo, id, "/projection");
    assertThat(grid.path("cells"))
        .hasSize(
            grid.path("prices").size()
                * grid.path("volatilities").size()
                * grid.path("days").size());
    assertThat(report(demo, id, "/exposures").at("/factors/rSquared").asDouble())
        .isBetween(0.0, 1.0);
    JsonNode score = report(demo, id, "/score");
    double points = 0;
    for (JsonNode part : score.path("parts")) {
      points += part.path("points").asDouble();
    }
    assertThat(points).isCloseTo(score.path("score").asDouble(), within(1e-6));
  }

  @Test
  void targetWeightsKeepToTheirLimits() {
    ApiClient demo = ApiClient.demo();
    String path = "/api/portfolio/" + invested(demo) + "/optimise";
    for (String method :
        List.of("MINIMUM_VOLATILITY", "MEAN_VARIANCE", "RISK_PARITY", "HIERARCHICAL_RISK_PARITY")) {
      ApiClient.Answer answer =
          demo.post(path, Map.of("method", method, "mostWeight", 0.4, "symbols", List.of("SPY")));
      assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
      assertWeights(answer.json(), 0.4);
    }
    JsonNode items = demo.post(path, Map.of()).json().path("items");
    String first = items.get(0).path("symbol").asText();
    String second = items.get(1).path("symbol").asText();
    Map<String, Object> view =
        Map.of("symbol", first, "over", second, "annualReturn", 0.5, "confidence", 0.9);
    ApiClient.Answer viewed =
        demo.post(path, Map.of("method", "BLACK_LITTERMAN", "views", List.of(view)));
    assertThat(viewed.status()).as(viewed.http().body()).isEqualTo(200);
    JsonNode favoured = viewed.json().path("items").get(0);
    assertThat(favoured.at("/weight/then").asDouble())
        .isGreaterThan(favoured.at("/weight/now").asDouble());
    assertThat(demo.post(path, Map.of("mostWeight", 0.1)).status()).isEqualTo(422);
    assertThat(demo.post(path, Map.of("keep", List.of("NOTHELD"))).status()).isEqualTo(400);
    assertThat(demo.post(path, Map.of("symbols", List.of("NOTATALL"))).status()).isEqualTo(404);
    assertThat(ApiClient.admin().post(path, Map.of()).status()).isEqualTo(404);
  }

  private static void assertWeights(JsonNode answer, double most) {
    double sum = 0;
    double risk = 0;
    for (JsonNode item : answer.path("items")) {
      double weight = item.at("/weight/then").asDouble();
      assertThat(weight).isBetween(-1e-9, most + 1e-9);
      sum += weight;
      risk += item.at("/riskShare/then").asDouble();
    }
    assertThat(sum).isCloseTo(1, within(1e-6));
    assertThat(risk).isCloseTo(1, within(1e-6));
    assertThat(answer.path("missing").has("NOSUCHNAME")).isTrue();
  }

  @Test
  void nobodyElseMaySeeIt() {
    String id = invested(ApiClient.demo());
    for (String report : REPORTS) {
      assertThat(ApiClient.admin().get("/api/portfolio/" + id + "/risk" + report).status())
          .as(report)
          .isEqualTo(404);
    }
    assertThat(ApiClient.admin().get("/api/ai/stream/stress_test?portfolio=" + id).status())
        .isEqualTo(404);
    assertThat(ApiClient.demo().get("/api/ai/stream/stress_test?portfolio=none").status())
        .isEqualTo(400);
  }

  @Test
  void aChangeOfThePortfolioReachesTheShelves() {
    ApiClient demo = ApiClient.demo();
    String id = invested(demo);
    String before = report(demo, id, "/stress").path("covered").asText();
    assertThat(demo.get("/api/portfolio/" + id + "/risk/stress").header("Cache-Status"))
        .contains("hit");
    add(demo, id, Map.of("type", "DEPOSIT", "date", "2024-01-02", "amount", "5000"));
    assertThat(report(demo, id, "/stress").path("covered").asText()).isNotEqualTo(before);
  }

  @Test
  void exposuresAndScoreLieOnShelvesUntilTheNextTrade() {
    ApiClient demo = ApiClient.demo();
    String id = invested(demo);
    String bought = demo.get("/api/market/symbols?limit=5").json().at("/items/4/symbol").asText();
    for (String report : List.of("/exposures", "/score")) {
      String path = "/api/portfolio/" + id + "/risk" + report;
      JsonNode before = report(demo, id, report);
      ApiClient.Answer again = demo.get(path);
      assertThat(again.header("Cache-Status")).as(report).contains("hit");
      assertThat(again.json()).isEqualTo(before);
      buy(demo, id, bought, 30);
      ApiClient.Answer after = demo.get(path);
      assertThat(after.header("Cache-Status")).as(report).contains("miss");
      assertThat(after.json()).isNotEqualTo(before);
      assertThat(Instant.parse(after.json().path("asOf").asText()))
          .isAfter(Instant.parse(before.path("asOf").asText()));
    }
  }

  @Test
  void theStressTestStreamsAndResumes() throws Exception {
    ApiClient demo = ApiClient.demo();
    String stream = "/api/ai/stream/stress_test?portfolio=" + invested(demo);
    List<JsonNode> whole = events(demo.get(stream).http().body());
    assertThat(whole)
        .extracting(e -> e.path("type").asText())
        .containsSubsequence(
            "start", "stress_scenarios", "projection", "exposures", "risk_score", "complete");
    String run = whole.get(0).path("run").asText();
    List<JsonNode> rest =
        events(
            demo.send(demo.request(stream).header("Last-Event-ID", run + ":2").GET())
                .http()
                .body());
    assertThat(rest).isEqualTo(whole.subList(2, whole.size()));
  }
}
