package magnus.benchmarks.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import magnus.basics.json.Json;

/**
 * A server on free ports with a data folder of its own, started through the launcher that users
 * run; closing it stops it and removes the data.
 */
public final class BootedServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String PASSWORD = "password-for-benchmarks";

  private final Path data;
  private final int offset;
  private final Process launcher;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private String token = "";

  private BootedServer(Path home, Map<String, String> properties)
      throws IOException, InterruptedException {
    data = Files.createTempDirectory("magnus-benchmark");
    offset = freeOffset();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dmagnus.home=" + home);
    command.add(home.resolve("bin/Magnus.java").toString());
    command.add("-Dmagnus.data=" + data);
    command.add("-Dport.offset=" + offset);
    command.add("-Dmagnus.demo.password=" + PASSWORD);
    command.add("-Dmagnus.admin.password=" + PASSWORD);
    properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
    launcher =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("console.log").toFile())
            .start();
    awaitReady();
    signIn();
  }

  /**
   * Boots and signs in.
   *
   * @param home the provisioned server's folder
   * @param properties system properties of the server
   */
  public static BootedServer boot(Path home, Map<String, String> properties, PrintStream progress)
      throws IOException, InterruptedException {
    if (!Files.isRegularFile(home.resolve("jboss-modules.jar"))) {
      throw new IllegalArgumentException(
          "there is no server in " + home + "; build it with 'mvn -DskipTests package'");
    }
    progress.println("booting the server in " + home);
    BootedServer server = new BootedServer(home.toAbsolutePath().normalize(), properties);
    progress.println("ready on port " + server.port());
    return server;
  }

  private static int freeOffset() throws IOException {
    for (int offset = 3000; offset < 30_000; offset += 97) {
      if (isFree(8080 + offset) && isFree(8443 + offset) && isFree(9990 + offset)) {
        return offset;
      }
    }
    throw new IOException("no free ports");
  }

  private static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    URI ready = URI.create("http://127.0.0.1:" + (9990 + offset) + "/health/ready");
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && launcher.isAlive()) {
      try {
        HttpRequest request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
        if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // not listening yet
      }
      TimeUnit.MILLISECONDS.sleep(250);
    }
    throw new IOException(
        "the server did not become ready:\n" + Files.readString(data.resolve("console.log")));
  }

  private void signIn() throws IOException, InterruptedException {
    HttpRequest.Builder session =
        post("/api/session", Map.of("name", "demo", "password", PASSWORD));
    HttpResponse<String> opened = client.send(session.build(), BodyHandlers.ofString());
    if (opened.statusCode() != 200) {
      throw new IOException("cannot sign in: " + opened.statusCode() + " " + opened.body());
    }
    String cookie = opened.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    String csrf = Json.mapper().readTree(opened.body()).path("csrf").asText();
    HttpRequest.Builder asked =
        post("/api/tokens", Map.of("name", "benchmark"))
            .header("Cookie", cookie)
            .header("X-CSRF-Token", csrf);
    HttpResponse<String> made = client.send(asked.build(), BodyHandlers.ofString());
    token = Json.mapper().readTree(made.body()).path("token").asText();
    if (token.isEmpty()) {
      throw new IOException("no token: " + made.statusCode() + " " + made.body());
    }
  }

  private HttpRequest.Builder post(String path, Object body) throws IOException {
    return HttpRequest.newBuilder(uri(path))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(Json.mapper().writeValueAsString(body)));
  }

  /** Posts JSON as the signed-in user; the answer's JSON. */
  public JsonNode create(String path, Object body) throws IOException, InterruptedException {
    return call(post(path, body));
  }

  public JsonNode get(String path) throws IOException, InterruptedException {
    return call(HttpRequest.newBuilder(uri(path)).GET());
  }

  public void delete(String path) throws IOException, InterruptedException {
    call(HttpRequest.newBuilder(uri(path)).DELETE());
  }

  private JsonNode call(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            request.header("Authorization", authorization()).build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(answer.request() + ": " + answer.statusCode() + " " + answer.body());
    }
    return Json.mapper().readTree(answer.body().isEmpty() ? "{}" : answer.body());
  }

  public HttpClient client() {
    return client;
  }

  public String authorization() {
    return "Bearer " + token;
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  public int port() {
    return 8080 + offset;
  }

  /** What the server's process uses now, after a full collection. */
  public ServerMemory memory() throws IOException, InterruptedException {
    long pid =
        launcher
            .descendants()
            .filter(p -> p.info().commandLine().orElse("").contains("jboss-modules"))
            .findFirst()
            .orElseThrow(() -> new IOException("the server's process is gone"))
            .pid();
    return ServerMemory.of(pid);
  }

  @Override
  public void close() throws IOException {
    launcher.destroy();
    try {
      if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
        launcher.descendants().forEach(ProcessHandle::destroyForcibly);
        launcher.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> all = Files.walk(data)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
