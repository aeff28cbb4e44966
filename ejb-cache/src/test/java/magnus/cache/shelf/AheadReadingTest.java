package magnus.cache.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import magnus.basics.problem.Refusal;
import magnus.cache.AheadReading;
import magnus.cache.Served;
import magnus.cache.event.EntryIndex.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is read for a user who may never look at it. */
class AheadReadingTest {

  private final ShelfBench bench = new ShelfBench();
  private final Set<Place> planned = new HashSet<>();

  @AfterEach
  void end() {
    AheadReading.end();
  }

  @Test
  void countsNothingAsAskedFor() {
    var shelf = bench.shelf();
    shelf.get("A");
    Entry<String> entry = shelf.find("A").orElseThrow();

    AheadReading.begin(planned::contains);
    assertThat(shelf.get("A").find().orElseThrow().how()).isEqualTo(Served.How.HIT);
    assertThat(shelf.getAll(List.of("A", "A"))).hasSize(1);
    AheadReading.end();

    assertThat(entry.accesses()).isZero();
    assertThat(shelf.figures().counts().hits()).isZero();
    shelf.get("A");
    assertThat(entry.accesses()).isEqualTo(1);
  }

  @Test
  void callsNoSourceThatWasNotPlanned() {
    var shelf = bench.shelf();
    AheadReading.begin(planned::contains);

    assertThatThrownBy(() -> shelf.get("A")).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> shelf.getAll(List.of("A"))).isInstanceOf(Refusal.class);
    assertThat(bench.asked).hasValue(0);

    planned.add(new Place(shelf.name(), "A"));
    assertThat(shelf.get("A").find().orElseThrow().how()).isEqualTo(Served.How.LOADED);
    assertThat(bench.asked).hasValue(1);
    assertThat(shelf.find("A").orElseThrow().accesses()).isZero();
  }

  @Test
  void givesNothingThatIsPastItsLifespan() {
    var shelf = bench.shelf();
    shelf.get("A");
    bench.pass(Duration.ofMinutes(2));
    AheadReading.begin(planned::contains);

    assertThatThrownBy(() -> shelf.get("A")).isInstanceOf(Refusal.class);
    assertThat(bench.asked).hasValue(1);
  }

  @Test
  void loadersReadAsEver() {
    ShelfBench below = new ShelfBench();
    var inner = below.shelf();
    bench.source = (key, asOf) -> inner.get("B").map(Served::value);
    var outer = bench.shelf();
    planned.add(new Place(outer.name(), "A"));
    AheadReading.begin(planned::contains);

    assertThat(outer.get("A").isSuccess()).isTrue();
    assertThat(below.asked).hasValue(1);
  }
}
