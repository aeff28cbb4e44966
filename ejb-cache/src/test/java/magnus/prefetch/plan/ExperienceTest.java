package magnus.prefetch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExperienceTest {

  @Test
  void believesThePriceAtFirst() {
    Experience experience = new Experience();
    experience.settled("positions", 0.8, true);

    assertThat(experience.used("option-chains", 0.37)).isEqualTo(0.37);
  }

  @Test
  void learnsForEachShelfHowOftenItsEntriesAreUsed() {
    Experience experience = new Experience();
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 20_000; i++) {
      double chance = random.nextDouble(0.3, 0.9);
      experience.settled("option-chains", chance, random.nextDouble() < chance * 0.7);
      experience.settled("positions", chance, random.nextDouble() < 1 - 0.4 * (1 - chance));
    }

    assertThat(experience.used("option-chains", 0.7)).isCloseTo(0.49, within(0.1));
    assertThat(experience.used("positions", 0.4)).isCloseTo(0.76, within(0.1));
    assertThat(experience.used("positions", 0.9)).isGreaterThan(experience.used("positions", 0.5));
  }
}
