package magnus.systemtests.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import magnus.systemtests.server.ApiClient;
import magnus.systemtests.server.RunningServer;
import org.junit.jupiter.api.Test;

/** What is recommended, what an answer changes, and what others see of it. */
@RunningServer
class RecommendationIT {

  private static final String LIST = "/api/recommendations";

  /** One heavy name, for somebody with much time. */
  private static void invested(ApiClient client) {
    String id =
        client
            .post("/api/portfolio", Map.of("name", "Advised " + UUID.randomUUID()))
            .json()
            .path("id")
            .asText();
    String transactions = "/api/portfolio/" + id + "/transactions";
    String symbol = "";
    for (JsonNode one : client.get("/api/market/symbols?limit=20").json().path("items")) {
      if (one.path("kind").asText().equals("STOCK")) {
        symbol = one.path("symbol").asText();
      }
    }
    add(client, transactions, Map.of("type", "DEPOSIT", "date", "2024-01-02", "amount", "100000"));
    add(
        client,
        transactions,
        Map.of(
            "type", "BUY",
            "date", "2024-01-03",
            "symbol", symbol,
            "quantity", "900",
            "price", "100"));
  }

  private static void add(ApiClient client, String path, Map<String, String> transaction) {
    ApiClient.Answer answer = client.post(path, transaction);
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(201);
  }

  private static List<String> ids(JsonNode list) {
    List<String> ids = new ArrayList<>();
    list.path("items").forEach(i -> ids.add(i.path("id").asText()));
    return ids;
  }

  @Test
  void anAnswerChangesTheNextListAndNobodyElseSeesIt() {
    ApiClient demo = ApiClient.demo();
    ApiClient admin = ApiClient.admin();
    invested(demo);
    ApiClient.Answer profile =
        demo.put(
            LIST + "/profile",
            Map.of("riskTolerance", "BALANCED", "horizonYears", 20, "taxed", false));
    assertThat(profile.status()).as(profile.http().body()).isEqualTo(200);
    assertThat(profile.json().path("asked").asBoolean()).isTrue();

    ApiClient.Answer first = demo.get(LIST);
    assertThat(first.status()).as(first.http().body()).isEqualTo(200);
    List<String> before = ids(first.json());
    assertThat(before).as(first.http().body()).isNotEmpty();
    assertThat(ids(demo.get(LIST).json())).isEqualTo(before);
    JsonNode card = first.json().path("items").get(0);
    assertThat(card.path("confidence").path("probability").asDouble()).isBetween(0.0, 1.0);
    assertThat(card.path("reasons")).isNotEmpty();
    assertThat(card.path("changesMind")).isNotEmpty();
    assertThat(card.path("drawn").asDouble()).isGreaterThan(0);
    assertThat(demo.get(LIST + "/next-action").json().path("recommendation").path("id").asText())
        .isIn(before);

    String id = before.get(0);
    String feedback = LIST + "/" + id + "/feedback";
    assertThat(admin.post(feedback, Map.of("action", "REJECT")).status()).isEqualTo(404);
    assertThat(ids(admin.get(LIST).json())).doesNotContainAnyElementsOf(before);
    assertThat(demo.post(LIST + "/" + id + "/opened", Map.of()).status()).isEqualTo(204);

    ApiClient.Answer next =
        demo.post(feedback, Map.of("action", "NOT_THIS_KIND", "reason", "on purpose"));
    assertThat(next.status()).as(next.http().body()).isEqualTo(200);
    next.json()
        .path("items")
        .forEach(i -> assertThat(i.path("kind")).isNotEqualTo(card.path("kind")));
    assertThat(next.json().path("heldBack").asInt()).isPositive();
    assertThat(ids(demo.get(LIST).json())).isEqualTo(ids(next.json())).doesNotContain(id);

    JsonNode history = demo.get(LIST + "/history").json();
    assertThat(history.path("items").get(0).path("said").asText()).isEqualTo("NOT_THIS_KIND");
    assertThat(history.path("items").get(0).path("reason").asText()).isEqualTo("on purpose");
    assertThat(admin.get(LIST + "/history").http().body()).doesNotContain(id);
    assertThat(demo.get(LIST + "/profile").json().path("mutedKinds").toString())
        .contains(card.path("kind").asText());
  }

  @Test
  void whatIsWrongIsNamed() {
    ApiClient demo = ApiClient.demo();
    String unknown = LIST + "/" + UUID.randomUUID() + "/feedback";
    assertThat(demo.post(unknown, Map.of("action", "ACCEPT")).status()).isEqualTo(404);
    assertThat(demo.post(unknown, Map.of("action", "PERHAPS")).status()).isEqualTo(400);
    assertThat(demo.post(unknown, Map.of()).status()).isEqualTo(400);
    ApiClient.Answer years =
        demo.put(LIST + "/profile", Map.of("riskTolerance", "BOLD", "horizonYears", 99));
    assertThat(years.status()).isEqualTo(400);
    assertThat(years.http().body()).contains("horizonYears").contains("99");
    assertThat(ApiClient.anonymous().get(LIST).status()).isEqualTo(401);
  }

  @Test
  void helpKnowsThePageAndTheOwner() {
    ApiClient demo = ApiClient.demo();
    assertThat(demo.get("/api/assist?page=/").status()).isEqualTo(200);
    assertThat(demo.get("/api/assist?page=nowhere").status()).isEqualTo(400);
    assertThat(demo.get("/api/assist?page=/portfolios/" + UUID.randomUUID()).status())
        .isEqualTo(404);
    assertThat(demo.get("/api/assist?page=/market/SPY").status()).isEqualTo(200);
  }

  @Test
  void aLossThatCouldBeTakenIsSuggestedOnItsPortfoliosPage() {
    ApiClient admin = ApiClient.admin();
    String id =
        admin
            .post(
                "/api/portfolio",
                Map.of("name", "Harvested " + UUID.randomUUID(), "taxTreatment", "TAXABLE"))
            .json()
            .path("id")
            .asText();
    try {
      String transactions = "/api/portfolio/" + id + "/transactions";
      add(
          admin,
          transactions,
          Map.of("type", "DEPOSIT", "date", "2020-01-02", "amount", "2000000"));
      add(
          admin,
          transactions,
          Map.of(
              "type", "BUY",
              "date", "2020-02-03",
              "symbol", "AAPL",
              "quantity", "10",
              "price", "100000"));
      ApiClient.Answer answer = admin.get("/api/assist?page=/portfolios/" + id);
      assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
      assertThat(answer.json().path("suggestions").toString())
          .contains("Take the loss of")
          .contains("AAPL");
    } finally {
      admin.delete("/api/portfolio/" + id);
    }
  }

  @Test
  void onlyAdministratorsSeeHowRecommendationsFare() {
    assertThat(ApiClient.demo().get(LIST + "/report").status()).isEqualTo(403);
    assertThat(ApiClient.anonymous().get(LIST + "/report").status()).isEqualTo(401);
    ApiClient admin = ApiClient.admin();
    assertThat(admin.get(LIST + "/report?days=0").status()).isEqualTo(400);
    ApiClient.Answer report = admin.get(LIST + "/report?days=7");
    assertThat(report.status()).as(report.http().body()).isEqualTo(200);
    assertThat(report.json().path("adoption").asDouble()).isBetween(0.0, 1.0);
    assertThat(report.json().path("usage").path("visits").isInt()).isTrue();
    assertThat(report.json().path("gate").path("maySwitch").asBoolean()).isFalse();
    assertThat(report.json().path("gate").path("words").asText()).isNotEmpty();
  }
}
