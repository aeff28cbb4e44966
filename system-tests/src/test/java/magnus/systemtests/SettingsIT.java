package magnus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.stream.StreamSupport;
import magnus.systemtests.server.ApiClient;
import magnus.systemtests.server.RunningServer;
import magnus.systemtests.server.ServerAddress;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;

/** What an administrator changes in the server's console counts at once. */
@RunningServer
class SettingsIT {

  private static final String LEAST_LENGTH = "magnus.password.least-length";

  @Test
  void aSystemPropertySetInTheConsoleCountsFromTheNextRequest() throws IOException {
    ApiClient admin = ApiClient.admin();
    ApiClient demo = ApiClient.demo();
    assertThat(inForce(admin)).isEqualTo("15");
    ModelNode address = new ModelNode().add("system-property", LEAST_LENGTH);
    ModelNode add = Operations.createAddOperation(address);
    add.get("value").set("40");
    execute(add);
    try {
      assertThat(inForce(admin)).isEqualTo("40");
      var refused =
          demo.put(
              "/api/account/password",
              Map.of(
                  "current",
                  ServerAddress.DEMO_PASSWORD,
                  "replacement",
                  "thirty characters are too few!"));
      assertThat(refused.status()).isBetween(400, 422);
      assertThat(refused.http().body()).contains("40");
    } finally {
      execute(Operations.createRemoveOperation(address));
    }
    assertThat(inForce(admin)).isEqualTo("15");
  }

  @Test
  void settingsAreForAdministrators() {
    assertThat(ApiClient.anonymous().get("/api/settings").status()).isEqualTo(401);
    assertThat(ApiClient.demo().get("/api/settings").status()).isEqualTo(403);
  }

  @Test
  void secretsAreNotShown() {
    assertThat(ApiClient.admin().get("/api/settings").http().body())
        .doesNotContain(ServerAddress.DEMO_PASSWORD)
        .doesNotContain(ServerAddress.ADMIN_PASSWORD);
  }

  private static String inForce(ApiClient admin) {
    JsonNode items = admin.get("/api/settings").json().path("items");
    return StreamSupport.stream(items.spliterator(), false)
        .filter(s -> s.path("key").asText().equals(LEAST_LENGTH))
        .map(s -> s.path("value").asText())
        .findFirst()
        .orElseThrow();
  }

  private void execute(ModelNode operation) throws IOException {
    URI console = ServerAddress.shared().management("/");
    try (ModelControllerClient client =
        ModelControllerClient.Factory.create(console.getHost(), console.getPort())) {
      ModelNode outcome = client.execute(operation);
      assertThat(Operations.isSuccessfulOutcome(outcome)).as(outcome.asString()).isTrue();
    }
  }
}
