package magnus.risk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/**
 * Real daily closes, where a folder {@code shared/data} lies beside the checkout; tests that need
 * them skip without. Reads the files with code of its own, so that it stays independent of the
 * product's import.
 */
public final class RealBars {

  public static final String SPY = "markets/spy_daily_1998_2012.csv";
  public static final String SIXTY_STOCKS = "markets/us_stocks_60sym_daily_2013_2018.csv.gz";

  private RealBars() {}

  /** Closes by symbol and date; the file's own symbol column, or "SPY" where it has none. */
  public static Map<String, TreeMap<LocalDate, Double>> closes(String file) {
    Optional<Path> found = find(file);
    if (found.isEmpty()) {
      System.out.println("Skipped: shared/data/" + file + " is not beside this checkout.");
    }
    Assumptions.assumeTrue(found.isPresent(), "shared/data/" + file + " is absent");
    Map<String, TreeMap<LocalDate, Double>> closes = new TreeMap<>();
    try (InputStream raw = Files.newInputStream(found.orElseThrow());
        InputStream in = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      boolean symbols = lines.readLine().startsWith("symbol,");
      int shift = symbols ? 1 : 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split(",");
        if (!cells[4 + shift].isEmpty()) {
          closes
              .computeIfAbsent(symbols ? cells[0] : "SPY", s -> new TreeMap<>())
              .put(LocalDate.parse(cells[shift]), Double.valueOf(cells[4 + shift]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return closes;
  }

  private static Optional<Path> find(String file) {
    String told = System.getProperty("magnus.shared.data");
    if (told != null) {
      return Optional.of(Path.of(told, file)).filter(Files::exists);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path path = at.resolve("shared/data").resolve(file);
      if (Files.exists(path)) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }
}
