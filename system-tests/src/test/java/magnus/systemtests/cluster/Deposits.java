package magnus.systemtests.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import magnus.systemtests.server.ApiClient;

/**
 * Writers that pay into a portfolio and look at it, until they are told to end or get no answer.
 */
final class Deposits implements AutoCloseable {

  private final String portfolio;
  private final Set<String> answered = ConcurrentHashMap.newKeySet();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final AtomicInteger sequence = new AtomicInteger();
  private final AtomicBoolean ending = new AtomicBoolean();
  private final ExecutorService writers = Executors.newCachedThreadPool();

  Deposits(ApiClient owner) {
    portfolio =
        owner.post("/api/portfolio", Map.of("name", "Under load")).json().path("id").asText();
  }

  /** One more writer. */
  void write(ApiClient client) {
    writers.execute(
        () -> {
          while (!ending.get() && deposit(client)) {
            // until there is no answer
          }
        });
  }

  private boolean deposit(ApiClient client) {
    String note = "deposit " + sequence.incrementAndGet();
    try {
      int status =
          client
              .post(
                  "/api/portfolio/" + portfolio + "/transactions",
                  Map.of("type", "DEPOSIT", "date", "2024-03-01", "amount", "1", "note", note))
              .status();
      if (status == 201) {
        answered.add(note);
      } else {
        refused.add(status + " for " + note);
      }
      int seen = client.get("/api/portfolio/" + portfolio + "/holdings").status();
      if (seen != 200) {
        refused.add(seen + " for holdings");
      }
      return true;
    } catch (AssertionError e) {
      return false; // the node is gone
    }
  }

  int committed() {
    return answered.size();
  }

  /** What was answered neither by success nor by silence. */
  Set<String> refused() {
    return refused;
  }

  /** Acknowledged deposits that the portfolio does not have. */
  List<String> lost(ApiClient client) {
    List<String> lost = new ArrayList<>(answered);
    String address = "/api/portfolio/" + portfolio + "/transactions?limit=200";
    String next = "";
    do {
      JsonNode page = client.get(address + next).json();
      page.path("items").forEach(t -> lost.remove(t.path("note").asText()));
      next = page.path("next").asText("");
      next = next.isEmpty() ? "" : "&before=" + next;
    } while (!next.isEmpty());
    return lost;
  }

  /** Waits until all writers have had their last answers. */
  void end() {
    ending.set(true);
    writers.shutdown();
    try {
      if (!writers.awaitTermination(60, TimeUnit.SECONDS)) {
        throw new AssertionError("a writer waits for an answer");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    end();
  }
}
