package magnus.runs;

import java.time.Instant;
import java.util.UUID;

/**
 * One journaled event of a run.
 *
 * @param sequence place in the run, from 1, without gaps
 * @param step the step it came from, from 0; -1 for {@code start}, the number of steps for the end
 * @param type {@code start}, {@code progress}, a step's own word, or one of the three ends
 * @param at wall time at which it was journaled
 * @param payload a JSON object
 */
public record RunEvent(UUID run, long sequence, int step, String type, Instant at, String payload) {

  /** First event of every run. */
  public static final String START = "start";

  /** How far the run is. */
  public static final String PROGRESS = "progress";

  /** An optional step failed; the run goes on. */
  public static final String STEP_FAILED = "step_failed";

  /** Last event of a run that did all its steps. */
  public static final String COMPLETE = "complete";

  /** Last event of a run that ended early. */
  public static final String FAILED = "failed";

  /** Last event of a run that its owner ended. */
  public static final String CANCELLED = "cancelled";

  /** Whether no event can follow. */
  public boolean isLast() {
    return type.equals(COMPLETE) || type.equals(FAILED) || type.equals(CANCELLED);
  }

  /** The event as one JSON object: its own members first, then those of the payload. */
  public String json() {
    String members = payload.substring(1);
    return "{\"type\":\""
        + type
        + "\",\"sequence\":"
        + sequence
        + ",\"at\":\""
        + at
        + "\",\"run\":\""
        + run
        + (members.equals("}") ? "\"}" : "\"," + members);
  }
}
