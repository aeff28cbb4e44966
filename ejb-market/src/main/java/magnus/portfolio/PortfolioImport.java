package magnus.portfolio;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One import of a file into a portfolio.
 *
 * @param imported how many transactions it brought
 */
public record PortfolioImport(
    UUID id,
    String format,
    String fileName,
    String fileHash,
    @Nullable String account,
    Instant importedAt,
    int imported,
    int duplicates,
    int ignored) {}
