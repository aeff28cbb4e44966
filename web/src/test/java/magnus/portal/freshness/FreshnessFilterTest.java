package magnus.portal.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import magnus.cache.Served;
import magnus.cache.Served.How;
import org.junit.jupiter.api.Test;

/** The Cache-Status of each way in which a value comes. */
class FreshnessFilterTest {

  private static String status(How how, int age) {
    return FreshnessFilter.status(
        new Served<>(
            "value", how, Instant.EPOCH, Duration.ofSeconds(age), Duration.ofSeconds(60), "1"),
        false);
  }

  @Test
  void saysHowAnAnswerCame() {
    assertThat(status(How.HIT, 50)).isEqualTo("magnus; hit; ttl=10");
    assertThat(status(How.LOADED, 0)).isEqualTo("magnus; fwd=miss; stored; ttl=60");
    assertThat(status(How.STALE_WHILE_REVALIDATING, 65))
        .isEqualTo("magnus; hit; ttl=-5; detail=revalidating");
    assertThat(status(How.STALE_ON_ERROR, 90))
        .isEqualTo("magnus; hit; ttl=-30; detail=source-failed");
  }
}
