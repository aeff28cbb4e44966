package magnus.systemtests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.Driver;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher says in one sentence why a second server cannot start beside the first. */
@Tag("servers")
class RefusedNodeIT {

  private static final Path HOME = Path.of(System.getProperty("server.home"));

  @TempDir private Path folder;

  @Test
  void aNodeOnH2IsRefused() throws Exception {
    assertThat(refusal("-Dmagnus.node=b", "-Dmagnus.data=" + folder))
        .contains("nodes of a cluster share PostgreSQL")
        .contains("MAGNUS_DATABASE_URL");
  }

  @Test
  void aSecondServerOnTheSameH2FileIsRefused() throws Exception {
    Path file = Files.createDirectories(folder.resolve("database")).resolve("magnus");
    try (URLClassLoader h2 = new URLClassLoader(new URL[] {h2().toUri().toURL()});
        Connection first = driver(h2).connect("jdbc:h2:file:" + file, new Properties())) {
      assertThat(first.isValid(1)).isTrue();
      assertThat(refusal("-Dmagnus.data=" + folder, "-Dport.offset=2900"))
          .contains("another server uses the H2 database in " + folder);
    }
  }

  @Test
  void aSecondNodeInTheSameDataFolderIsRefused() throws Exception {
    try (FileChannel first =
            FileChannel.open(
                folder.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = first.lock()) {
      assertThat(held.isValid()).isTrue();
      assertThat(
              refusal(
                  "-Dmagnus.node=b",
                  "-Dmagnus.data=" + folder,
                  "-Dmagnus.database.url=jdbc:postgresql://localhost/magnus"))
          .contains("another server uses the data folder " + folder);
    }
  }

  private static Path h2() throws IOException {
    try (Stream<Path> files = Files.walk(HOME.resolve("modules"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("h2-\\d.*\\.jar"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static Driver driver(ClassLoader h2) throws ReflectiveOperationException {
    return (Driver) h2.loadClass("org.h2.Driver").getConstructor().newInstance();
  }

  /** What the launcher says; fails where it does not refuse, or says more than a line. */
  private static String refusal(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("server.java.home"), "bin", "java").toString());
    command.add("-Dmagnus.home=" + HOME);
    command.add(HOME.resolve("bin/Magnus.java").toString());
    command.addAll(List.of(arguments));
    Process launcher = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      String said =
          new String(launcher.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      assertThat(launcher.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(launcher.exitValue()).as(said).isEqualTo(1);
      assertThat(said.lines()).as(said).hasSize(1);
      assertThat(said).startsWith("Magnus cannot start: ");
      return said;
    } finally {
      launcher.destroyForcibly();
    }
  }
}
