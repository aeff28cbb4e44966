package magnus.portal.portfolio;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import magnus.portfolio.PortfolioImport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One import as JSON.
 *
 * @param id absent where nothing in the file was new: there is nothing to take back
 */
@Schema(name = "PortfolioImport")
public record ImportBody(
    Optional<UUID> id,
    String format,
    String name,
    Optional<String> account,
    Instant importedAt,
    int imported,
    int duplicates,
    int ignored) {

  static ImportBody of(PortfolioImport done) {
    return new ImportBody(
        Optional.ofNullable(done.id()),
        done.format(),
        done.fileName(),
        Optional.ofNullable(done.account()),
        done.importedAt(),
        done.imported(),
        done.duplicates(),
        done.ignored());
  }
}
