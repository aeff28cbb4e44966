import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Starts the server in the foreground: {@code java bin/Magnus.java [-Dname=value …]}. First looks whether it can run at all and says in one sentence
 * what is wrong; then says where to click; ends with the server, and the server with it. Plain Java, run from source, so that one file serves Maven,
 * Linux, macOS and Windows.
 */
public final class Magnus {

  private static final int OLDEST_JAVA = 17;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Map<String, String> properties = new TreeMap<>();

  /** Locked as long as this process lives: no other server may use the data folder. */
  private FileChannel inUse;

  public static void main(String[] args) throws Exception {
    Magnus magnus = new Magnus();
    for (String arg : args) {
      magnus.accept(arg);
    }
    String obstacle = magnus.findObstacle();
    if (obstacle != null) {
      System.err.println("Magnus cannot start: " + obstacle);
      System.exit(1);
    }
    System.exit(magnus.serve());
  }

  private void accept(String arg) {
    if (arg.equals("--help") || arg.equals("-h")) {
      help();
      System.exit(0);
    }
    if (!arg.startsWith("-D")) {
      System.err.println("Magnus cannot start: '" + arg + "' is not of the form -Dname=value; --help lists the names.");
      System.exit(2);
    }
    int equals = arg.indexOf('=');
    properties.put(arg.substring(2, equals < 0 ? arg.length() : equals), equals < 0 ? "true" : arg.substring(equals + 1));
  }

  private static void help() {
    System.out.println(
        "Starts Magnus in the foreground; Ctrl-C stops it. Each name can be given as -Dname=value, or in the environment in capitals with"
            + " underscores (MAGNUS_DATA).\n\n"
            + "  magnus.data            the folder of everything that outlives a restart (default: magnus-data)\n"
            + "  port.offset            moves all ports (default: 0)\n"
            + "  magnus.demo.password   the first password of demo, 15 characters or more (default: random, printed once)\n"
            + "  magnus.admin.password  the first password of admin\n"
            + "  magnus.database.url    jdbc:postgresql://HOST/DB (default: an H2 file in the data folder); with .user and .password\n"
            + "  magnus.node            this node's name, where it is one of several\n"
            + "  magnus.jvm             options of the server's JVM\n\n"
            + "Every setting of Magnus can be given too; GET /api/settings lists them.");
  }

  /** A property of the server: given, from the environment in capitals, or the default. */
  private String property(String name, String fallback) {
    String given = properties.get(name);
    if (given != null) {
      return given;
    }
    String fromEnvironment = System.getenv(name.toUpperCase(java.util.Locale.ROOT).replace('.', '_').replace('-', '_'));
    return fromEnvironment != null ? fromEnvironment : fallback;
  }

