package magnus.basics.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The calendar against the dates on which real instruments traded. */
class TradingCalendarOnRealDataTest {

  private final TradingCalendar calendar = TradingCalendar.newYork();

  @Test
  void spyTradedOnEverySessionFrom1998To2012() throws IOException {
    agrees("spy_daily_1998_2012.csv", 0, Set.of(), Set.of());
  }

  @Test
  void sixtyStocksTradedOnEverySessionFrom2013To2018() throws IOException {
    agrees("us_stocks_60sym_daily_2013_2018.csv.gz", 1, Set.of(), Set.of());
  }

  @Test
  void vixWasPublishedOnEverySessionFrom1990To2019() throws IOException {
    // The file has gaps on four sessions; and the index was published on the day of Reagan's
    // funeral, while the stock exchange was closed.
    agrees(
        "vix_daily_1990_2019.csv",
        0,
        Set.of(
            LocalDate.of(1991, 3, 1),
            LocalDate.of(1997, 1, 31),
            LocalDate.of(1997, 11, 26),
            LocalDate.of(1999, 12, 31)),
        Set.of(LocalDate.of(2004, 6, 11)));
  }

  private void agrees(
      String file, int column, Set<LocalDate> missingInFile, Set<LocalDate> missingInCalendar)
      throws IOException {
    NavigableSet<LocalDate> traded = read(file, column);
    NavigableSet<LocalDate> sessions = new TreeSet<>();
    calendar.sessions(traded.first(), traded.last()).forEach(s -> sessions.add(s.date()));
    Set<LocalDate> onlySessions = new TreeSet<>(sessions);
    onlySessions.removeAll(traded);
    Set<LocalDate> onlyTraded = new TreeSet<>(traded);
    onlyTraded.removeAll(sessions);
    assertThat(onlySessions).isEqualTo(missingInFile);
    assertThat(onlyTraded).isEqualTo(missingInCalendar);
  }

  private static NavigableSet<LocalDate> read(String file, int column) throws IOException {
    Path path = sharedData().resolve("markets").resolve(file);
    assumeTrue(Files.exists(path), () -> "skipped: no " + path);
    NavigableSet<LocalDate> dates = new TreeSet<>();
    try (InputStream raw = Files.newInputStream(path);
        InputStream in = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        dates.add(LocalDate.parse(line.split(",", -1)[column]));
      }
    }
    return dates;
  }

  private static Path sharedData() {
    String configured = System.getProperty("magnus.shared.data");
    if (configured != null) {
      return Path.of(configured);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("shared/data"))) {
        return at.resolve("shared/data");
      }
    }
    return Path.of("shared/data");
  }
}
