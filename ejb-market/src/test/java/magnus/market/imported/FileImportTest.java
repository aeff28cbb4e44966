package magnus.market.imported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import magnus.basics.problem.Refusal;
import magnus.persistence.market.MarketLoader;
import magnus.persistence.market.MarketLoads;
import magnus.persistence.market.StoredImport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileImportTest {

  /** Lets what the work throws through, as the database's does with refusals. */
  private static final class NoDatabase extends MarketLoads {
    @Override
    public StoredImport load(UUID importId, MarketLoader.Clashes clashes, Work work) {
      try (MarketLoader none = null) {
        return work.run(none);
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static InputStream brokenOff(String begin) {
    return new SequenceInputStream(
        new ByteArrayInputStream(begin.getBytes(StandardCharsets.UTF_8)),
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the client has gone");
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "date,open", "date,open,high,low,close,volume\n"})
  void anUploadThatBreaksOffIsTheSendersFault(String begin) {
    FileImport file =
        new FileImport(
            "AAPL.csv", Optional.empty(), "ann", Optional.empty(), new ImportLimits(1000, 1000));
    assertThatThrownBy(() -> file.run(new NoDatabase(), () -> Instant.EPOCH, brokenOff(begin)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
              assertThat(refusal.slug()).isEqualTo("upload-broken-off");
            });
  }
}
