package magnus.systemtests.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import magnus.basics.json.Json;
import magnus.systemtests.server.ApiClient;
import magnus.systemtests.server.RunningServer;
import org.junit.jupiter.api.Test;

/** What could be sold, what options say, and what could take the place of sold ones. */
@RunningServer
class OptionsIT {

  private final ApiClient demo = ApiClient.demo();

  @Test
  void aScanTellsWhatItFindsAndEachScoreAddsUp() throws IOException {
    ApiClient.Answer answer =
        demo.get(
            "/api/ai/stream/options_scan?symbols=AAPL,MSFT,KO,XOM&kind=CASH_SECURED_PUT"
                + "&leastOpenInterest=0&mostSpread=1&mostPerSymbol=5");
    assertThat(answer.status()).isEqualTo(200);
    List<JsonNode> events = new ArrayList<>();
    for (String line : answer.http().body().split("\n")) {
      if (line.startsWith("data: ")) {
        events.add(Json.mapper().readTree(line.substring(6)));
      }
    }
    List<String> types = events.stream().map(e -> e.path("type").asText()).toList();
    assertThat(types).startsWith("start").endsWith("complete").contains("opportunities");
    JsonNode found = events.get(types.indexOf("opportunities"));
    assertThat(found.path("symbols").asInt()).isEqualTo(4);
    assertThat(found.path("items")).isNotEmpty();
    for (JsonNode item : found.path("items")) {
      double points = 0;
      for (JsonNode part : item.path("score").path("parts")) {
        points += part.path("points").asDouble();
      }
      assertThat(points).isCloseTo(item.path("score").path("value").asDouble(), within(1e-6));
      assertThat(item.path("worstCase").asText()).isNotEmpty();
      assertThat(item.path("changesMind").asText()).isNotEmpty();
    }
  }

  @Test
  void aStrategysPayoffCrossesZeroAtItsBreakEvens() {
    ApiClient.Answer answer = demo.get("/api/agents/options/analyze?symbol=AAPL");
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
    JsonNode strategies = answer.json().path("strategies");
    assertThat(strategies).isNotEmpty();
    for (JsonNode strategy : strategies) {
      double before = 0;
      for (JsonNode point : strategy.path("payoff")) {
        double price = point.path("price").asDouble();
        assertThat(price).isGreaterThan(before);
        before = price;
        for (JsonNode even : strategy.path("breakEvens")) {
          if (even.asDouble() == price) {
            // a calendar's far leg bends between the points at which zeros are sought
            assertThat(point.path("profit").asDouble()).isCloseTo(0, within(5.0));
          }
        }
      }
      assertThat(LocalDate.parse(strategy.path("horizon").asText())).isNotNull();
    }
    assertThat(demo.get("/api/agents/options/analyze?symbol=NOSUCH").status()).isEqualTo(404);
  }

  @Test
  void aSoldCallIsAdvisedOnAndNobodyElsesIs() {
    JsonNode chain = demo.get("/api/market/symbols/AAPL/option-chain").json();
    double spot = chain.path("spot").asDouble();
    LocalDate expiry = LocalDate.parse(chain.path("expiries").get(2).asText());
    // lately, so that no split has changed its terms since
    LocalDate sale = LocalDate.parse(chain.path("at").asText().substring(0, 10)).minusDays(3);
    double strike = 0;
    for (JsonNode c :
        demo.get("/api/market/symbols/AAPL/option-chain?expiry=" + expiry)
            .json()
            .path("contracts")) {
      double k = c.path("strike").asDouble();
      if (c.path("right").asText().equals("CALL") && k > spot && (strike == 0 || k < strike)) {
        strike = k;
      }
    }
    String id =
        demo.post("/api/portfolio", Map.of("name", "Sold " + UUID.randomUUID()))
            .json()
            .path("id")
            .asText();
    try {
      String symbol =
          String.format(
              Locale.ROOT,
              "AAPL%sC%08d",
              expiry.format(DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT)),
              Math.round(strike * 1000));
      ApiClient.Answer sold =
          demo.post(
              "/api/portfolio/" + id + "/transactions",
              Map.of(
                  "type", "SELL_TO_OPEN",
                  "date", sale.toString(),
                  "symbol", symbol,
                  "quantity", "1",
                  "price", "2"));
      assertThat(sold.status()).as(sold.http().body()).isEqualTo(201);
      String rolls = "/api/agents/options/rolls?portfolio=" + id;
      ApiClient.Answer answer = demo.get(rolls);
      assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
      JsonNode advice = answer.json().path("items").get(0);
      assertThat(advice.path("symbol").asText()).isEqualTo("AAPL");
      assertThat(advice.path("strike").asDouble()).isEqualTo(strike);
      assertThat(advice.path("reason").asText()).isNotEmpty();
      for (JsonNode roll : advice.path("rolls")) {
        assertThat(roll.path("credit").asDouble()).isPositive();
        assertThat(roll.path("headline").asText()).contains("DTE: roll for");
      }
      assertThat(ApiClient.admin().get(rolls).status()).isEqualTo(404);
    } finally {
      demo.delete("/api/portfolio/" + id);
    }
  }
}
