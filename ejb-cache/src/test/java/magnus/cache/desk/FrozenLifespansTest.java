package magnus.cache.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import magnus.cache.DataType;
import magnus.cache.freshness.FixedPolicy;
import magnus.cache.freshness.Lifespan;
import magnus.cache.freshness.LifespanQuestion;
import org.junit.jupiter.api.Test;

class FrozenLifespansTest {

  private static final Instant NOW = Instant.parse("2024-03-01T15:00:00Z");

  private final FrozenLifespans lifespans = new FrozenLifespans(FixedPolicy::new);

  private Lifespan chosen(String shelf) {
    return lifespans
        .get()
        .choose(
            new LifespanQuestion(shelf, DataType.QUOTE, Set.of(), NOW, 0, Duration.ofMillis(1)));
  }

  @Test
  void aFrozenShelfHasItsLifespanAndSaysByWhom() {
    lifespans.set(Map.of("quotes", new FrozenLifespans.Freeze(Duration.ofMinutes(2), "ann", NOW)));
    Lifespan frozen = chosen("quotes");
    assertThat(frozen.duration()).isEqualTo(Duration.ofMinutes(2));
    assertThat(frozen.policy()).isEqualTo("frozen");
    assertThat(frozen.factors())
        .singleElement()
        .satisfies(f -> assertThat(f.source()).isEqualTo("administrator ann"))
        .satisfies(f -> assertThat(f.after()).isEqualTo(frozen.duration()));
    assertThat(chosen("others").policy()).isEqualTo(FixedPolicy.NAME);
  }

  @Test
  void aFreedShelfIsThePolicysAgain() {
    lifespans.set(Map.of("quotes", new FrozenLifespans.Freeze(Duration.ofMinutes(2), "ann", NOW)));
    lifespans.set(Map.of());
    assertThat(chosen("quotes").policy()).isEqualTo(FixedPolicy.NAME);
  }
}
