package magnus.alerts;

import java.time.Instant;
import java.util.List;
import magnus.portfolio.Missing;

/**
 * What looking at a user's rules gave.
 *
 * @param asOf market time
 * @param told notices that came of it
 * @param missing rules that could not be looked at, and why
 */
public record AlertCheck(Instant asOf, int rules, int told, List<Missing> missing) {}
