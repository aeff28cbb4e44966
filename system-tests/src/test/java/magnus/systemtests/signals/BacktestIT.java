package magnus.systemtests.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import magnus.systemtests.server.ApiClient;
import magnus.systemtests.server.RunningServer;
import org.junit.jupiter.api.Test;

/** A backtest is a run, whose result its owner reads and nobody else. */
@RunningServer
class BacktestIT {

  private final ApiClient demo = ApiClient.demo();

  private ApiClient.Answer start(Map<String, String> parameters) {
    return demo.post(
        "/api/runs", Map.of("operation", "strategy_backtest", "parameters", parameters));
  }

  private JsonNode result(Map<String, String> parameters) throws InterruptedException {
    ApiClient.Answer started = start(parameters);
    assertThat(started.status()).as(started.http().body()).isEqualTo(202);
    String run = started.json().path("id").asText();
    for (int i = 0; i < 120; i++) {
      if (!demo.get("/api/runs/" + run).json().path("status").asText().equals("RUNNING")) {
        break;
      }
      Thread.sleep(500);
    }
    ApiClient.Answer answer = demo.get("/api/backtests/" + run);
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
    assertThat(ApiClient.admin().get("/api/backtests/" + run).status()).isEqualTo(404);
    return answer.json();
  }

  @Test
  void rebalancingIsJudgedAgainstHolding() throws InterruptedException {
    JsonNode report = result(Map.of("strategy", "RISK_PARITY", "symbols", "AAPL,MSFT,SPY"));
    assertThat(report.path("strategy").path("costs").asDouble()).isPositive();
    assertThat(report.path("significance").path("chance").asDouble()).isBetween(0.0, 1.0);
    assertThat(report.path("significance").path("trials").asInt())
        .isEqualTo(report.path("variants").size());
    assertThat(report.path("series").size()).isGreaterThan(20);
    assertThat(report.path("strategy").path("volatility").asDouble())
        .isLessThan(report.path("hold").path("volatility").asDouble() * 1.1);
  }

  @Test
  void optionsSayHowTheyWerePriced() throws InterruptedException {
    JsonNode report = result(Map.of("strategy", "WHEEL", "symbols", "AAPL"));
    assertThat(report.path("pricing").asText()).contains("no past chains");
    assertThat(report.path("strategy").path("trades").asInt()).isGreaterThan(50);
  }

  @Test
  void whatCannotBeWalkedIsRefusedAtOnce() {
    assertThat(start(Map.of("strategy", "MARTINGALE", "symbols", "AAPL")).status()).isEqualTo(400);
    assertThat(start(Map.of("strategy", "WHEEL", "symbols", "AAPL,MSFT")).status()).isEqualTo(400);
    assertThat(start(Map.of("strategy", "BANDS", "symbols", "NOSUCH1")).status()).isEqualTo(404);
    assertThat(
            start(Map.of("strategy", "BANDS", "symbols", "AAPL,MSFT", "weights", ".5,.6")).status())
        .isEqualTo(400);
    assertThat(
            start(
                    Map.of(
                        "strategy", "BANDS",
                        "symbols", "AAPL,MSFT",
                        "from", "2026-01-02",
                        "to", "2026-02-02"))
                .status())
        .isEqualTo(422);
  }
}
