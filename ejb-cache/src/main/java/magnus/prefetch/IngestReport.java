package magnus.prefetch;

import java.util.Optional;

/**
 * What became of what was told.
 *
 * @param accepted how many will be written within a second
 * @param reason why the others are not
 */
public record IngestReport(int accepted, int dropped, Optional<String> reason) {}
