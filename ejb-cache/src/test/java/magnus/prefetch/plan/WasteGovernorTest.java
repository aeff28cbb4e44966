package magnus.prefetch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WasteGovernorTest {

  private static double wastedShare(double asked, double optimism) {
    SplittableRandom random = new SplittableRandom(11);
    WasteGovernor governor = new WasteGovernor(asked);
    int loaded = 0;
    int wasted = 0;
    for (int i = 0; i < 200_000; i++) {
      double truth = random.nextDouble();
      if (governor.admits(Math.min(1, truth * optimism))) {
        boolean used = random.nextDouble() < truth;
        governor.settled(used);
        if (i > 20_000) {
          loaded++;
          wasted += used ? 0 : 1;
        }
      }
    }
    assertThat(loaded).isGreaterThan(10_000);
    return (double) wasted / loaded;
  }

  @Test
  void restsWhereTheShareIsMet() {
    assertThat(wastedShare(0.25, 1)).isBetween(0.23, 0.27);
    assertThat(wastedShare(0.10, 1)).isBetween(0.08, 0.12);
  }

  @Test
  void restsThereToo_whenChancesAreOverstated() {
    assertThat(wastedShare(0.25, 1.2)).isBetween(0.22, 0.28);
  }

  @Test
  void refusesAShareThatIsNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> new WasteGovernor(1));
    assertThatIllegalArgumentException().isThrownBy(() -> new WasteGovernor(0));
  }
}
