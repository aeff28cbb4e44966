package magnus.cache.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import magnus.cache.CacheSettings;
import magnus.cache.DataType;
import org.junit.jupiter.api.Test;

class LifespanPoliciesTest {

  private final Map<String, String> settings = new HashMap<>();
  private final LifespanPolicies policies =
      new LifespanPolicies(StatedMarket.of(0.015), key -> Optional.ofNullable(settings.get(key)));

  @Test
  void theSettingSwapsThem() {
    assertThat(policies.get().name()).isEqualTo(CacheSettings.POLICY.fallback());
    settings.put("magnus.cache.policy", "rule");
    assertThat(policies.get().name()).isEqualTo("rule");
    settings.put("magnus.cache.policy", "best");
    assertThatThrownBy(policies::get).hasMessageContaining("'best'", "rule, error-bounded");
  }

  @Test
  void aTypesOwnEpsilonComesBeforeThatOfAll() {
    settings.put("magnus.cache.policy", "error-bounded");
    settings.put("magnus.cache.epsilon-bp", "20");
    settings.put("magnus.cache.epsilon-bp.option-chain", "5");
    assertThat(seconds(DataType.POSITIONS))
        .as("a call for positions counts 1.25: 25 bp against 5")
        .isBetween(24 * seconds(DataType.OPTION_CHAIN), 26 * seconds(DataType.OPTION_CHAIN));
  }

  private double seconds(DataType type) {
    return policies
            .get()
            .choose(StatedMarket.question(type, StatedMarket.NOON, 1e-6, "AAPL"))
            .duration()
            .toMillis()
        / 1000.0;
  }
}
