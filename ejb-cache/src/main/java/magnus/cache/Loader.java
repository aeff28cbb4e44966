package magnus.cache;

import java.time.Instant;
import magnus.basics.result.Result;

/** Where a shelf's values come from. May be called on any thread, without a request around it. */
@FunctionalInterface
public interface Loader<K, V> {

  /**
   * The value as it was known at {@code asOf}. What the source cannot give is a failure; an
   * exception counts as {@link magnus.basics.result.FailureReason#UNAVAILABLE}. A {@link
   * magnus.basics.problem.Refusal} goes through to the caller and is not remembered.
   */
  Result<V> load(K key, Instant asOf);
}
