package magnus.persistence.run;

import java.util.UUID;

/** How far a run is, without its contents. */
public record RunHead(UUID id, StoredStatus status, long lastSequence, long fence) {}
