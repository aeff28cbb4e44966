package magnus.systemtests.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import magnus.systemtests.server.ApiClient;
import magnus.systemtests.server.RunningServer;
import org.junit.jupiter.api.Test;

/** Taxes over several portfolios of one owner. */
@RunningServer
class TaxIT {

  private final ApiClient demo = ApiClient.demo();

  @Test
  void aLossIsWashedByAPurchaseInARetirementAccountForGood() {
    String symbol = "WASH" + (char) ('A' + Math.floorMod(UUID.randomUUID().hashCode(), 26));
    String broker = portfolio("TAXABLE");
    String ira = portfolio("RETIREMENT");
    try {
      trade(broker, "BUY", "2021-01-05", symbol, "100", "50");
      trade(broker, "SELL", "2021-03-01", symbol, "100", "40");
      trade(ira, "BUY", "2021-03-10", symbol, "30", "41");
      JsonNode year = demo.get("/api/portfolio/tax/year?year=2021").json();
      JsonNode wash = only(year.path("washes"), symbol);
      assertThat(wash.path("forGood").asBoolean()).isTrue();
      assertThat(new BigDecimal(wash.path("loss").asText())).isEqualByComparingTo("300");
      JsonNode sale = only(year.path("sales"), symbol);
      assertThat(new BigDecimal(sale.path("counts").asText())).isEqualByComparingTo("-700");
    } finally {
      demo.delete("/api/portfolio/" + broker);
      demo.delete("/api/portfolio/" + ira);
    }
  }

  @Test
  void aPlanAddsUpAndSaysWhyTheRestIsLeftOut() {
    String broker = portfolio("TAXABLE");
    try {
      trade(broker, "DEPOSIT", "2020-01-02", null, null, null);
      trade(broker, "BUY", "2020-02-03", "AAPL", "10", "100000");
      trade(broker, "BUY", "2020-03-02", "MSFT", "10", "1");
      ApiClient.Answer answer =
          demo.post(
              "/api/portfolio/tax/plan",
              Map.of("accounts", List.of(broker), "calls", false, "never", List.of("MSFT")));
      assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
      JsonNode plan = answer.json();
      JsonNode sale = only(plan.path("sales"), "AAPL");
      assertThat(sale.path("gain").asDouble()).isNegative();
      double parts =
          StreamSupport.stream(plan.path("parts").spliterator(), false)
              .mapToDouble(part -> part.path("dollars").asDouble())
              .sum();
      assertThat(plan.path("worth").asDouble())
          .isPositive()
          .isCloseTo(parts, org.assertj.core.data.Offset.offset(1e-6));
      assertThat(only(plan.path("leftOut"), "MSFT").path("reason").asText()).contains("never");
      assertThat(plan.path("proven").asBoolean()).isTrue();
    } finally {
      demo.delete("/api/portfolio/" + broker);
    }
  }

  @Test
  void somebodyElsesPortfolioIsNotPlannedFor() {
    String broker = portfolio("TAXABLE");
    try {
      ApiClient.Answer answer =
          ApiClient.admin().post("/api/portfolio/tax/plan", Map.of("accounts", List.of(broker)));
      assertThat(answer.status()).isEqualTo(404);
      assertThat(demo.post("/api/portfolio/tax/plan", Map.of("shortTermRate", 1.5)).status())
          .isEqualTo(400);
    } finally {
      demo.delete("/api/portfolio/" + broker);
    }
  }

  private String portfolio(String treatment) {
    return demo.post(
            "/api/portfolio",
            Map.of("name", "Taxed " + UUID.randomUUID(), "taxTreatment", treatment))
        .json()
        .path("id")
        .asText();
  }

  private void trade(
      String portfolio, String type, String day, String symbol, String quantity, String price) {
    Map<String, Object> body =
        symbol == null
            ? Map.of("type", type, "date", day, "amount", 2_000_000)
            : Map.of(
                "type", type, "date", day, "symbol", symbol, "quantity", quantity, "price", price);
    ApiClient.Answer answer = demo.post("/api/portfolio/" + portfolio + "/transactions", body);
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(201);
  }

  private static JsonNode only(JsonNode items, String symbol) {
    List<JsonNode> found =
        StreamSupport.stream(items.spliterator(), false)
            .filter(item -> item.path("symbol").asText().equals(symbol))
            .toList();
    assertThat(found).as(items.toString()).hasSize(1);
    return found.get(0);
  }
}
