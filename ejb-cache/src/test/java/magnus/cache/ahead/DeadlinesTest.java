package magnus.cache.ahead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import magnus.cache.event.EntryIndex.Place;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DeadlinesTest {

  @Property(tries = 200)
  void takesWhatAScanWouldTake(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Deadlines deadlines = new Deadlines();
    Map<Place, Long> plain = new HashMap<>();
    for (int i = 0; i < 300; i++) {
      Place place = new Place("s", "k" + random.nextInt(30));
      switch (random.nextInt(4)) {
        case 0 -> {
          deadlines.remove(place);
          plain.remove(place);
        }
        case 1 -> {
          long now = random.nextLong(-50, 1_000);
          List<Place> taken =
              deadlines.take(now, 1_000).stream().map(Deadlines.Due::place).toList();
          List<Place> expected = new ArrayList<>();
          plain.forEach(
              (p, at) -> {
                if (at <= now) {
                  expected.add(p);
                }
              });
          assertThat(taken).containsExactlyInAnyOrderElementsOf(expected);
          plain.keySet().removeAll(expected);
        }
        default -> {
          long at = random.nextLong(0, 1_000);
          deadlines.set(place, at);
          plain.put(place, at);
        }
      }
      assertThat(deadlines.size()).isEqualTo(plain.size());
    }
  }
}
