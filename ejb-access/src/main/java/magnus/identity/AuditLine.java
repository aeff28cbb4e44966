package magnus.identity;

import java.time.Instant;

/** One entry of the audit log; ids grow with time. */
public record AuditLine(
    long id,
    Instant at,
    String actor,
    String action,
    String subject,
    String outcome,
    String address) {}
