package magnus.cache.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import magnus.cache.freshness.Lifespan;
import magnus.cache.freshness.LifespanPolicy;
import magnus.cache.freshness.LifespanQuestion;
import magnus.cache.freshness.MoveBound;

/** The policy in force, but for the shelves whose lifespan an administrator has fixed. */
public final class FrozenLifespans implements Supplier<LifespanPolicy> {

  /** The policy's name in a frozen entry's lifespan. */
  public static final String NAME = "frozen";

  private final Supplier<? extends LifespanPolicy> inForce;
  private volatile Map<String, Freeze> byShelf = Map.of();

  /**
   * One shelf's.
   *
   * @param at wall time
   */
  public record Freeze(Duration lifespan, String by, Instant at) {}

  public FrozenLifespans(Supplier<? extends LifespanPolicy> inForce) {
    this.inForce = inForce;
  }

  /** All that are frozen, in the place of what was. */
  public void set(Map<String, Freeze> all) {
    byShelf = Map.copyOf(all);
  }

  /** The shelf's, where it is frozen. */
  public Optional<Freeze> find(String shelf) {
    return Optional.ofNullable(byShelf.get(shelf));
  }

  @Override
  public LifespanPolicy get() {
    LifespanPolicy chosen = inForce.get();
    Map<String, Freeze> now = byShelf;
    return now.isEmpty() ? chosen : new Mixed(chosen, now);
  }

  private record Mixed(LifespanPolicy others, Map<String, Freeze> frozen)
      implements LifespanPolicy {

    @Override
    public String name() {
      return others.name();
    }

    @Override
    public Lifespan choose(LifespanQuestion question) {
      Freeze freeze = frozen.get(question.shelf());
      return freeze == null ? others.choose(question) : frozen(freeze);
    }

    @Override
    public Optional<MoveBound> findMoveBound(LifespanQuestion question) {
      return frozen.containsKey(question.shelf())
          ? Optional.empty()
          : others.findMoveBound(question);
    }

    private static Lifespan frozen(Freeze freeze) {
      return new Lifespan(
          freeze.lifespan(),
          NAME,
          List.of(
              new Lifespan.Factor(
                  NAME,
                  "= " + freeze.lifespan(),
                  "fixed on " + freeze.at(),
                  "administrator " + freeze.by(),
                  0,
                  freeze.lifespan())));
    }
  }
}
