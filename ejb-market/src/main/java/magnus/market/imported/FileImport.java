package magnus.market.imported;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import magnus.basics.problem.Refusal;
import magnus.persistence.market.MarketLoader;
import magnus.persistence.market.MarketLoads;
import magnus.persistence.market.StoredImport;

/**
 * One file into the database, within the caller's transaction.
 *
 * @param kind what it holds; empty to find it out
 * @param importedBy the caller's name
 * @param idempotency the caller's key for this upload, if any
 */
public record FileImport(
    String name,
    Optional<FileKind> kind,
    String importedBy,
    Optional<String> idempotency,
    ImportLimits limits) {

  private static final int LONGEST_NAME = 255;

  /**
   * Reads the file to its end and stores it.
   *
   * @throws Refusal where anything in it is wrong or it breaks off; the transaction must then be
   *     rolled back
   */
  public StoredImport run(MarketLoads loads, InstantSource wall, InputStream body) {
    Instant began = wall.instant();
    UUID id = UUID.randomUUID();
    ReaderAndClashes reading = new ReaderAndClashes();
    return loads.load(
        id,
        reading,
        loader -> {
          ImportReader reader = new ImportReader(limits, new LoaderSink(loader));
          reading.reader = Optional.of(reader);
          ImportSummary read = read(reader, body);
          loader.finish();
          reader.throwIfAny();
          Instant ended = wall.instant();
          return new StoredImport(
              id,
              ended,
              importedBy,
              idempotency.orElse(null),
              name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME),
              read.kind().name(),
              read.bytes(),
              read.rows(),
              read.symbols(),
              read.from().orElse(null),
              read.to().orElse(null),
              Duration.between(began, ended).toNanos() / 1e9,
              read.notes());
        });
  }

  private ImportSummary read(ImportReader reader, InputStream body) {
    try {
      return reader.read(body, name, kind);
    } catch (IOException | UncheckedIOException e) {
      throw Refusal.of(
          Refusal.Kind.MALFORMED,
          "upload-broken-off",
          "Nothing was imported: the upload broke off before the file's end. Send it again.");
    }
  }

  /** Clashes are found while storing, after the reader is made. */
  private static final class ReaderAndClashes implements MarketLoader.Clashes {

    private Optional<ImportReader> reader = Optional.empty();

    @Override
    public void clash(int line, String symbol, LocalDate date, String earlier) {
      reader.ifPresent(r -> r.clash(line, symbol, date.toString(), earlier));
    }
  }
}
