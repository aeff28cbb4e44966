package magnus.systemtests.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;

/** The script that watches a stream with a library of the npm registry. */
final class NodeClient {

  private NodeClient() {}

  /** Installs what the lock file names; where there is no Node 20, the test is skipped aloud. */
  static Path installed() throws IOException, InterruptedException {
    boolean there = runs(Path.of("."), "node", "--version");
    if (!there) {
      System.out.println("SKIPPED: no 'node' on the path, so no client library of npm is tried.");
    }
    assumeTrue(there, "needs node on the path");
    Path folder = Path.of("target", "stream-client").toAbsolutePath();
    Files.createDirectories(folder);
    for (String file : new String[] {"package.json", "package-lock.json", "watch.mjs"}) {
      Files.copy(
          Path.of("src/test/node/stream-client", file),
          folder.resolve(file),
          StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(runs(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")).isTrue();
    return folder;
  }

  private static boolean runs(Path folder, String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(3, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
