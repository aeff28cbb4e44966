package magnus.systemtests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import magnus.systemtests.server.ApiClient;
import magnus.systemtests.server.OwnServer;
import magnus.systemtests.server.ServerAddress;

/** One node as its administrator sees it. */
final class ClusterNode {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final String name;
  private final OwnServer server;
  private ApiClient admin;

  ClusterNode(String name, OwnServer server) {
    this.name = name;
    this.server = server;
  }

  String name() {
    return name;
  }

  OwnServer server() {
    return server;
  }

  Link link() {
    return new Link(server.process());
  }

  /** To be called when the server has started, again when it was started again. */
  void signIn() {
    admin = new ApiClient(server.address()).signIn("admin", ServerAddress.ADMIN_PASSWORD);
  }

  ApiClient admin() {
    return admin;
  }

  /** A client of its own for another thread. */
  ApiClient demo() {
    return new ApiClient(server.address()).signIn("demo", ServerAddress.DEMO_PASSWORD);
  }

  ApiClient.Answer quote(String symbol) {
    ApiClient.Answer answer = admin.get("/api/market/symbols/" + symbol + "/quote");
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
    return answer;
  }

  boolean answersFromCache(String symbol) {
    return quote(symbol).header("Cache-Status").contains("; hit;");
  }

  /** Earnings of a symbol end whatever is made from it. */
  JsonNode raiseEarnings(String symbol) {
    ApiClient.Answer answer =
        admin.post(
            "/api/cache/events",
            Map.of("kind", "EARNINGS_RELEASE", "touches", List.of("SYMBOL:" + symbol)));
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(201);
    return answer.json();
  }

  JsonNode why(String place) {
    ApiClient.Answer answer =
        admin.get("/api/cache/why?key=" + URLEncoder.encode(place, StandardCharsets.UTF_8));
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
    return answer.json();
  }

  /** How often this node has asked the source of a shelf since its start. */
  long loads(String shelf) {
    JsonNode counts = admin.get("/api/cache/shelves/" + shelf).json().path("shelf").path("counts");
    return counts.path("loads").asLong();
  }

  private int nodes() {
    return admin.get("/api/cache/shelves").json().path("nodes").size();
  }

  void awaitNodes(int nodes) {
    await(name + " sees " + nodes, () -> nodes() == nodes);
  }

  /** Looks again until it is so. */
  static void await(String what, BooleanSupplier so) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!so.getAsBoolean()) {
      assertThat(System.nanoTime()).as("not in time: " + what).isLessThan(end);
      try {
        TimeUnit.MILLISECONDS.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }
}
