package magnus.systemtests.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;

/**
 * A server that one test may restart and kill: its own copy of the configuration, its own data and
 * ports, the same modules. Started through the launcher that users run.
 */
public final class OwnServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(6);

  private final String name;
  private final ServerAddress address;
  private final Path folder;
  private final Map<String, String> properties;
  private final Map<String, String> environment;
  private Process launcher;

  /**
   * @param name folder under {@code target/own-servers}
   * @param offset port offset that no other test uses at the same time
   */
  public OwnServer(String name, int offset, Map<String, String> properties) throws IOException {
    this(name, offset, new TreeMap<>(properties), Map.of());
    this.properties.put("jboss.server.base.dir", folder.resolve("standalone").toString());
    this.properties.put("jboss.node.name", name);
    copyTree(home().resolve("standalone"), folder.resolve("standalone"));
  }

  private OwnServer(
      String name, int offset, Map<String, String> properties, Map<String, String> environment)
      throws IOException {
    this.name = name;
    this.address = new ServerAddress(offset);
    this.properties = properties;
    this.environment = Map.copyOf(environment);
    this.folder = home().resolveSibling("own-servers").resolve(name);
    deleteTree(folder);
    Files.createDirectories(folder);
  }

  /** One of several nodes, which makes its own copy of the configuration at its first start. */
  public static OwnServer node(String name, int offset, Map<String, String> environment)
      throws IOException {
    return new OwnServer(name, offset, new TreeMap<>(Map.of("magnus.node", name)), environment);
  }

  private static Path home() {
    return Path.of(System.getProperty("server.home"));
  }

  public ServerAddress address() {
    return address;
  }

  /** What outlives its restart. */
  public Path data() {
    return folder.resolve("data");
  }

  /** Starts it and waits until it is ready. */
  public OwnServer start() throws IOException, InterruptedException {
    return launch().awaitReady();
  }

  /** Starts it and does not wait. */
  public OwnServer launch() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("server.java.home"), "bin", "java").toString());
    command.add("-Dmagnus.home=" + home());
    command.add(home().resolve("bin/Magnus.java").toString());
    command.add("-Dmagnus.data=" + data());
    command.add("-Dport.offset=" + address.offset());
    command.add("-Dmagnus.demo.password=" + ServerAddress.DEMO_PASSWORD);
    command.add("-Dmagnus.admin.password=" + ServerAddress.ADMIN_PASSWORD);
    properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
    ProcessBuilder process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("console.log").toFile()));
    process.environment().putAll(environment);
    launcher = process.start();
    return this;
  }

  /** Stops it as Ctrl-C does. */
  public void stop() throws InterruptedException {
    if (launcher != null && launcher.isAlive()) {
      launcher.destroy();
      if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
        kill();
      }
    }
  }

  /** Kills the server's process as a power cut would. */
  public void kill() throws InterruptedException {
    if (launcher != null) {
      launcher.descendants().forEach(ProcessHandle::destroyForcibly);
      launcher.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    }
  }

  /** The server itself, which the launcher has started. */
  public ProcessHandle process() {
    return launcher.children().findFirst().orElseThrow();
  }

  /** What it printed so far. */
  public String console() throws IOException {
    return Files.readString(folder.resolve("console.log"));
  }

  /** Its log so far, of all its starts. */
  public List<String> log() throws IOException {
    return Files.readAllLines(data().resolve("log").resolve("server.log"));
  }

  /** Suspends or resumes it, as an administrator does in the console. */
  public void manage(String operation) throws IOException {
    URI console = address.management("/");
    try (ModelControllerClient client =
        ModelControllerClient.Factory.create(console.getHost(), console.getPort())) {
      ModelNode outcome =
          client.execute(Operations.createOperation(operation, new ModelNode().setEmptyList()));
      if (!Operations.isSuccessfulOutcome(outcome)) {
        throw new AssertionError(operation + " failed: " + outcome);
      }
    }
  }

  @Override
  public void close() {
    try {
      stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until it is ready. */
  public OwnServer awaitReady() throws IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    HttpRequest request =
        HttpRequest.newBuilder(address.management("/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && launcher.isAlive()) {
      try {
        if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
          return this;
        }
      } catch (IOException e) {
        // not listening yet
      }
      TimeUnit.MILLISECONDS.sleep(250);
    }
    throw new AssertionError("server " + name + " did not become ready:\n" + console());
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path source : (Iterable<Path>) all::iterator) {
        Path target = to.resolve(from.relativize(source).toString());
        if (Files.isDirectory(source)) {
          Files.createDirectories(target);
        } else if (!source.toString().endsWith(".deployed")) {
          Files.copy(source, target);
        }
      }
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
