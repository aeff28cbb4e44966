package magnus.systemtests.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import magnus.systemtests.server.ApiClient;
import magnus.systemtests.server.RunningServer;
import org.junit.jupiter.api.Test;

/**
 * Two thousand posts at once: each is accepted or told to wait, none that was accepted is lost, and
 * an unrelated page goes on answering. How long that takes is printed, not judged: it is the
 * machine's.
 */
@RunningServer
class BehaviorBurstIT {

  private static final int USERS = 4;
  private static final int POSTS = 2_000; // 500 of each, below what one may send in a minute
  private static final int IDLE = 200;
  private static final int MOST_TRIES = 150;
  private static final int TOO_MANY = 429;
  private static final String UNRELATED = "/api/market/clock";

  private static ApiClient agreed() {
    String name = "burst-" + UUID.randomUUID();
    String password = "a-long-enough-password-" + name.length();
    ApiClient.Answer made =
        ApiClient.admin()
            .post(
                "/api/accounts",
                Map.of("name", name, "password", password, "roles", List.of("USER")));
    assertThat(made.status()).as(made.http().body()).isEqualTo(201);
    ApiClient client = ApiClient.anonymous().signIn(name, password);
    assertThat(client.put("/api/behavior/consent", Map.of("agreed", true)).status()).isEqualTo(200);
    return client;
  }

  private static double answered(ApiClient client) {
    long begun = System.nanoTime();
    assertThat(client.get(UNRELATED).status()).isEqualTo(200);
    return (System.nanoTime() - begun) / 1e6;
  }

  private static double p99(List<Double> millis) {
    double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(0.99 * sorted.length))];
  }

  @Test
  void isAcceptedOrRefusedAndNeitherLostNorInTheWay()
      throws InterruptedException, ExecutionException {
    List<ApiClient> users = new ArrayList<>();
    for (int n = 0; n < USERS; n++) {
      users.add(agreed());
    }
    ApiClient reader = ApiClient.demo();
    List<Double> idle = new ArrayList<>();
    for (int n = 0; n < IDLE; n++) {
      idle.add(answered(reader));
    }

    int[] accepted = new int[USERS];
    AtomicInteger refused = new AtomicInteger();
    List<Double> busy = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(USERS);
    try {
      List<Future<?>> senders = new ArrayList<>();
      for (int n = 0; n < USERS; n++) {
        int user = n;
        senders.add(threads.submit(() -> accepted[user] = posted(users.get(user), refused)));
      }
      while (senders.stream().anyMatch(s -> !s.isDone())) {
        busy.add(answered(reader));
      }
      for (Future<?> sender : senders) {
        sender.get();
      }
    } finally {
      threads.shutdownNow();
    }

    for (int n = 0; n < USERS; n++) {
      assertThat(stored(users.get(n), accepted[n])).isEqualTo(accepted[n]);
    }
    assertThat(Arrays.stream(accepted).sum() + refused.get()).isEqualTo(POSTS);
    assertThat(Arrays.stream(accepted).sum()).isPositive();
    System.out.printf(
        "burst of %d posts: %d accepted, %d told to wait; %s p99 %.1f ms idle, %.1f ms meanwhile"
            + " (%d answers), ratio %.1f%n",
        POSTS,
        Arrays.stream(accepted).sum(),
        refused.get(),
        UNRELATED,
        p99(idle),
        p99(busy),
        busy.size(),
        p99(busy) / p99(idle));
  }

  private static int posted(ApiClient user, AtomicInteger refused) {
    Map<String, Object> body = Map.of("visits", List.of(Map.of("page", "/market")));
    int accepted = 0;
    for (int n = 0; n < POSTS / USERS; n++) {
      ApiClient.Answer answer = user.post("/api/behavior/navigation", body);
      if (answer.status() == TOO_MANY) {
        assertThat(answer.header("Retry-After")).isNotEmpty();
        refused.incrementAndGet();
      } else {
        assertThat(answer.status()).isEqualTo(202);
        accepted += answer.json().path("accepted").asInt();
      }
    }
    return accepted;
  }

  private static long stored(ApiClient user, int awaited) throws InterruptedException {
    long visits = -1;
    for (int n = 0; n < MOST_TRIES && visits != awaited; n++) {
      Thread.sleep(100);
      visits = user.get("/api/behavior/consent").json().path("visits").asLong();
    }
    return visits;
  }
}
