package magnus.persistence.receipt;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was answered to a write.
 *
 * @param requestHash SHA-256 of the request in hexadecimal
 * @param status HTTP status
 * @param body of at most 100,000 characters
 */
public record StoredReceipt(
    UUID owner,
    String requestKey,
    String requestHash,
    Instant createdAt,
    int status,
    @Nullable String location,
    String body) {}
