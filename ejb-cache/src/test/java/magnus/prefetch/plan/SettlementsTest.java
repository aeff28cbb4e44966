package magnus.prefetch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import magnus.cache.event.EntryIndex.Place;
import org.junit.jupiter.api.Test;

class SettlementsTest {

  private static final Instant NOON = Instant.parse("2018-02-05T17:00:00Z");
  private static final Place A = new Place("quotes", "A");
  private static final Place B = new Place("quotes", "B");

  private final Settlements settlements = new Settlements(2);

  private void load(Place place, int seconds) {
    settlements.loaded(place, "/dashboard", 0.3, 40, NOON.plusSeconds(seconds));
  }

  @Test
  void settlesEachOnce() {
    load(A, 5);
    load(B, 10);

    assertThat(settlements.used(A)).get().extracting(s -> s.savedMillis()).isEqualTo(40.0);
    assertThat(settlements.used(A)).isEmpty();
    assertThat(settlements.ended(NOON.plusSeconds(9))).isEmpty();
    assertThat(settlements.ended(NOON.plusSeconds(10)))
        .singleElement()
        .satisfies(s -> assertThat(s.used()).isFalse())
        .satisfies(s -> assertThat(s.place()).isEqualTo(B));
    assertThat(settlements.size()).isZero();
  }

  @Test
  void countsWhatWasDroppedAsWasted() {
    load(A, 5);

    assertThat(settlements.gone(A)).get().extracting(s -> s.used()).isEqualTo(false);
    assertThat(settlements.gone(A)).isEmpty();
  }

  @Test
  void followsASecondLoadOfAPlaceAfterTheFirst() {
    load(A, 5);
    assertThat(settlements.used(A)).isPresent();
    load(A, 20);

    assertThat(settlements.ended(NOON.plusSeconds(6))).isEmpty();
    assertThat(settlements.ended(NOON.plusSeconds(20))).hasSize(1);
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
