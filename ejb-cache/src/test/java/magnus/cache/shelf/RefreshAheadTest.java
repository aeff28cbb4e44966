package magnus.cache.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import magnus.basics.result.Result;
import magnus.cache.Served.How;
import magnus.cache.ahead.RefreshAhead;
import magnus.cache.event.EntryIndex;
import org.junit.jupiter.api.Test;

/** Entries of a minute, seen every second; the source takes a tenth of one. */
class RefreshAheadTest {

  private final ShelfBench bench = new ShelfBench();
  private final Queue<Runnable> low = new ArrayDeque<>();
  private int perTurn = 20;
  private CachedShelf<String, String> shelf = bench.shelf();
  private final RefreshAhead ahead =
      new RefreshAhead("n1", name -> shelf, () -> bench.now, low::add, () -> perTurn, () -> 3);

  RefreshAheadTest() {
    bench.source =
        (key, asOf) -> {
          bench.nanos += Duration.ofMillis(100).toNanos();
          return Result.success(key + " at " + asOf);
        };
    bench.heard =
        new Surroundings.Notes() {
          @Override
          public void dropped(
              EntryIndex.Place place,
              String why,
              @org.jspecify.annotations.Nullable Entry<?> entry) {}

          @Override
          public void stored(EntryIndex.Place place, Entry<?> entry) {
            ahead.stored(place, entry);
          }

          @Override
          public void gone(EntryIndex.Place place, EntryStore.Departure how) {
            ahead.gone(place);
          }

          @Override
          public void sourceFailed(String name, String key, RuntimeException cause) {}
        };
    shelf = bench.shelf();
  }

  private void seconds(int many, Runnable each) {
    for (int i = 0; i < many; i++) {
      bench.pass(Duration.ofSeconds(1));
      each.run();
      ahead.turn();
      Runnable work = low.poll();
      while (work != null) {
        work.run();
        work = low.poll();
      }
    }
  }

  @Test
  void nobodyWaitsForWhatIsAskedForOften() {
    shelf.get("A");
    seconds(
        600,
        () ->
            assertThat(shelf.get("A").find().orElseThrow().how())
                .as("at %s", bench.now)
                .isEqualTo(How.HIT));
    ShelfFigures.Counts counts = shelf.figures().counts();
    assertThat(counts.misses()).isEqualTo(1);
    assertThat(counts.refreshedAhead()).isBetween(10L, 13L);
    assertThat(counts.refreshedAheadUsed()).isEqualTo(counts.refreshedAhead() - 1);
    assertThat(counts.expiredUnused()).isZero();
  }

  @Test
  void whatNobodyAsksForAgainIsLeftToEndAndCounted() {
    shelf.get("A");
    seconds(300, () -> {});
    ShelfFigures.Counts counts = shelf.figures().counts();
    assertThat(counts.refreshedAhead()).isZero();
    assertThat(counts.expiredUnused()).isEqualTo(1);
    assertThat(ahead.watched()).isZero();
  }

  @Test
  void stopsWhenInterestEnds() {
    shelf.get("A");
    seconds(120, () -> shelf.get("A"));
    long soFar = shelf.figures().counts().refreshedAhead();
    assertThat(soFar).isPositive();
    seconds(600, () -> {});
    // The one that was under way when interest ended, and no more.
    assertThat(shelf.figures().counts().refreshedAhead()).isLessThanOrEqualTo(soFar + 1);
    assertThat(shelf.figures().counts().expiredUnused()).isEqualTo(1);
  }

  @Test
  void loadsNoMoreInATurnThanItMayTheOftenestAskedFirst() {
    perTurn = 1;
    shelf.get("A");
    shelf.get("B");
    seconds(
        58,
        () -> {
          shelf.get("A");
          shelf.get("B");
          shelf.get("B");
        });
    assertThat(shelf.figures().counts().refreshedAhead()).isEqualTo(1);
    assertThat(shelf.find("B").orElseThrow().loadedFor()).isEqualTo(RefreshAhead.REASON);
    assertThat(shelf.find("A").orElseThrow().loadedFor()).isEqualTo("request");
  }

  @Test
  void aCheapLoadIsNotWorthIt() {
    bench.source = (key, asOf) -> Result.success("free");
    shelf.get("A");
    seconds(59, () -> shelf.get("A"));
    assertThat(shelf.figures().counts().refreshedAhead()).isZero();
  }

  @Test
  void anEntryThatIsDroppedIsForgotten() {
    shelf.get("A");
    shelf.drop("A", "test");
    assertThat(ahead.watched()).isZero();
    seconds(120, () -> {});
    assertThat(shelf.figures().counts().expiredUnused()).isZero();
  }

  @Test
  void whatEndsWithTheBellAndIsExpectedIsLoadedRightAfterItThoughNobodyAskedYet() {
    perTurn = 1;
    bench.now = Instant.parse("2024-03-05T14:29:00Z");
    shelf.get("A");
    shelf.get("B");
    shelf.get("C");
    ahead.expectAtTheBell(
        Set.of(new EntryIndex.Place("texts", "A"), new EntryIndex.Place("texts", "B")));
    seconds(59, () -> {});
    assertThat(shelf.figures().counts().refreshedAhead()).isZero();
    seconds(3, () -> {});
    assertThat(shelf.figures().counts().refreshedAhead()).isEqualTo(2);
    Instant bell = Instant.parse("2024-03-05T14:30:00Z");
    assertThat(shelf.find("A").orElseThrow().asOf()).isAfterOrEqualTo(bell);
    assertThat(shelf.find("B").orElseThrow().asOf()).isAfterOrEqualTo(bell);
    assertThat(shelf.find("C").orElseThrow().asOf()).isBefore(bell);
  }
}
