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
   * magnus.basics.result.FailureReason#UNAVAILABLE} for every key. After a {@link
   * magnus.basics.problem.Refusal} each key is asked for by itself, so that it reaches those alone
   * who want the one that is refused; it is cheaper to make what is wrong with one key its failure.
   */
  Map<K, Result<V>> loadAll(Set<K> keys, Instant asOf);
}
