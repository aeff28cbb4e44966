package magnus.systemtests.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import magnus.systemtests.server.ApiClient;
import magnus.systemtests.server.RunningServer;
import org.junit.jupiter.api.Test;

/** No signal and no range without its record. */
@RunningServer
class SignalsIT {

  private static final String AT = "/api/market/symbols/AAPL";

  private final ApiClient demo = ApiClient.demo();

  @Test
  void eachClaimHasItsRecord() {
    ApiClient.Answer answer = demo.get(AT + "/signals");
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
    JsonNode items = answer.json().path("items");
    assertThat(items).hasSize(6);
    for (JsonNode item : items) {
      assertThat(item.path("says").asText()).isNotEmpty();
      assertThat(item.path("verdict").asText()).isNotEmpty();
      assertThat(item.path("records")).hasSize(2);
      for (JsonNode record : item.path("records")) {
        assertThat(record.path("low").asDouble())
            .isLessThanOrEqualTo(record.path("high").asDouble());
        assertThat(record.path("chance").asDouble()).isBetween(0.0, 1.0);
      }
    }
    assertThat(demo.get(AT + "/signals?window=0").status()).isEqualTo(400);
    assertThat(demo.get("/api/market/symbols/NOSUCH1/signals").status()).isEqualTo(404);
  }

  @Test
  void aSecondViewComesFromTheShelf() {
    for (String path : List.of("/signals?window=7", "/forecast")) {
      JsonNode before = demo.get(AT + path).json();
      ApiClient.Answer again = demo.get(AT + path);
      assertThat(again.header("Cache-Status")).as(path).contains("hit");
      assertThat(again.json()).isEqualTo(before);
    }
    assertThat(demo.get(AT + "/signals?window=8").json().path("window").asInt()).isEqualTo(8);
    assertThat(demo.get(AT + "/signals?window=64").status()).isEqualTo(400);
  }

  @Test
  void rangesAreInOrderAndCarryTheirCoverage() {
    ApiClient.Answer answer = demo.get(AT + "/forecast");
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
    double width = 0;
    for (JsonNode horizon : answer.json().path("horizons")) {
      double before = 0;
      for (JsonNode quantile : horizon.path("quantiles")) {
        assertThat(quantile.path("price").asDouble()).isGreaterThan(before);
        before = quantile.path("price").asDouble();
      }
      assertThat(before).isGreaterThan(width);
      width = before;
      assertThat(horizon.path("record").path("coverage90").asDouble()).isBetween(0.8, 0.97);
      assertThat(horizon.path("record").path("words").asText()).contains("random walk");
    }
  }

  @Test
  void touchingIsLikelierThanEndingBeyond() {
    double close = demo.get(AT + "/forecast").json().path("close").asDouble();
    ApiClient.Answer answer = demo.get(AT + "/forecast/chance?sessions=10&price=" + close * 1.05);
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
    double above = answer.json().path("above").path("probability").asDouble();
    assertThat(above).isBetween(0.001, 0.5);
    assertThat(answer.json().path("touch").path("probability").asDouble()).isGreaterThan(above);
    assertThat(demo.get(AT + "/forecast/chance").status()).isEqualTo(400);
  }
}
