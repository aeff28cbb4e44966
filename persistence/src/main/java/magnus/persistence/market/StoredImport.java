package magnus.persistence.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of an imported file.
 *
 * @param importedAt wall time
 * @param idempotency the caller's key for this upload, if he gave one
 * @param bytesRead as sent, packed or not
 * @param notes sentences on what was made of odd rows
 */
public record StoredImport(
    UUID id,
    Instant importedAt,
    String importedBy,
    @Nullable String idempotency,
    String fileName,
    String kind,
    long bytesRead,
    long rowsRead,
    int symbols,
    @Nullable LocalDate firstDate,
    @Nullable LocalDate lastDate,
    double seconds,
    List<String> notes) {}
