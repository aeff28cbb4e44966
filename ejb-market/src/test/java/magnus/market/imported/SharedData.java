package magnus.market.imported;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real data beside the project; tests that need it are skipped where it is absent. */
final class SharedData {

  private SharedData() {}

  static Path file(String name) {
    Path folder = folder();
    Path file = folder.resolve(name);
    assumeTrue(
        Files.exists(file), () -> "skipped: there is no " + file + " (-Dmagnus.shared.data)");
    return file;
  }

  private static Path folder() {
    String given = System.getProperty("magnus.shared.data");
    if (given != null) {
      return Path.of(given);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path found = at.resolve("shared/data");
      if (Files.isDirectory(found)) {
        return found;
      }
    }
    return Path.of("shared/data");
  }
}
