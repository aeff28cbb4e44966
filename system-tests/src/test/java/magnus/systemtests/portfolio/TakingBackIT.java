package magnus.systemtests.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import magnus.systemtests.server.ApiClient;
import magnus.systemtests.server.RunningServer;
import org.junit.jupiter.api.Test;

/** What was entered or imported by mistake is taken back. */
@RunningServer
class TakingBackIT {

  private static String created(ApiClient client) {
    return client
        .post("/api/portfolio", Map.of("name", "Mistaken " + UUID.randomUUID()))
        .json()
        .path("id")
        .asText();
  }

  private static String entered(ApiClient client, String portfolio, String type, String... more) {
    Map<String, String> wish = new HashMap<>(Map.of("type", type));
    for (int i = 0; i < more.length; i += 2) {
      wish.put(more[i], more[i + 1]);
    }
    ApiClient.Answer answer = client.post("/api/portfolio/" + portfolio + "/transactions", wish);
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(201);
    return answer.json().path("id").asText();
  }

  @Test
  void aTransactionByHandIsTakenBackUnlessAnotherNeedsIt() {
    ApiClient demo = ApiClient.demo();
    String portfolio = created(demo);
    String path = "/api/portfolio/" + portfolio + "/transactions/";
    String deposit = entered(demo, portfolio, "DEPOSIT", "date", "2024-03-01", "amount", "1000");
    String bought =
        entered(
            demo,
            portfolio,
            "BUY",
            "date",
            "2024-03-04",
            "symbol",
            "KO",
            "quantity",
            "5",
            "price",
            "60");
    String sold =
        entered(
            demo,
            portfolio,
            "SELL",
            "date",
            "2024-03-05",
            "symbol",
            "KO",
            "quantity",
            "5",
            "price",
            "61");

    assertThat(ApiClient.admin().delete(path + sold).status()).as("another user's").isEqualTo(404);
    ApiClient.Answer needed = demo.delete(path + bought);
    assertThat(needed.status()).isEqualTo(409);
    assertThat(needed.json().path("type").asText()).isEqualTo("/problems/transaction-still-needed");

    assertThat(demo.delete(path + sold).status()).isEqualTo(204);
    assertThat(demo.delete(path + sold).status()).isEqualTo(404);
    assertThat(demo.delete(path + bought).status()).isEqualTo(204);
    JsonNode holdings = demo.get("/api/portfolio/" + portfolio + "/holdings").json();
    assertThat(holdings.path("items")).isEmpty();
    assertThat(holdings.path("cash").asText()).startsWith("1000");
    assertThat(demo.delete(path + deposit).status()).isEqualTo(204);
    assertThat(demo.get("/api/portfolio/" + portfolio + "/transactions").json().path("items"))
        .isEmpty();
  }

  @Test
  void anImportedTransactionPointsToItsImport() throws IOException {
    ApiClient demo = ApiClient.demo();
    String portfolio = created(demo);
    byte[] file = Files.readAllBytes(Path.of("../samples/schwab_transactions_2025.csv"));
    String imported =
        demo.upload("/api/portfolio/" + portfolio + "/imports?name=a.csv", file)
            .json()
            .path("id")
            .asText();
    String transactions = "/api/portfolio/" + portfolio + "/transactions";
    JsonNode items = demo.get(transactions).json().path("items");
    ApiClient.Answer refused = demo.delete(transactions + "/" + items.get(0).path("id").asText());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("type").asText())
        .isEqualTo("/problems/transaction-of-an-import");
    assertThat(refused.json().path("detail").asText()).contains(imported).contains("undo");
    assertThat(demo.get(transactions).json().path("items")).hasSameSizeAs(items);
  }
}
