package magnus.market.imported;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What was read.
 *
 * @param rows rows of data, headers not counted
 * @param symbols how many different ones
 * @param bytes as sent
 * @param notes sentences on odd rows
 */
public record ImportSummary(
    FileKind kind,
    long rows,
    int symbols,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    long bytes,
    List<String> notes) {}