  private String findObstacle() {
    int java = Runtime.version().feature();
    if (java < OLDEST_JAVA) {
      return "it needs Java " + OLDEST_JAVA + " or later, and this is Java " + java + " (" + System.getProperty("java.home") + ").";
    }
    if (!Files.isRegularFile(home().resolve("jboss-modules.jar"))) {
      return "there is no server in " + home() + "; build it with 'mvn package'.";
    }
    if (!onPostgres() && (node() != null || property("magnus.cluster", null) != null)) {
      return "nodes of a cluster share PostgreSQL, and "
          + (database().isEmpty() ? "no magnus.database.url is given" : "'" + database() + "' is not one")
          + "; set MAGNUS_DATABASE_URL=jdbc:postgresql://HOST/DB for each, or leave out magnus.node and magnus.cluster.";
    }
    Path data = data();
    if (!onPostgres() && database().isEmpty() && isTaken(data.resolve("database").resolve("magnus.mv.db"))) {
      return "another server uses the H2 database in " + data + "; stop it, name another folder with -Dmagnus.data=FOLDER, or set"
          + " MAGNUS_DATABASE_URL=jdbc:postgresql://HOST/DB for both.";
    }
    try {
      Files.createDirectories(data);
      inUse = FileChannel.open(data.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (inUse.tryLock() == null) {
        return "another server uses the data folder " + data + "; each node needs one of its own: name another one with -Dmagnus.data=FOLDER.";
      }
    } catch (IOException e) {
      return "the data folder " + data + " cannot be written (" + e.getClass().getSimpleName() + "); name another one with -Dmagnus.data=FOLDER.";
    }
    for (Map.Entry<String, Integer> port : ports().entrySet()) {
      try (ServerSocket probe = new ServerSocket()) {
        probe.setReuseAddress(true);
        probe.bind(new InetSocketAddress(InetAddress.getByName(address(port.getKey())), port.getValue()));
      } catch (IOException e) {
        return "port " + port.getValue() + " (" + port.getKey() + ") is in use; stop what uses it, or move all ports with -Dport.offset=100.";
      }
    }
    return null;
  }

  /** This node's name where it is one of several, else null. */
  private String node() {
    return property("magnus.node", null);
  }

  private String database() {
    return property("magnus.database.url", "");
  }

  private boolean onPostgres() {
    return database().startsWith("jdbc:postgresql:");
  }

  /** Whether another process holds H2's lock on its file. */
  private static boolean isTaken(Path file) {
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock == null;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * The server's own folder of configuration and deployments. A node has a copy of its own, made at its first start, so that several run from
   * one unpacked server; the application in it is always this server's.
   */
  private Path base() throws IOException {
    Path shared = home().resolve("standalone");
    if (node() == null) {
      return shared;
    }
    Path own = data().resolve("standalone");
    if (!Files.exists(own.resolve("configuration"))) {
      copy(shared.resolve("configuration"), own.resolve("configuration"));
    }
    copy(shared.resolve("deployments"), own.resolve("deployments"));
    return own;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> all = Files.walk(from)) {
      for (Path source : (Iterable<Path>) all::iterator) {
        Path target = to.resolve(from.relativize(source).toString());
        if (Files.isDirectory(source)) {
          Files.createDirectories(target);
        } else if (!source.toString().matches(".*\\.(is)?(deployed|deploying|failed|pending|undeployed)")) {
          Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private String address(String port) {
    return port.startsWith("management") ? property("jboss.bind.address.management", "127.0.0.1") : property("jboss.bind.address", "127.0.0.1");
  }

  private Map<String, Integer> ports() {
    int offset = offset();
    Map<String, Integer> ports = new TreeMap<>();
    ports.put("http", Integer.parseInt(property("jboss.http.port", "8080")) + offset);
    ports.put("https", Integer.parseInt(property("jboss.https.port", "8443")) + offset);
    ports.put("management-http", Integer.parseInt(property("jboss.management.http.port", "9990")) + offset);
    return ports;
  }

  private int offset() {
    return Integer.parseInt(property("port.offset", property("jboss.socket.binding.port-offset", "0")));
  }

  private static Path home() {
    String source = System.getProperty("magnus.home");
    if (source != null) {
      return Path.of(source).toAbsolutePath().normalize();
    }
    return Path.of("").toAbsolutePath();
  }

  private Path data() {
    return Path.of(property("magnus.data", property("magnus.data.dir", home().resolve(node() == null ? "magnus-data" : "magnus-data-" + node()).toString()))).toAbsolutePath().normalize();
  }

  private int serve() throws IOException, InterruptedException {
    Path home = home();
    Path data = data();
    Path base = base();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // A start is thousands of methods that run some thousand times and never again. The optimising compiler, which takes a third of a start's
    // processor time at its usual thresholds, waits for those that go on; a busy server is past these within seconds.
    command.addAll(
        List.of(
            "-XX:Tier4InvocationThreshold=60000",
            "-XX:Tier4MinInvocationThreshold=10000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000"));
    command.addAll(List.of(property("magnus.jvm", "-Xms128m -Xmx1g -XX:MaxMetaspaceSize=384m").trim().split("\\s+")));
    command.addAll(List.of("-Djava.net.preferIPv4Stack=true", "-Djboss.modules.system.pkgs=org.jboss.byteman", "-Djava.awt.headless=true"));
    command.addAll(
        List.of(
            "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
            "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
            "--add-opens=java.base/com.sun.net.ssl.internal.ssl=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.management/javax.management=ALL-UNNAMED",
            "--add-opens=java.naming/javax.naming=ALL-UNNAMED"));
    command.add("-Dorg.jboss.boot.log.file=" + data.resolve("log").resolve("server.log"));
    command.add("-Dlogging.configuration=" + base.resolve("configuration/logging.properties").toUri());
    command.addAll(List.of("-jar", home.resolve("jboss-modules.jar").toString(), "-mp", home.resolve("modules").toString(), "org.jboss.as.standalone"));
    command.add("-Djboss.home.dir=" + home);
    command.add("-Djboss.server.base.dir=" + base);
    command.add("-Djboss.server.log.dir=" + data.resolve("log"));
    command.add("-Djboss.server.data.dir=" + data.resolve("server"));
    command.add("-Djboss.server.temp.dir=" + data.resolve("tmp"));
    command.add("-Dmagnus.data.dir=" + data);
    command.add("-Djboss.socket.binding.port-offset=" + offset());
    if (node() != null) {
      command.add("-Djboss.node.name=" + node());
      command.add("-Djboss.tx.node.id=" + node());
    }
    // Who shares a database shares a cache, and nobody else: the name of the cluster is made from the database's address.
    if (onPostgres()) {
      command.add("-Dmagnus.database=postgresql");
      command.add("-Dmagnus.cluster=" + property("magnus.cluster", "magnus-" + Integer.toHexString(database().hashCode())));
    } else {
      command.add("-Dmagnus.cluster=alone-" + Integer.toHexString(data.hashCode()));
      command.add("-Dmagnus.cluster.join.wait=50"); // nobody else can come: a second node on H2 refuses to start
      // An address of its own, so that servers alone on one machine do not hear each other's multicasts (239/8: RFC 2365).
      int hash = data.hashCode();
      command.add("-Djboss.default.multicast.address=239." + (hash >>> 16 & 255) + "." + (hash >>> 8 & 255) + "." + (hash & 255));
    }
    for (Map.Entry<String, String> given : properties.entrySet()) {
      if (!given.getKey().equals("port.offset") && !given.getKey().equals("magnus.data") && !given.getKey().equals("magnus.jvm")) {
        command.add("-D" + given.getKey() + "=" + given.getValue());
      }
    }
    Process server = new ProcessBuilder(command).inheritIO().start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
    announce(server);
    return server.waitFor();
  }

  private static void stop(Process server) {
    server.destroy();
    try {
      if (!server.waitFor(30, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
    } catch (InterruptedException e) {
      server.destroyForcibly();
    }
  }

  private void announce(Process server) throws InterruptedException {
    long began = System.nanoTime();
    URI ready = URI.create("http://" + address("management-http") + ":" + ports().get("management-http") + "/health/ready");
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    while (server.isAlive() && System.nanoTime() - began < PATIENCE.toNanos()) {
      try {
        HttpRequest request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
        if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          say(began);
          return;
        }
      } catch (IOException e) {
        // not listening yet: asked again below, until patience ends
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    if (server.isAlive()) {
      System.err.println("Magnus is not ready after " + PATIENCE.toMinutes() + " minutes; see the log in " + data().resolve("log") + ".");
    }
  }

  private void say(long began) {
    String host = address("http").equals("0.0.0.0") ? "localhost" : address("http").replace("127.0.0.1", "localhost");
    System.out.println();
    System.out.printf("  Magnus is ready after %.1f s.%n", (System.nanoTime() - began) / 1e9);
    System.out.println("  Portal    http://" + host + ":" + ports().get("http") + "/");
    System.out.println("  API       http://" + host + ":" + ports().get("http") + "/openapi");
    System.out.println("  Console   http://localhost:" + ports().get("management-http") + "/console");
    System.out.println("  Data      " + data());
    System.out.println("  Ctrl-C stops it.");
    System.out.println();
  }
}
