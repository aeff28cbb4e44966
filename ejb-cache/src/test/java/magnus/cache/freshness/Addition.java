package magnus.cache.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/** Works a lifespan out again from the words of its factors. */
final class Addition {

  private Addition() {}

  static void addsUp(Lifespan lifespan) {
    Duration now = Duration.ZERO;
    for (Lifespan.Factor factor : lifespan.factors()) {
      String effect = factor.effect();
      String last = effect.substring(effect.lastIndexOf(' ') + 1);
      if (effect.startsWith("× ")) {
        now = Duration.ofMillis((long) (now.toMillis() * Double.parseDouble(last)));
      } else if (effect.startsWith("= ")) {
        now = Duration.parse(last);
      } else if (effect.startsWith("at most ")) {
        assertThat(now).isGreaterThan(Duration.parse(last));
        now = Duration.parse(last);
      } else {
        assertThat(effect).startsWith("at least ");
        assertThat(now).isLessThan(Duration.parse(last));
        now = Duration.parse(last);
      }
      assertThat(factor.after()).isEqualTo(now);
      assertThat(factor.input()).isNotBlank();
      assertThat(factor.source()).isNotBlank();
      assertThat(factor.ageSeconds()).isNotNegative();
    }
    assertThat(lifespan.duration()).isEqualTo(now);
  }
}
