package magnus.cache.freshness;

import java.time.Duration;
import java.util.List;

/** The data type's base value, whatever the market does: what every other policy must beat. */
public final class FixedPolicy implements LifespanPolicy {

  @Override
  public String name() {
    return "fixed";
  }

  @Override
  public Lifespan choose(LifespanQuestion question) {
    Duration base = question.type().base();
    return new Lifespan(
        base,
        name(),
        List.of(
            new Lifespan.Factor(
                "base", base.toString(), question.type().name(), "constant", 0, base)));
  }
}
