package magnus.cache.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import magnus.cache.shelf.ShelfFigures;
import org.junit.jupiter.api.Test;

class ShelfHistoryTest {

  private static final Instant START = Instant.parse("2024-03-01T15:00:00Z");

  private static ShelfFigures.Counts counts(long hits, long misses) {
    return new ShelfFigures.Counts(
        hits,
        1,
        0,
        misses,
        0,
        misses,
        misses,
        0,
        0,
        0,
        0,
        2,
        0,
        0,
        0,
        misses * 10.0,
        0,
        0,
        0,
        0,
        0,
        0,
        0);
  }

  @Test
  void tellsWhatHappenedBetweenTwoLooks() {
    ShelfHistory history = new ShelfHistory(10);
    history.sample(START, counts(100, 10), 5);
    assertThat(history.stretches()).isEmpty();
    history.sample(START.plusSeconds(10), counts(108, 12), 7);
    assertThat(history.stretches())
        .containsExactly(new ShelfHistory.Stretch(START.plusSeconds(10), 8, 10, 2, 2, 20, 7));
  }

  @Test
  void keepsNoMoreThanItMay() {
    ShelfHistory history = new ShelfHistory(3);
    for (int i = 0; i < 100; i++) {
      history.sample(START.plusSeconds(i), counts(i, 0), i);
    }
    assertThat(history.stretches())
        .extracting(ShelfHistory.Stretch::at)
        .containsExactly(START.plusSeconds(98), START.plusSeconds(99));
  }
}
