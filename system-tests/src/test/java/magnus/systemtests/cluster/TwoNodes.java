package magnus.systemtests.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import magnus.systemtests.server.OwnServer;

/**
 * PostgreSQL and two nodes that share it, started as the README tells: by the launcher, with the
 * database in the environment. Their copies of the configuration differ from the shipped one by
 * what {@link Link} needs to cut them off.
 */
final class TwoNodes implements AutoCloseable {

  private static final int FIRST_OFFSET = 2400;

  private final EmbeddedPostgres database;
  final ClusterNode a;
  final ClusterNode b;

  TwoNodes() throws Exception {
    // What is committed must outlive a killed node, not a power cut.
    database = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    Map<String, String> environment =
        Map.of(
            "MAGNUS_DATABASE_URL",
            "jdbc:postgresql://localhost:" + database.getPort() + "/postgres",
            "MAGNUS_DATABASE_USER",
            "postgres",
            "MAGNUS_DATABASE_PASSWORD",
            "postgres");
    int offset = freeOffset(FIRST_OFFSET);
    a = new ClusterNode("a", node("a", offset, environment));
    int next = freeOffset(offset + 10);
    b = new ClusterNode("b", node("b", next, environment));
    try {
      a.server().start();
      b.server().start();
      a.signIn();
      b.signIn();
      a.awaitNodes(2);
      b.awaitNodes(2);
    } catch (Exception | Error e) {
      close();
      throw e;
    }
  }

  private static OwnServer node(String name, int offset, Map<String, String> environment)
      throws IOException {
    OwnServer server = OwnServer.node(name, offset, environment);
    Path shipped = Path.of(System.getProperty("server.home"), "standalone", "configuration");
    Path own = Files.createDirectories(server.data().resolve("standalone/configuration"));
    try (Stream<Path> files = Files.list(shipped)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, own.resolve(file.getFileName().toString()));
      }
    }
    Path configuration = own.resolve("standalone.xml");
    Files.writeString(configuration, Link.cuttable(Files.readString(configuration)));
    return server;
  }

  /** The first offset from there on at which the ports of a server are free. */
  private static int freeOffset(int from) {
    return IntStream.iterate(from, offset -> offset + 10)
        .limit(50)
        .filter(offset -> IntStream.of(8080, 8443, 9990).allMatch(port -> isFree(port + offset)))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress("127.0.0.1", port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    b.server().close();
    a.server().close();
    database.close();
  }
}
