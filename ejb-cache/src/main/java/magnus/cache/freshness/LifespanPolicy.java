package magnus.cache.freshness;

import java.util.Optional;

/** Chooses how long a value counts as fresh; safe to call from many threads. */
public interface LifespanPolicy {

  /** The policy's name in settings and explanations: {@code rule}, {@code error-bounded}. */
  String name();

  /** A lifespan between the question's floor and ceiling, with every factor that made it. */
  Lifespan choose(LifespanQuestion question);

  /**
   * How far prices that are seen may move a value before it is dropped; empty where its lifespan
   * alone ends it.
   */
  default Optional<MoveBound> findMoveBound(LifespanQuestion question) {
    return Optional.empty();
  }
}
