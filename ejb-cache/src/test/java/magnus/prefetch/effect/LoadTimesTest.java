package magnus.prefetch.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LoadTimesTest {

  private static List<LoadTimes.Timing> timings(int users, double with, double without, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<LoadTimes.Timing> timings = new ArrayList<>();
    for (int user = 0; user < users; user++) {
      boolean ahead = user % 2 == 0;
      double own = Math.exp(0.3 * random.nextGaussian());
      for (int i = 0; i < 20; i++) {
        double millis = (ahead ? with : without) * own * Math.exp(0.4 * random.nextGaussian());
        timings.add(new LoadTimes.Timing(new UUID(0, user), ahead, ahead, (int) millis));
      }
    }
    return timings;
  }

  private static LoadTimes.Comparison compare(List<LoadTimes.Timing> timings) {
    return LoadTimes.compare(timings, new SplittableRandom(1)).orElseThrow();
  }

  @Test
  void findsADifferenceThatThereIs() {
    LoadTimes.Comparison found = compare(timings(100, 100, 200, 3));

    assertThat(found.saved().orElseThrow()).isCloseTo(0.5, within(0.12));
    assertThat(found.low().orElseThrow()).isPositive();
    assertThat(found.high().orElseThrow()).isGreaterThan(found.low().orElseThrow());
    assertThat(found.with().users()).isEqualTo(50);
    assertThat(found.with().warm()).isEqualTo(1);
    assertThat(found.without().warm()).isZero();
    assertThat(found.words()).contains("faster");
  }

  @Test
  void doesNotFindOneThatThereIsNot() {
    int wrong = 0;
    for (int seed = 0; seed < 40; seed++) {
      if (!compare(timings(40, 150, 150, seed)).words().contains("chance")) {
        wrong++;
      }
    }
    // 5 % expected.
    assertThat(wrong).isLessThan(8);
  }

  @Test
  void saysThatItKnowsTooLittle() {
    assertThat(LoadTimes.compare(List.of(), new SplittableRandom(1))).isEmpty();
    LoadTimes.Comparison few = compare(timings(4, 100, 200, 3));
    assertThat(few.saved()).isEmpty();
    assertThat(few.words()).contains("nothing can be said");
  }
}
