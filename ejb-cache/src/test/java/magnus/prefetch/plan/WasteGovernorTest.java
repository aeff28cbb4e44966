package magnus.prefetch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
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
  void comesBackFromAStandstill() {
    Instant noon = Instant.parse("2018-02-05T17:00:00Z");
    WasteGovernor governor = new WasteGovernor(0.25);
    for (int i = 0; i < 200; i++) {
      governor.settled(false);
    }
    governor.passing(noon);
    governor.passing(noon.plus(Duration.ofMinutes(9)));
    assertThat(governor.admits(0.9)).isFalse();

    for (int minute = 9; minute < 30; minute++) {
      governor.passing(noon.plus(Duration.ofMinutes(minute)));
    }
    assertThat(governor.admits(0.8)).isTrue();
    assertThat(governor.admits(0.7)).isFalse();
  }

  @Test
  void staysWhereItIs_whileItLearns() {
    Instant noon = Instant.parse("2018-02-05T17:00:00Z");
    WasteGovernor governor = new WasteGovernor(0.25);
    for (int minute = 0; minute < 120; minute++) {
      governor.passing(noon.plus(Duration.ofMinutes(minute)));
      governor.settled(minute % 4 == 0);
    }
    assertThat(governor.threshold()).isGreaterThan(0.95);
  }

  @Test
  void refusesAShareThatIsNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> new WasteGovernor(1));
    assertThatIllegalArgumentException().isThrownBy(() -> new WasteGovernor(0));
  }
}
