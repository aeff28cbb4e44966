package magnus.systemtests.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import magnus.basics.json.Json;
import magnus.systemtests.server.ApiClient;
import magnus.systemtests.server.OwnServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A run that is dropped, stopped and killed under its viewers says the same as one that is not. */
@Tag("servers")
class ResumeIT {

  private static OwnServer server;
  private static String portfolio;

  @BeforeAll
  static void start() throws Exception {
    server = new OwnServer("resume", 2300, Map.of("magnus.runs.pace", "PT2S")).start();
    AnalysedPortfolio.freeze(signedIn("admin"));
    portfolio = AnalysedPortfolio.create(signedIn("demo"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static ApiClient signedIn(String name) {
    return new ApiClient(server.address())
        .signIn(
            name,
            name.equals("demo")
                ? magnus.systemtests.server.ServerAddress.DEMO_PASSWORD
                : magnus.systemtests.server.ServerAddress.ADMIN_PASSWORD);
  }

  private static List<String> told(List<StreamedEvent> events) {
    return events.stream().map(StreamedEvent::told).toList();
  }

  private static List<StreamedEvent> uninterrupted() throws Exception {
    try (StreamReader stream =
        StreamReader.open(signedIn("demo"), AnalysedPortfolio.stream(portfolio), null)) {
      return stream.rest();
    }
  }

  private static List<StreamedEvent> resume(String last, int most) throws Exception {
    try (StreamReader stream =
        StreamReader.open(signedIn("demo"), AnalysedPortfolio.stream(portfolio), last)) {
      assertThat(stream.status()).isEqualTo(200);
      return stream.next(most);
    }
  }

  private static String last(List<StreamedEvent> events) {
    return events.get(events.size() - 1).id();
  }

  @Test
  void aRunSurvivesItsViewerAndItsServer() throws Exception {
    List<StreamedEvent> whole = uninterrupted();
    assertThat(whole.get(whole.size() - 1).type()).isEqualTo("complete");

    List<StreamedEvent> seen = new ArrayList<>();
    try (StreamReader stream =
        StreamReader.open(signedIn("demo"), AnalysedPortfolio.stream(portfolio), null)) {
      seen.addAll(stream.next(2));
    }
    seen.addAll(resume(last(seen), 1));
    int before = server.log().size();
    server.stop();
    assertThat(server.log().stream().skip(before))
        .as("what it logs while it goes down")
        .anyMatch(line -> line.contains("WFLYSRV0050"))
        .noneMatch(line -> line.contains(" ERROR ") || line.contains("WFLYEE0006"));
    server.start();
    seen.addAll(resume(last(seen), 2));
    server.kill();
    server.start();
    seen.addAll(resume(last(seen), Integer.MAX_VALUE));

    assertThat(seen)
        .extracting(StreamedEvent::sequence)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, whole.size()).boxed().toList());
    assertThat(told(seen)).isEqualTo(told(whole));
    String run = seen.get(0).data().path("run").asText();
    try (StreamReader second =
        StreamReader.open(signedIn("demo"), "/api/runs/" + run + "/events?after=0", null)) {
      assertThat(second.rest()).isEqualTo(seen);
    }
    try (StreamReader after =
        StreamReader.open(signedIn("demo"), AnalysedPortfolio.stream(portfolio), last(seen))) {
      assertThat(after.status()).as("nothing follows").isEqualTo(204);
    }
  }

  @Test
  void whatIsDoneAgainAndAgainGoesOnAfterASuspension() throws Exception {
    ApiClient admin = signedIn("admin");
    int before = server.log().size();
    server.manage("suspend");
    assertThat(admin.get("/api/session").status()).isEqualTo(503);
    // Longer than each of the periods: all come due while the server is suspended.
    TimeUnit.SECONDS.sleep(12);
    server.manage("resume");
    String history = "/api/cache/history?shelf=quotes";
    int seen = admin.get(history).json().path("points").size();
    await(() -> admin.get(history).json().path("points").size() > seen + 1);
    assertThat(uninterrupted()).last().extracting(StreamedEvent::type).isEqualTo("complete");
    assertThat(server.log().stream().skip(before)).noneMatch(line -> line.contains(" ERROR "));
  }

  @Test
  void aRunCanBeCancelledAfterARestart() throws Exception {
    List<StreamedEvent> seen;
    try (StreamReader stream =
        StreamReader.open(signedIn("demo"), AnalysedPortfolio.stream(portfolio), null)) {
      seen = stream.next(2);
    }
    server.kill();
    server.start();
    String run = seen.get(0).data().path("run").asText();
    assertThat(signedIn("demo").delete("/api/runs/" + run).status()).isEqualTo(204);
    List<StreamedEvent> rest = resume(last(seen), Integer.MAX_VALUE);
    assertThat(rest.get(rest.size() - 1).type()).isEqualTo("cancelled");
    assertThat(signedIn("demo").get("/api/runs/" + run).json().path("status").asText())
        .isEqualTo("CANCELLED");
  }

  @Test
  void aClientLibraryResumesByItself() throws Exception {
    Path folder = NodeClient.installed();
    List<StreamedEvent> whole = uninterrupted();
    ApiClient demo = signedIn("demo");
    String token =
        demo.post("/api/tokens", Map.of("name", "eventsource")).json().path("token").asText();
    Path out = Files.createTempFile("stream", ".jsonl");
    Process node =
        new ProcessBuilder(
                "node",
                folder.resolve("watch.mjs").toString(),
                server.address().http(AnalysedPortfolio.stream(portfolio)).toString(),
                token)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      await(() -> Files.readAllLines(out).size() >= 3);
      server.kill();
      server.start();
      assertThat(node.waitFor(120, TimeUnit.SECONDS)).isTrue();
    } finally {
      node.destroyForcibly();
    }
    List<StreamedEvent> seen = new ArrayList<>();
    for (String line : Files.readAllLines(out)) {
      JsonNode event = Json.mapper().readTree(line);
      seen.add(new StreamedEvent(event.path("id").asText(), event.path("data")));
    }
    Files.delete(out);
    assertThat(node.exitValue()).as("ended by 204").isZero();
    assertThat(told(seen)).isEqualTo(told(whole));
  }

  /** Something that may be true later. */
  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void await(Condition condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (!condition.holds()) {
      assertThat(System.nanoTime()).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }
}
