package magnus.systemtests.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import magnus.systemtests.server.ApiClient;
import magnus.systemtests.server.RunningServer;
import org.junit.jupiter.api.Test;

/** Rules tell once, until they are acknowledged and re-armed, and nobody but their user. */
@RunningServer
class AlertsIT {

  private static final String RULES = "/api/alerts/rules";

  private final ApiClient demo = ApiClient.demo();
  private final ApiClient admin = ApiClient.admin();

  private String made(Map<String, Object> rule) {
    ApiClient.Answer answer = demo.post(RULES, rule);
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(201);
    return answer.json().path("id").asText();
  }

  private JsonNode told(String rule) {
    for (JsonNode notice : demo.get("/api/alerts?limit=200").json().path("items")) {
      if (notice.path("rule").asText().equals(rule)) {
        return notice;
      }
    }
    return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
  }

  private long count(String rule) {
    long count = 0;
    for (JsonNode notice : demo.get("/api/alerts?limit=200").json().path("items")) {
      count += notice.path("rule").asText().equals(rule) ? 1 : 0;
    }
    return count;
  }

  @Test
  void aPriceRuleTellsOnceAndNobodyElse() {
    String symbol = symbol();
    String rule = made(Map.of("kind", "PRICE_ABOVE", "symbol", symbol, "threshold", 0.01));
    try {
      demo.post("/api/alerts/check", Map.of());
      demo.post("/api/alerts/check", Map.of());
      JsonNode notice = told(rule);
      assertThat(count(rule)).isEqualTo(1);
      assertThat(notice.path("figure").asDouble()).isGreaterThan(0.01);
      assertThat(demo.get("/api/alerts/unread").json().path("unread").asLong()).isPositive();
      String id = notice.path("id").asText();
      String acknowledge = "/api/alerts/" + id + "/acknowledge";
      assertThat(admin.post(acknowledge, Map.of()).status()).isEqualTo(404);
      assertThat(admin.get(RULES + "/" + rule).status()).isEqualTo(404);
      assertThat(admin.delete(RULES + "/" + rule).status()).isEqualTo(404);
      assertThat(admin.get("/api/alerts?limit=200").http().body()).doesNotContain(id);
      assertThat(demo.post(acknowledge, Map.of()).status()).isEqualTo(204);
      assertThat(told(rule).path("acknowledgedAt").asText()).isNotEmpty();
      demo.post("/api/alerts/check", Map.of());
      assertThat(count(rule)).isEqualTo(1);
    } finally {
      demo.delete(RULES + "/" + rule);
    }
  }

  @Test
  void theClockTellsToo() throws InterruptedException {
    String rule = made(Map.of("kind", "PRICE_BELOW", "symbol", symbol(), "threshold", 1e8));
    try {
      for (int i = 0; i < 60 && count(rule) == 0; i++) {
        Thread.sleep(1_000);
      }
      assertThat(count(rule)).isEqualTo(1);
    } finally {
      demo.delete(RULES + "/" + rule);
    }
  }

  @Test
  void aPortfoliosRuleLooksAtEachHolding() {
    String symbol = symbol();
    String portfolio =
        demo.post("/api/portfolio", Map.of("name", "Watched " + UUID.randomUUID()))
            .json()
            .path("id")
            .asText();
    String transactions = "/api/portfolio/" + portfolio + "/transactions";
    demo.post(transactions, Map.of("type", "DEPOSIT", "date", "2024-01-02", "amount", "100000"));
    ApiClient.Answer bought =
        demo.post(
            transactions,
            Map.of(
                "type", "BUY",
                "date", "2024-01-03",
                "symbol", symbol,
                "quantity", "900",
                "price", "100"));
    assertThat(bought.status()).as(bought.http().body()).isEqualTo(201);
    String rule = made(Map.of("kind", "WEIGHT", "portfolio", portfolio, "threshold", 0.05));
    try {
      demo.post("/api/alerts/check", Map.of());
      assertThat(told(rule).path("subject").asText()).isEqualTo(symbol);
      assertThat(
              admin
                  .post(RULES, Map.of("kind", "WEIGHT", "portfolio", portfolio, "threshold", 0.05))
                  .status())
          .isEqualTo(404);
    } finally {
      demo.delete(RULES + "/" + rule);
      demo.delete("/api/portfolio/" + portfolio);
    }
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThat(demo.post(RULES, Map.of("kind", "PRICE_ABOVE", "threshold", 1)).status())
        .isEqualTo(400);
    assertThat(
            demo.post(RULES, Map.of("kind", "CHANGE", "symbol", symbol(), "threshold", -1))
                .status())
        .isEqualTo(400);
    assertThat(
            demo.post(RULES, Map.of("kind", "CHANGE", "symbol", "NOSUCH1", "threshold", 0.1))
                .status())
        .isEqualTo(404);
  }

  private String symbol() {
    for (JsonNode one : demo.get("/api/market/symbols?limit=20").json().path("items")) {
      if (one.path("kind").asText().equals("STOCK")) {
        return one.path("symbol").asText();
      }
    }
    throw new AssertionError("no stock");
  }
}
