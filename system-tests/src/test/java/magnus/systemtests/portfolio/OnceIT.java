package magnus.systemtests.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import magnus.systemtests.server.ApiClient;
import magnus.systemtests.server.RunningServer;
import org.junit.jupiter.api.Test;

/** What may happen once only, wanted twice. */
@RunningServer
class OnceIT {

  @Test
  void aNameWantedByTwoAtTheSameInstantGoesToOne() throws Exception {
    ApiClient one = ApiClient.demo();
    ApiClient other = ApiClient.demo();
    for (int round = 0; round < 10; round++) {
      Map<String, String> wish = Map.of("name", "Twice " + UUID.randomUUID());
      CyclicBarrier together = new CyclicBarrier(2);
      FutureTask<Integer> second = new FutureTask<>(() -> created(other, wish, together));
      new Thread(second).start();
      int first = created(one, wish, together);
      assertThat(Stream.of(first, second.get())).containsExactlyInAnyOrder(201, 409);
    }
  }

  private static int created(ApiClient client, Map<String, String> wish, CyclicBarrier together)
      throws Exception {
    together.await();
    return client.post("/api/portfolio", wish).status();
  }

  @Test
  void aFileThatBringsNothingNewIsNotKept() throws IOException {
    ApiClient demo = ApiClient.demo();
    String id =
        demo.post("/api/portfolio", Map.of("name", "Again " + UUID.randomUUID()))
            .json()
            .path("id")
            .asText();
    String imports = "/api/portfolio/" + id + "/imports";
    byte[] file = Files.readAllBytes(Path.of("../samples/schwab_transactions_2025.csv"));
    ApiClient.Answer first = demo.upload(imports + "?name=a.csv", file);
    assertThat(first.status()).as(first.http().body()).isEqualTo(201);
    JsonNode brought = first.json();
    ApiClient.Answer again = demo.upload(imports + "?name=a.csv", file);
    assertThat(again.status()).as(again.http().body()).isEqualTo(200);
    assertThat(again.header("Location")).isEmpty();
    assertThat(again.json().has("id")).isFalse();
    assertThat(again.json().path("imported").asInt()).isZero();
    assertThat(again.json().path("duplicates").asInt()).isEqualTo(brought.path("imported").asInt());
    assertThat(demo.get(imports).json().path("items")).hasSize(1);
  }

  @Test
  void anImportSentAgainWithItsKeyGetsTheFirstAnswer() throws IOException {
    ApiClient demo = ApiClient.demo();
    String id =
        demo.post("/api/portfolio", Map.of("name", "Repeated " + UUID.randomUUID()))
            .json()
            .path("id")
            .asText();
    byte[] file = Files.readAllBytes(Path.of("../samples/schwab_transactions_2025.csv"));
    String key = UUID.randomUUID().toString();
    String path = "/api/portfolio/" + id + "/imports?name=a.csv";
    ApiClient.Answer first = imported(demo, path, key, file);
    assertThat(first.status()).as(first.http().body()).isEqualTo(201);
    ApiClient.Answer again = imported(demo, path, key, file);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    byte[] other = file.clone();
    other[other.length - 1] = ' ';
    assertThat(imported(demo, path, key, other).status()).isEqualTo(422);
  }

  private static ApiClient.Answer imported(ApiClient client, String path, String key, byte[] file) {
    return client.send(
        client
            .request(path)
            .header("Content-Type", "application/octet-stream")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
  }
}
