package magnus.systemtests.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import magnus.systemtests.server.ApiClient;
import magnus.systemtests.server.RunningServer;
import magnus.systemtests.server.ServerAddress;
import org.junit.jupiter.api.Test;

/** A client that goes away in the middle of a file. */
@RunningServer
class BrokenUploadIT {

  @Test
  void leavesNothingBehindButAnEntryInTheAuditLog() throws Exception {
    ApiClient admin = ApiClient.admin();
    String token =
        admin.post("/api/tokens", Map.of("name", "upload")).json().path("token").asText();
    String name = "broken-" + UUID.randomUUID() + ".csv";
    String reply =
        sentInPart(
            "POST /api/market/imports?kind=bars&name="
                + name
                + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + token
                + "\r\nContent-Type: text/csv\r\nContent-Length: 1000000\r\n\r\n"
                + "symbol,date,open,high,low,close,volume\nZZBRK,2024-01-02,1,1,1,1,1\nZZB");
    assertThat(reply)
        .satisfiesAnyOf(
            r -> assertThat(r).isEmpty(), // the connection is gone
            r -> assertThat(r).startsWith("HTTP/1.1 400").contains("upload-broken-off"));
    JsonNode entry = auditEntry(admin, name);
    assertThat(entry.path("action").asText()).isEqualTo("market-data-import");
    assertThat(entry.path("outcome").asText()).isEqualTo("refused");
    assertThat(admin.get("/api/market/symbols/ZZBRK").status()).isEqualTo(404);
    assertThat(admin.get("/api/market/imports").http().body()).doesNotContain(name);
  }

  private static JsonNode auditEntry(ApiClient admin, String subject) throws InterruptedException {
    for (int i = 0; i < 50; i++) {
      for (JsonNode entry : admin.get("/api/audit?limit=50").json().path("items")) {
        if (entry.path("subject").asText().equals(subject)) {
          return entry;
        }
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    throw new AssertionError("the audit log says nothing of " + subject);
  }

  /** Sends what is there, then ends its side of the connection. */
  private static String sentInPart(String request) throws IOException {
    URI server = ServerAddress.shared().http("/");
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
