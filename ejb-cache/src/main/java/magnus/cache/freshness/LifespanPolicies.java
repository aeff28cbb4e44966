package magnus.cache.freshness;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import magnus.cache.CacheSettings;
import magnus.cache.DataType;
import magnus.cache.MarketSense;

/** The policies by name; the one in force is the setting's, read at each use. */
public final class LifespanPolicies implements Supplier<LifespanPolicy> {

  private final Function<String, Optional<String>> settings;
  private final Map<String, LifespanPolicy> byName;

  /**
   * @param settings finds the configured text of a key
   */
  public LifespanPolicies(MarketSense sense, Function<String, Optional<String>> settings) {
    this.settings = settings;
    this.byName =
        Map.of(
            RulePolicy.NAME,
            new RulePolicy(sense),
            ErrorBoundedPolicy.NAME,
            new ErrorBoundedPolicy(sense, this::epsilon),
            FixedPolicy.NAME,
            new FixedPolicy());
  }

  @Override
  public LifespanPolicy get() {
    return named(CacheSettings.POLICY.from(settings));
  }

  /** All of them, by name. */
  public List<LifespanPolicy> all() {
    return byName.values().stream().sorted(Comparator.comparing(LifespanPolicy::name)).toList();
  }

  /** The bound in force of a call that costs 1, in basis points. */
  public double epsilonOfAll() {
    return CacheSettings.EPSILON.from(settings);
  }

  private LifespanPolicy named(String name) {
    LifespanPolicy policy = byName.get(name);
    if (policy == null) {
      throw new IllegalArgumentException("no lifespan policy is called '" + name + "'");
    }
    return policy;
  }

  /** The bound in force for a type that prices move, in basis points. */
  public double epsilon(DataType type) {
    return CacheSettings.epsilonInForce(type, settings);
  }
}
