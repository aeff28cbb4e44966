package magnus.portfolio;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One import of a file into a portfolio.
 *
 * @param id null for one that brought nothing and so was not kept
 * @param imported how many transactions it brought
 */
public record PortfolioImport(
    @Nullable UUID id,
    String format,
    String fileName,
    String fileHash,
    @Nullable String account,
    Instant importedAt,
    int imported,
    int duplicates,
    int ignored) {

  /** An import of a file in which nothing was new. */
  static PortfolioImport ofNothing(ImportInfo info, Instant at) {
    return new PortfolioImport(
        null,
        info.format(),
        info.fileName(),
        info.fileHash(),
        info.account(),
        at,
        0,
        info.duplicates(),
        info.ignored());
  }
}
