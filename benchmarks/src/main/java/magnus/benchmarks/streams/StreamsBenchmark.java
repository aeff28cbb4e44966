package magnus.benchmarks.streams;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import magnus.benchmarks.Benchmark;
import magnus.benchmarks.Options;
import magnus.benchmarks.server.BootedServer;
import magnus.benchmarks.server.ServerMemory;

/**
 * Boots the server and lets many idle viewers look at one run of {@code portfolio_analysis}: their
 * memory, what they cost the run, and how long a first event takes. The run rests after each step,
 * so that there is time to look; the rests are not counted as the run's work.
 */
public final class StreamsBenchmark implements Benchmark {

  private static final int WARM_UP = 150;
  private static final int RUNS = 3;

  @Override
  public String name() {
    return "streams";
  }

  @Override
  public String usage() {
    return "--viewers N [--server FOLDER] [--rest SECONDS] [--first N]: memory per idle viewer,"
        + " slow-down of the run, first event";
  }

  @Override
  public Map<String, Object> run(Options options, PrintStream progress) throws Exception {
    int viewers = options.integer("viewers", 2_000);
    int rest = options.integer("rest", 8);
    Path home = Path.of(options.find("server").orElse("ear/target/server"));
    Map<String, String> properties =
        Map.of(
            "magnus.runs.pace", "PT" + rest + "S",
            "magnus.runs.viewers-per-user", "1000000",
            "magnus.runs.per-user", "1000");
    try (BootedServer server = BootedServer.boot(home, properties, progress)) {
      String query = "?portfolio=" + portfolio(server);
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("viewers", viewers);
      firstEvents(server, query, options.integer("first", 50), figures, progress);
      viewers(server, query, viewers, rest, figures, progress);
      return figures;
    }
  }

  private static String portfolio(BootedServer server) throws IOException, InterruptedException {
    String id = server.create("/api/portfolio", Map.of("name", "Benchmark")).path("id").asText();
    String transactions = "/api/portfolio/" + id + "/transactions";
    server.create(
        transactions, Map.of("type", "DEPOSIT", "date", "2024-01-02", "amount", "100000"));
    JsonNode symbols = server.get("/api/market/symbols?limit=12").path("items");
    for (JsonNode symbol : symbols) {
      server.create(
          transactions,
          Map.of(
              "type", "BUY",
              "date", "2024-01-03",
              "symbol", symbol.path("symbol").asText(),
              "quantity", "10",
              "price", "100"));
    }
    return id;
  }

  private static void firstEvents(
      BootedServer server, String query, int count, Map<String, Object> figures, PrintStream out)
      throws IOException, InterruptedException {
    out.println("first events of " + count + " runs, after " + WARM_UP + " to warm up");
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < WARM_UP + count; i++) {
      HttpRequest request =
          HttpRequest.newBuilder(server.uri("/api/ai/stream/portfolio_analysis" + query))
              .header("Authorization", server.authorization())
              .timeout(Duration.ofMinutes(1))
              .build();
      long began = System.nanoTime();
      HttpResponse<InputStream> answer =
          server.client().send(request, BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        StringBuilder read = new StringBuilder();
        while (read.indexOf("\ndata: ") < 0) {
          int next = body.read();
          if (next < 0) {
            throw new IOException("the stream ended without an event: " + read);
          }
          read.append((char) next);
        }
        if (i >= WARM_UP) {
          millis.add((System.nanoTime() - began) / 1e6);
        }
        String run =
            read.substring(read.indexOf("id: ") + 4, read.lastIndexOf(":", read.lastIndexOf("\n")));
        server.delete("/api/runs/" + run);
      }
      // The step that was at work goes on to its end; the next request finds the machine idle.
      TimeUnit.MILLISECONDS.sleep(100);
    }
    millis.sort(Double::compare);
    figures.put("firstEventMedianMillis", round(median(millis)));
    figures.put("firstEvent95thMillis", round(millis.get((int) (millis.size() * .95))));
  }

  private static void viewers(
      BootedServer server,
      String query,
      int count,
      int rest,
      Map<String, Object> figures,
      PrintStream out)
      throws IOException, InterruptedException {
    Map<String, String> parameters = Map.of("portfolio", query.substring(query.indexOf('=') + 1));
    List<Double> alone = new ArrayList<>();
    List<Double> watched = new ArrayList<>();
    // One round of each is not counted: it warms up, and lets the heap settle.
    for (int i = 0; i <= RUNS; i++) {
      out.println("round " + i + " of " + RUNS + ": without viewers, then with " + count);
      double without = watch(server, parameters, 0, rest, figures, out);
      double with = watch(server, parameters, count, rest, figures, out);
      if (i > 0) {
        alone.add(without);
        watched.add(with);
      }
    }
    alone.sort(Double::compare);
    watched.sort(Double::compare);
    figures.put("runWorkSecondsWithoutViewers", round(median(alone)));
    figures.put("runWorkSecondsWithViewers", round(median(watched)));
    figures.put(
        "runDurationRatio", round((median(watched) + 4 * rest) / (median(alone) + 4 * rest)));
    figures.put("runWorkRatio", round(median(watched) / median(alone)));
  }

  private static double watch(
      BootedServer server,
      Map<String, String> parameters,
      int count,
      int rest,
      Map<String, Object> figures,
      PrintStream out)
      throws IOException, InterruptedException {
    ServerMemory before = server.memory();
    String run =
        server
            .create(
                "/api/runs", Map.of("operation", "portfolio_analysis", "parameters", parameters))
            .path("id")
            .asText();
    try (IdleViewers viewers =
        new IdleViewers(
            server.port(), "/api/runs/" + run + "/events", server.authorization(), count)) {
      long patience = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
      while (viewers.watching() < count && System.nanoTime() < patience) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      if (count > 0) {
        ServerMemory during = server.memory();
        long heap = during.heapBytes() - before.heapBytes();
        long resident = during.residentBytes() - before.residentBytes();
        figures.put("watching", viewers.watching());
        figures.put("heapBytesPerViewer", heap / count);
        figures.put("residentBytesPerViewer", resident / count);
        figures.put("heapMegabytes", round(heap / 1e6));
        figures.put("residentMegabytes", round(resident / 1e6));
        figures.put("moreThreads", during.threads() - before.threads());
      }
      JsonNode state = server.get("/api/runs/" + run);
      while (state.path("status").asText().equals("RUNNING")) {
        TimeUnit.MILLISECONDS.sleep(200);
        state = server.get("/api/runs/" + run);
      }
      int events = state.path("lastSequence").asInt();
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      while (viewers.with(events) < count && System.nanoTime() < end) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      if (count > 0) {
        figures.put("viewersThatSawAll", viewers.with(events));
      }
      double seconds =
          Duration.between(
                      java.time.Instant.parse(state.path("startedAt").asText()),
                      java.time.Instant.parse(state.path("endedAt").asText()))
                  .toMillis()
              / 1000.0;
      out.println("  " + state.path("status").asText() + " after " + seconds + " s");
      return seconds - 4.0 * rest;
    }
  }

  private static double median(List<Double> sorted) {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static double round(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
