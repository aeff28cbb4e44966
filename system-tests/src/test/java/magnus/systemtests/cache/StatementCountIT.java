package magnus.systemtests.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import magnus.systemtests.server.ApiClient;
import magnus.systemtests.server.RunningServer;
import org.junit.jupiter.api.Test;

/**
 * How many statements a cold load runs for a portfolio of ten holdings of imported symbols. The
 * benchmark {@code query-replay} reckons with these; whoever changes what loads ask for changes its
 * table too.
 */
@RunningServer
class StatementCountIT {

  private static final List<String> SYMBOLS =
      IntStream.range(0, 10).mapToObj(i -> "ZQ" + (char) ('A' + i)).toList();
  private static final int LOADS = 8;

  private final ApiClient admin = ApiClient.admin();

  @Test
  void loadsRunAsManyAsTheBenchmarkReckonsWith() throws InterruptedException {
    LocalDate today =
        Instant.parse(admin.get("/api/market/clock").json().path("now").asText())
            .atZone(ZoneOffset.UTC)
            .toLocalDate();
    importBars(today);
    String portfolio = portfolio(today.minusDays(60));
    try {
      // The first loads find out that the catalogue and the table of closings pay.
      for (int i = 0; i < 2 * LOADS; i++) {
        load(portfolio);
      }
      settle();
      assertThat(precomputed()).contains("Closings of");
      Map<String, double[]> before = costs();
      for (int i = 0; i < LOADS; i++) {
        load(portfolio);
      }
      Map<String, double[]> after = costsOnceWritten(before);
      assertThat(perLoad("quotes", before, after)).isLessThan(1.25);
      assertThat(perLoad("positions", before, after)).isLessThan(3.25);
      assertThat(perLoad("analytics", before, after)).isLessThan(6.25);
    } finally {
      admin.delete("/api/portfolio/" + portfolio);
    }
  }

  private void importBars(LocalDate today) {
    StringBuilder csv = new StringBuilder("symbol,date,open,high,low,close,volume\n");
    for (String symbol : SYMBOLS) {
      double price = 50 + symbol.charAt(2);
      for (int back = 500; back >= 0; back--) {
        LocalDate day = today.minusDays(back);
        if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
          price *= 1 + 0.01 * Math.sin(back * symbol.charAt(2));
          csv.append(
              String.format(
                  Locale.ROOT,
                  "%s,%s,%.2f,%.2f,%.2f,%.2f,1000%n",
                  symbol,
                  day,
                  price,
                  price + 1,
                  price - 1,
                  price));
        }
      }
    }
    ApiClient.Answer answer =
        admin.upload(
            "/api/market/imports?kind=bars&name=invented.csv",
            csv.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(201);
  }

  private String portfolio(LocalDate day) {
    String id =
        admin
            .post("/api/portfolio", Map.of("name", "Counted " + UUID.randomUUID()))
            .json()
            .path("id")
            .asText();
    entered(id, Map.of("type", "DEPOSIT", "date", "" + day, "amount", "100000"));
    for (String symbol : SYMBOLS) {
      entered(
          id,
          Map.of(
              "type", "BUY", "date", "" + day, "symbol", symbol, "quantity", "5", "price", "60"));
    }
    return id;
  }

  private void entered(String portfolio, Map<String, String> wish) {
    ApiClient.Answer answer = admin.post("/api/portfolio/" + portfolio + "/transactions", wish);
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(201);
  }

  private void load(String portfolio) {
    for (String shelf : List.of("quotes", "positions", "analytics")) {
      admin.delete("/api/cache/shelves/" + shelf + "/entries");
    }
    for (String path :
        List.of(
            "/api/market/symbols/ZQA/quote",
            "/api/portfolio/" + portfolio + "/holdings",
            "/api/portfolio/" + portfolio + "/risk")) {
      ApiClient.Answer answer = admin.get(path);
      assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
    }
  }

  /** The closings in their table are made before a busy hour, here by hand. */
  private String precomputed() {
    ApiClient.Answer started =
        admin.post(
            "/api/runs", Map.of("operation", "query_precomputation", "parameters", Map.of()));
    assertThat(started.status()).as(started.http().body()).isEqualTo(202);
    String run = started.json().path("id").asText();
    String events = admin.get("/api/runs/" + run + "/events").http().body();
    assertThat(events).contains("\"precomputation_plan\"", "\"complete\"");
    JsonNode report =
        StreamSupport.stream(
                admin
                    .get("/api/prefetch/queries?hours=1")
                    .json()
                    .path("precomputations")
                    .spliterator(),
                false)
            .filter(r -> r.path("run").asText().equals(run))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no report of run " + run));
    assertThat(report.path("turn").asText()).startsWith("by hand");
    return report.path("summaries").toString();
  }

  /** What was loaded until now is written within a minute. */
  private static void settle() throws InterruptedException {
    TimeUnit.SECONDS.sleep(65);
  }

  private Map<String, double[]> costsOnceWritten(Map<String, double[]> before)
      throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(100);
    double wanted = before.getOrDefault("analytics", new double[2])[0] + LOADS;
    Map<String, double[]> now = costs();
    while (now.getOrDefault("analytics", new double[2])[0] < wanted && System.nanoTime() < until) {
      TimeUnit.SECONDS.sleep(2);
      now = costs();
    }
    return now;
  }

  /** Loads and their statements, by shelf. */
  private Map<String, double[]> costs() {
    Map<String, double[]> costs = new HashMap<>();
    for (JsonNode one : admin.get("/api/prefetch/queries?hours=1").json().path("shelves")) {
      double loads = one.path("loads").asDouble();
      costs.put(
          one.path("shelf").asText(),
          new double[] {loads, loads * one.path("statements").asDouble()});
    }
    return costs;
  }

  private static double perLoad(
      String shelf, Map<String, double[]> before, Map<String, double[]> after) {
    double[] from = before.getOrDefault(shelf, new double[2]);
    double[] to = after.getOrDefault(shelf, new double[2]);
    double loads = to[0] - from[0];
    assertThat(loads).as("loads of " + shelf).isGreaterThanOrEqualTo(LOADS);
    double statements = (to[1] - from[1]) / loads;
    System.out.printf(
        Locale.ROOT, "%s: %.2f statements a load, %.0f loads%n", shelf, statements, loads);
    return statements;
  }
}
