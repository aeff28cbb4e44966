package magnus.systemtests.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import magnus.systemtests.server.ApiClient;

/** A small portfolio of simulated stocks, at a market time that stands still. */
final class AnalysedPortfolio {

  private AnalysedPortfolio() {}

  /** Stops market time, so that two runs of the same operation read the same. */
  static void freeze(ApiClient admin) {
    var answer =
        admin.put(
            "/api/market/clock",
            Map.of("mode", "REPLAY", "at", "2024-06-03T15:00:00Z", "speed", 0));
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
  }

  /** Makes the portfolio; its address as parameter of the operation. */
  static String create(ApiClient client) {
    String id = client.post("/api/portfolio", Map.of("name", "Streams")).json().path("id").asText();
    String transactions = "/api/portfolio/" + id + "/transactions";
    add(client, transactions, Map.of("type", "DEPOSIT", "date", "2024-01-02", "amount", "50000"));
    for (JsonNode symbol : client.get("/api/market/symbols?limit=3").json().path("items")) {
      add(
          client,
          transactions,
          Map.of(
              "type", "BUY",
              "date", "2024-01-03",
              "symbol", symbol.path("symbol").asText(),
              "quantity", "10",
              "price", "100"));
    }
    return id;
  }

  private static void add(ApiClient client, String path, Map<String, String> transaction) {
    var answer = client.post(path, transaction);
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(201);
  }

  static String stream(String portfolio) {
    return "/api/ai/stream/portfolio_analysis?portfolio=" + portfolio;
  }
}
