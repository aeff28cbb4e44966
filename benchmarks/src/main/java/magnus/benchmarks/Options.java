package magnus.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Options of the form {@code --name value}. */
public final class Options {

  private final Map<String, String> values = new LinkedHashMap<>();

  /**
   * @param args the command line from {@code first} on
   * @throws IllegalArgumentException quoting what is not of the form
   */
  public static Options parse(String[] args, int first) {
    Options options = new Options();
    for (int i = first; i < args.length; i += 2) {
      if (!args[i].startsWith("--") || i + 1 >= args.length) {
        throw new IllegalArgumentException("'" + args[i] + "' is not of the form --name value");
      }
      options.values.put(args[i].substring(2), args[i + 1]);
    }
    return options;
  }

  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  public int integer(String name, int fallback) {
    return find(name).map(Integer::parseInt).orElse(fallback);
  }

  public double decimal(String name, double fallback) {
    return find(name).map(Double::parseDouble).orElse(fallback);
  }

  /** The file of a required option. */
  public Path file(String name) {
    Path path =
        find(name)
            .map(Path::of)
            .orElseThrow(() -> new IllegalArgumentException("--" + name + " FILE is missing"));
    if (!Files.isReadable(path)) {
      throw new IllegalArgumentException("--" + name + ": cannot read " + path);
    }
    return path;
  }
}
