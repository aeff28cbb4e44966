package magnus.cache.freshness;

/** Chooses how long a value counts as fresh; safe to call from many threads. */
public interface LifespanPolicy {

  /** The policy's name in settings and explanations: {@code rule}, {@code error-bounded}. */
  String name();

  /** A lifespan between the question's floor and ceiling, with every factor that made it. */
  Lifespan choose(LifespanQuestion question);
}
