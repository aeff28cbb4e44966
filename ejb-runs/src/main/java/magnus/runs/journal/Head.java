package magnus.runs.journal;

import java.util.UUID;
import magnus.runs.RunStatus;

/** How far a run is, without its contents. */
public record Head(UUID run, RunStatus status, long lastSequence, long fence) {}
