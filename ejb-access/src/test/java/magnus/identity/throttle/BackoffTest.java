package magnus.identity.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private final Backoff backoff = new Backoff(5, Duration.ofMinutes(15));

  @Test
  void isFreeAtFirstThenDoublesUpToTheLongest() {
    assertThat(backoff.after(0)).isZero();
    assertThat(backoff.after(4)).isZero();
    assertThat(backoff.after(5)).isEqualTo(Duration.ofSeconds(1));
    assertThat(backoff.after(6)).isEqualTo(Duration.ofSeconds(2));
    assertThat(backoff.after(14)).isEqualTo(Duration.ofSeconds(512));
    assertThat(backoff.after(15)).isEqualTo(Duration.ofMinutes(15));
    assertThat(backoff.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(15));
  }

  /** With free attempts and a quarter of an hour each, a day admits about a hundred guesses. */
  @Test
  void admitsFewGuessesADay() {
    Duration spent = Duration.ZERO;
    int guesses = 0;
    while (spent.compareTo(Duration.ofDays(1)) < 0) {
      guesses++;
      spent = spent.plus(backoff.after(guesses));
    }
    assertThat(guesses).isLessThan(120);
  }
}
