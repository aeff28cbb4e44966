package magnus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import magnus.systemtests.server.ApiClient;
import magnus.systemtests.server.RunningServer;
import magnus.systemtests.server.ServerAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator asks of a server. */
@RunningServer
class OperationsIT {

  private final ApiClient client = ApiClient.anonymous();

  @ParameterizedTest
  @ValueSource(strings = {"/health/live", "/health/ready", "/health/started"})
  void healthIsUp(String path) {
    var answer = client.send(HttpRequest.newBuilder(ServerAddress.shared().management(path)).GET());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("status").asText()).isEqualTo("UP");
  }

  @Test
  void openApiIsThreeOne() {
    var answer = client.get("/openapi?format=JSON");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("openapi").asText()).startsWith("3.1");
  }

  @Test
  void metricsAreForThisMachineAndNotForWhoComesThroughAProxyOnIt() {
    assertThat(client.get("/metrics").status()).isEqualTo(200);
    for (String header : new String[] {"X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"}) {
      var answer = client.send(client.request("/metrics").header(header, "127.0.0.1").GET());
      assertThat(answer.status()).as(header).isEqualTo(404);
    }
  }

  @Test
  void whatIsNotThereIsAProblemDocument() {
    var answer = client.get("/api/nothing-here");
    assertThat(answer.status()).isIn(401, 404);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }
}
