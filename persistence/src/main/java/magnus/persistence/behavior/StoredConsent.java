package magnus.persistence.behavior;

import java.time.Instant;
import java.util.UUID;

/** What an account said about being recorded. */
public record StoredConsent(UUID account, boolean agreed, Instant changedAt) {}
