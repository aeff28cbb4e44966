package magnus.persistence.portfolio;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import as it is stored. */
public record StoredImport(
    UUID id,
    String format,
    String fileName,
    String fileHash,
    @Nullable String account,
    Instant importedAt,
    int imported,
    int duplicates,
    int ignored) {}
