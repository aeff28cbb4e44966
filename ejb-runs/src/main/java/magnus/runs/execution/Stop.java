package magnus.runs.execution;

/**
 * Why a worker must leave a run before its end; the run's last event, if any, is not his to write.
 */
enum Stop {
  /** The run has ended elsewhere: cancelled by its owner, or failed by the watchdog. */
  ENDED,
  /** Another node works on it now. */
  LOST,
  /** This node goes down; another incarnation takes the run up. */
  SHUTDOWN
}
