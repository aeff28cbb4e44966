package magnus.systemtests.prefetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import magnus.systemtests.server.ApiClient;
import magnus.systemtests.server.RunningServer;
import org.junit.jupiter.api.Test;

/** What is loaded ahead for a page is what the page asks for: it finds all of it on the shelves. */
@RunningServer
class WarmedPagesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ApiClient user = user();
  private final String portfolio = portfolio("First");
  private final String other = portfolio("Second");

  private static ApiClient user() {
    String name = "warmed-" + UUID.randomUUID().toString().substring(0, 8);
    String password = "P" + UUID.randomUUID();
    ApiClient.Answer made =
        ApiClient.admin()
            .post(
                "/api/accounts",
                Map.of("name", name, "password", password, "roles", Set.of("USER")));
    assertThat(made.status()).as(made.http().body()).isEqualTo(201);
    return ApiClient.anonymous().signIn(name, password);
  }

  private String portfolio(String name) {
    String id =
        user.post("/api/portfolio", Map.of("name", name, "currency", "USD"))
            .json()
            .path("id")
            .asText();
    ApiClient.Answer bought =
        user.post(
            "/api/portfolio/" + id + "/transactions",
            Map.of(
                "date",
                "2016-02-01",
                "type",
                "BUY",
                "symbol",
                "MSFT",
                "quantity",
                "10",
                "price",
                "50",
                "fees",
                "0",
                "amount",
                "-500"));
    assertThat(bought.status()).as(bought.http().body()).isEqualTo(201);
    return id;
  }

  private ApiClient.Answer ahead(String path) {
    return user.send(user.request(path).header("X-Magnus-Ahead", "1").GET());
  }

  private JsonNode presses(String link, String chosen) {
    ApiClient.Answer begun =
        user.post(
            "/api/prefetch",
            Map.of("page", "/calendar", "link", link, "sign", "PRESS", "portfolio", chosen));
    assertThat(begun.status()).as(begun.http().body()).isEqualTo(202);
    return begun.json().path("items").path(0);
  }

  private void warms(String page, String chosen, List<String> asked) throws InterruptedException {
    assertThat(asked.stream().map(p -> ahead(p).status()).toList())
        .as("nobody has asked for %s", asked)
        .contains(204);
    assertThat(presses(page, chosen).path("verdict").asText()).isEqualTo("PREFETCH");
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (String path : asked) {
      while (ahead(path).status() != 200) {
        assertThat(System.nanoTime()).as("%s was not loaded ahead", path).isLessThan(end);
        Thread.sleep(200);
      }
    }
    for (String path : asked) {
      assertThat(user.get(path).header("Cache-Status")).as(path).contains("hit");
    }
    JsonNode again = presses(page, chosen);
    assertThat(again.path("verdict").asText()).as(again.toString()).isEqualTo("FRESH");
    assertThat(again.path("browser").asBoolean()).isTrue();
  }

  private static String at(String portfolio, String what) {
    return "/api/portfolio/" + portfolio + "/" + what;
  }

  @Test
  void theDashboardFindsItsListItsHoldingsAndItsHistory() throws InterruptedException {
    warms(
        "/",
        portfolio,
        List.of("/api/portfolio", at(portfolio, "holdings"), at(portfolio, "value-history")));
  }

  @Test
  void theRiskOfThePortfolioThatWasChosenIsThere() throws InterruptedException {
    warms(
        "/risk",
        other,
        List.of(at(other, "risk/var"), at(other, "risk/stress"), at(other, "risk/projection")));
    assertThat(ahead(at(portfolio, "risk/var")).status()).isEqualTo(204);
  }

  @Test
  void aSymbolFindsItsQuoteAndItsChain() throws InterruptedException {
    warms(
        "/market/INTC",
        portfolio,
        List.of("/api/market/symbols/INTC/quote", "/api/market/symbols/INTC/option-chain"));
  }

  @Test
  void recommendationsFindTheirCandidates() throws InterruptedException {
    assertThat(presses("/recommendations", portfolio).path("verdict").asText())
        .isEqualTo("PREFETCH");
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!presses("/recommendations", portfolio).path("verdict").asText().equals("FRESH")) {
      assertThat(System.nanoTime()).as("no candidates were loaded ahead").isLessThan(end);
      Thread.sleep(200);
    }
    assertThat(ahead("/api/recommendations").status()).isEqualTo(200);
  }

  @Test
  void ofAPageWhoseNeedsNobodyKnowsNothingIsPromised() {
    JsonNode about = presses("/about", portfolio);
    assertThat(about.path("verdict").asText()).isEqualTo("NOTHING_KNOWN");
    assertThat(about.path("browser").asBoolean()).isFalse();
    assertThat(presses("/portfolios/" + portfolio, portfolio).path("verdict").asText())
        .isEqualTo("NOTHING_KNOWN");
  }
}
