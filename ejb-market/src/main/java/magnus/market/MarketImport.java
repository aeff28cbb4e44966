package magnus.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import magnus.persistence.market.StoredImport;

/**
 * A file of market data that was imported.
 *
 * @param kind bars, closes, vix, earnings, rates, constituents, options, actions or mixed
 * @param file its name
 * @param rows rows of data in it
 * @param symbols how many different ones
 * @param from first day in it, if its rows have days
 * @param to last day in it
 * @param bytes as sent
 * @param seconds from its first byte to the last row stored
 * @param importedAt wall time
 * @param importedBy the administrator
 * @param notes sentences on what was made of odd rows
 */
public record MarketImport(
    UUID id,
    String kind,
    String file,
    long rows,
    int symbols,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    long bytes,
    double seconds,
    Instant importedAt,
    String importedBy,
    List<String> notes) {

  static MarketImport of(StoredImport stored) {
    return new MarketImport(
        stored.id(),
        stored.kind().toLowerCase(Locale.ROOT),
        stored.fileName(),
        stored.rowsRead(),
        stored.symbols(),
        Optional.ofNullable(stored.firstDate()),
        Optional.ofNullable(stored.lastDate()),
        stored.bytesRead(),
        stored.seconds(),
        stored.importedAt(),
        stored.importedBy(),
        stored.notes());
  }
}
