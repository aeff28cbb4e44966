package magnus.market.imported;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The sample files that come with the repository are recognised and read whole. */
class SampleFilesTest {

  private final RecordingSink sink = new RecordingSink();

  @Test
  void theSampleBarsAreBars() throws IOException {
    ImportSummary read = read("simulated_bars_2025.csv");
    assertThat(read.kind()).isEqualTo(FileKind.BARS);
    assertThat(read.rows()).isEqualTo(8_500);
    assertThat(read.symbols()).isEqualTo(34);
    assertThat(read.from()).contains(LocalDate.of(2025, 1, 2));
    assertThat(read.to()).contains(LocalDate.of(2025, 12, 31));
    assertThat(read.notes()).isEmpty();
  }

  @Test
  void theSampleVixIsVix() throws IOException {
    ImportSummary read = read("simulated_vix_2025.csv");
    assertThat(read.kind()).isEqualTo(FileKind.VIX);
    assertThat(read.rows()).isEqualTo(250);
  }

  private ImportSummary read(String name) throws IOException {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path file = at.resolve("samples").resolve(name);
      if (Files.exists(file)) {
        try (InputStream in = Files.newInputStream(file)) {
          return new ImportReader(new ImportLimits(1 << 24, 1 << 26), sink)
              .read(in, name, Optional.empty());
        }
      }
    }
    throw new IllegalStateException("no samples/" + name);
  }
}
