package magnus.prefetch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import magnus.cache.event.EntryIndex.Place;
import org.junit.jupiter.api.Test;

class SettlementsTest {

  private static final Instant NOON = Instant.parse("2018-02-05T17:00:00Z");
  private static final Place A = new Place("quotes", "A");
  private static final Place B = new Place("quotes", "B");

  private final Settlements settlements = new Settlements(2);

  private AtomicBoolean load(Place place, int seconds) {
    AtomicBoolean used = new AtomicBoolean();
    Planned planned = new Planned(new Need(place, 40, 0.3, seconds, 0, false), 0.8);
    settlements.loaded(planned, "/", 40, NOON.plusSeconds(seconds), used::get);
    return used;
  }

  @Test
  void settlesEachOnceAtItsEnd() {
    load(A, 10);
    load(B, 5).set(true);

    assertThat(settlements.ended(NOON.plusSeconds(4))).isEmpty();
    assertThat(settlements.ended(NOON.plusSeconds(10)))
        .containsExactly(
            new Settlements.Settled(B, "/", 0.3, 0.8, true, 40, true),
            new Settlements.Settled(A, "/", 0.3, 0.8, false, 0, true));
    assertThat(settlements.ended(NOON.plusSeconds(99))).isEmpty();
    assertThat(settlements.size()).isZero();
  }

  @Test
  void settlesWhatIsLoadedAgainBeforeItsEnd() {
    // An event dropped it, else nothing would have been loaded in its place.
    load(A, 3_600);
    load(A, 20).set(true);

    assertThat(settlements.ended(NOON)).singleElement().matches(s -> !s.used());
    assertThat(settlements.ended(NOON.plusSeconds(20))).singleElement().matches(s -> s.used());
    assertThat(settlements.size()).isZero();
  }

  @Test
  void countsWhatABrowserShowedThatHadFetchedItAhead() {
    load(A, 10);
    load(B, 10);
    settlements.shown(A, NOON.plusSeconds(9));
    settlements.shown(B, NOON.plusSeconds(10));
    settlements.shown(new Place("quotes", "C"), NOON);

    assertThat(settlements.ended(NOON.plusSeconds(10)))
        .extracting(s -> s.place().key(), Settlements.Settled::used)
        .containsExactlyInAnyOrder(tuple("A", true), tuple("B", false));
  }

  @Test
  void isBounded() {
    load(A, 5);
    load(B, 5);
    load(new Place("quotes", "C"), 5);

    assertThat(settlements.size()).isEqualTo(2);
    settlements.ended(NOON.plusSeconds(5));
    load(new Place("quotes", "C"), 9);
    assertThat(settlements.size()).isEqualTo(1);
  }
}
