package magnus.cache.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import magnus.cache.Ingredient;
import magnus.cache.event.EntryIndex.Place;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.RepeatedTest;

/** The index finds what a scan of all entries finds, also while many threads change them. */
class EntryIndexTest {

  private final EntryIndex index = new EntryIndex();
  private final Map<Place, Set<Ingredient>> entries = new ConcurrentHashMap<>();

  private void put(Place place, Set<Ingredient> madeFrom) {
    entries.put(place, madeFrom);
    index.changed(place, () -> entries.get(place));
  }

  private void remove(Place place) {
    entries.remove(place);
    index.changed(place, () -> entries.get(place));
  }

  private Set<Place> scan(Set<Ingredient> touched) {
    return entries.entrySet().stream()
        .filter(e -> e.getValue().stream().anyMatch(touched::contains))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static Place place(int i) {
    return new Place("shelf" + i % 3, "key" + i);
  }

  private static Set<Ingredient> some(Random random) {
    Set<Ingredient> some = new HashSet<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      some.add(Ingredient.symbol("S" + random.nextInt(12)));
    }
    return some;
  }

  @Property(tries = 200)
  void findsWhatAScanFinds(@ForAll long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      if (random.nextInt(3) == 0) {
        remove(place(random.nextInt(20)));
      } else {
        put(place(random.nextInt(20)), some(random));
      }
      Set<Ingredient> touched = some(random);
      assertThat(index.find(touched)).isEqualTo(scan(touched));
    }
    assertThat(index.size()).isEqualTo(entries.size());
  }

  @RepeatedTest(5)
  void neverMissesAnEntryWhoseWritingHasReturned() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Future<?>> work = new ArrayList<>();
      for (int t = 0; t < 6; t++) {
        int writer = t;
        work.add(
            threads.submit(
                () -> {
                  Random random = new Random(writer);
                  for (int i = 0; i < 4_000; i++) {
                    // Places of its own are checked at once; shared ones are fought for.
                    Place own = new Place("own" + writer, "key" + random.nextInt(5));
                    Set<Ingredient> madeFrom = some(random);
                    put(own, madeFrom);
                    for (Ingredient ingredient : madeFrom) {
                      assertThat(index.find(Set.of(ingredient))).contains(own);
                    }
                    Place shared = place(random.nextInt(8));
                    if (random.nextBoolean()) {
                      put(shared, some(random));
                    } else {
                      remove(shared);
                    }
                  }
                  return null;
                }));
      }
      for (Future<?> w : work) {
        w.get();
      }
    } finally {
      threads.shutdownNow();
    }
    for (int s = 0; s < 12; s++) {
      Set<Ingredient> touched = Set.of(Ingredient.symbol("S" + s));
      assertThat(index.find(touched)).isEqualTo(scan(touched));
    }
    assertThat(index.size()).isEqualTo(entries.size());
  }
}
