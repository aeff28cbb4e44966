package magnus.runs;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import magnus.identity.Caller;

/** What a step may see and do while it runs. */
public interface StepContext {

  /** The run's id. */
  UUID run();

  /** On whose behalf; ownership is checked against this caller. */
  Caller caller();

  /** The run's market as-of, fixed when the run began, the same after a restart. */
  Instant asOf();

  /** The request's parameters, as given and checked at start. */
  Map<String, String> parameters();

  /**
   * Journals one event of the step's own name with these members (a record, a map: whatever the
   * JSON conventions write as an object). Members {@code type}, {@code sequence}, {@code at} and
   * {@code run} are the event's own and may not be given. When the call returns, the event is
   * committed.
   */
  void emit(Object payload);

  /** Journals one event of another type, for steps that stream ({@code token}). */
  void emit(String type, Object payload);

  /**
   * Tells viewers how far the step is, 0–1, with a short sentence. Only a call that reaches a new
   * tenth is journaled, so that a loop may call it freely and a repeated step says the same.
   */
  void progress(double fraction, String message);

  /**
   * Keeps a value for later steps of the same run, in memory only: after a restart {@link #recall}
   * may find nothing and the step computes it again.
   */
  void keep(String key, Object value);

  /** A value kept by an earlier step, or empty. */
  <T> java.util.Optional<T> recall(String key, Class<T> type);

  /**
   * Throws {@link java.util.concurrent.CancellationException} when the run was cancelled; long
   * loops call it often.
   */
  void checkCancelled();

  /**
   * Waits for something that may take long and does not look at {@link #checkCancelled} (an answer
   * from elsewhere, a queue). Only in here is the thread interrupted when the run is cancelled:
   * anywhere else it might be reading the embedded database's file, which an interrupt closes for
   * everybody. So nothing in the call may use the database.
   */
  default <T> T blocking(java.util.concurrent.Callable<T> call) throws Exception {
    return call.call();
  }
}
