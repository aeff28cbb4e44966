package magnus.prefetch;

import java.time.Instant;
import java.util.Optional;

/**
 * What is kept ready in the place of statements, on the node that answers, with its measured
 * benefit.
 *
 * @param madeFrom version of what it is made from; another one is never served
 * @param madeAt empty while there is none
 * @param entries that it has
 * @param bytes that it takes, estimated
 * @param mostEntries beyond which it is not kept
 * @param hits answers out of it
 * @param asked of the database to know that it is still true, and to make it
 * @param saved statements: hits less what was asked
 * @param savedPerKilobyte the same by what it takes
 * @param decision {@code KEPT}, {@code NOT_YET} or {@code DROPPED}
 */
public record SummaryReport(
    String name,
    long madeFrom,
    Optional<Instant> madeAt,
    long entries,
    long bytes,
    long mostEntries,
    long hits,
    long asked,
    long saved,
    double savedPerKilobyte,
    double makingMillis,
    String decision,
    String why) {}
