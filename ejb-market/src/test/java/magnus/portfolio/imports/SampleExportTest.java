package magnus.portfolio.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The export that newcomers import, in the repository's {@code samples} folder. */
class SampleExportTest {

  private static Reading sample() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(root.resolve("samples"))) {
      root = root.getParent();
    }
    return Reading.of(
        Files.readAllBytes(root.resolve("samples").resolve("schwab_transactions_2025.csv")));
  }

  @Test
  void importsWhole() throws IOException {
    Reading reading = sample();
    assertThat(reading.statement().faults()).isEmpty();
    assertThat(reading.transactions()).hasSize(43);
    // its rows add up to its own total, else there were a remark
    assertThat(reading.statement().remarks()).isEmpty();
  }

  @Test
  void holdsWhatItsRowsSay() throws IOException {
    Reading reading = sample();
    assertThat(reading.state().shortages()).isEmpty();
    assertThat(reading.state().notices()).isEmpty();
    assertThat(reading.positions())
        .containsExactly(
            entry("AAPL", "50"),
            entry("JNJ", "100"),
            entry("JPM", "120"),
            entry("KO", "200"),
            entry("MSFT", "30"),
            entry("NVDA", "80"),
            entry("PG", "50"),
            entry("SPY", "40.1106"),
            entry("V", "60"),
            entry("XOM", "20"));
    // paid in 107500 − bought 94901.90 + sold 11002.11 + options 746.70 + dividends 1033.80
    //   + interest 24.40 − fee 15 − tax 1.15
    assertThat(reading.cash()).isEqualByComparingTo("25388.96");
    // NVDA 3837.97 − 40 × 87.45 = 339.97 · JPM 2159.97 − 80 × 26.57 = 34.37
    // XOM 5004.17 − 20 × 203.11 = 941.97 · calls 184.34 and 259.34 − 85.66 = 173.68
    assertThat(reading.state().realised("USD")).isEqualByComparingTo("1674.33");
    // the puts' premium lowers what the assigned shares cost: 200 × 28 − 388.68
    assertThat(reading.state().positions())
        .filteredOn(position -> position.symbol().equals("KO"))
        .singleElement()
        .satisfies(ko -> assertThat(ko.costBasis()).isEqualByComparingTo("5211.32"));
  }
}
