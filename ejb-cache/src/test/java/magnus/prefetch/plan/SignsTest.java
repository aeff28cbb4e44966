package magnus.prefetch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import magnus.prefetch.plan.Signs.Sign;
import org.junit.jupiter.api.Test;

class SignsTest {

  @Test
  void beginsWithWhatIsPublished() {
    Signs signs = new Signs();

    assertThat(signs.opened(Sign.REST, 0.1)).isBetween(0.4, 0.6);
    assertThat(signs.opened(Sign.REST, 0.5)).isGreaterThan(0.7);
    assertThat(signs.opened(Sign.REST, Signs.UNFORESEEN)).isLessThan(0.2);
    assertThat(signs.opened(Sign.PRESS, Signs.UNFORESEEN)).isGreaterThan(0.8);
  }

  @Test
  void learnsHowOftenALinkIsOpenedAfterASign() {
    SplittableRandom random = new SplittableRandom(5);
    Signs signs = new Signs();
    for (int i = 0; i < 20_000; i++) {
      boolean foreseen = random.nextBoolean();
      signs.settled(
          Sign.REST, foreseen ? 0.4 : 0.02, random.nextDouble() < (foreseen ? 0.6 : 0.05));
    }

    assertThat(signs.opened(Sign.REST, 0.4)).isBetween(0.5, 0.7);
    assertThat(signs.opened(Sign.REST, 0.02)).isBetween(0.02, 0.12);
    assertThat(signs.opened(Sign.PRESS, 0.02)).isGreaterThan(0.8);
  }
}
