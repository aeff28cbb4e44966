package magnus.portfolio.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Real exports kept outside the repository, in {@code shared/data/brokers} beside it. */
final class SharedBrokerFiles {

  private SharedBrokerFiles() {}

  /** The bytes, or empty, with the reason printed, where the data is not on this machine. */
  static Optional<byte[]> find(String name) {
    Optional<Path> folder = folder();
    if (folder.isEmpty() || !Files.exists(folder.get().resolve("brokers").resolve(name))) {
      System.out.println(
          "Skipped: no shared/data/brokers/" + name + " above " + Path.of("").toAbsolutePath());
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readAllBytes(folder.get().resolve("brokers").resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> folder() {
    String given = System.getProperty("magnus.shared.data", "");
    if (!given.isEmpty()) {
      return Optional.of(Path.of(given));
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path candidate = at.resolve("shared").resolve("data");
      if (Files.isDirectory(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
