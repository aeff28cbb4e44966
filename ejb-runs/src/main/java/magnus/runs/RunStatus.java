package magnus.runs;

/** Where a run stands; all but the first are final. */
public enum RunStatus {
  /** Under way, or waiting for its turn. */
  RUNNING,
  /** All steps are done. */
  COMPLETE,
  /** It ended early; its last event says why. */
  FAILED,
  /** Its owner ended it. */
  CANCELLED
}
