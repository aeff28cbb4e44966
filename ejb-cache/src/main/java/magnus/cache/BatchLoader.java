package magnus.cache;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import magnus.basics.result.Result;

/**
 * Where a shelf's values come from many at a time, in one call of the source. May be called on any
 * thread, without a request around it.
 */
@FunctionalInterface
public interface BatchLoader<K, V> {

  /**
   * The values as they were known at {@code asOf}, each with its own result; a key without one
   * counts as a failure of that key. An exception counts as {@link
   * magnus.basics.result.FailureReason#UNAVAILABLE} for every key, but for a {@link
   * magnus.basics.problem.Refusal}: that would reach whoever waits for any of the keys, so what is
   * wrong with one key is to be its failure.
   */
  Map<K, Result<V>> loadAll(Set<K> keys, Instant asOf);
}
