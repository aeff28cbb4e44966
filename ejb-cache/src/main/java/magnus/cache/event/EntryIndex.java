package magnus.cache.event;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import magnus.cache.Ingredient;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are made from what, so that an event finds them without scanning keys. Once a
 * change of an entry has been told here and the telling has returned, a search finds it.
 */
public final class EntryIndex {

  /** Where an entry lies. */
  public record Place(String shelf, String key) {}

  private final Map<Ingredient, Set<Place>> places = new ConcurrentHashMap<>();
  private final Map<Place, Set<Ingredient>> known = new ConcurrentHashMap<>();

  /**
   * A place has changed.
   *
   * @param now reads what its entry is made from, or null where there is none; read while the place
   *     is locked here, so that of two changes told at once the later one is kept
   */
  public void changed(Place place, Supplier<@Nullable Set<Ingredient>> now) {
    known.compute(
        place,
        (p, before) -> {
          Set<Ingredient> after = now.get();
          if (after != null) {
            for (Ingredient ingredient : after) {
              places.compute(
                  ingredient,
                  (i, all) -> {
                    Set<Place> set = all == null ? ConcurrentHashMap.newKeySet() : all;
                    set.add(p);
                    return set;
                  });
            }
          }
          if (before != null) {
            for (Ingredient ingredient : before) {
              if (after == null || !after.contains(ingredient)) {
                places.computeIfPresent(
                    ingredient,
                    (i, all) -> {
                      all.remove(p);
                      return all.isEmpty() ? null : all;
                    });
              }
            }
          }
          return after;
        });
  }

  /** The places of entries made from any of these. */
  public Set<Place> find(Set<Ingredient> touched) {
    Set<Place> found = new HashSet<>();
    for (Ingredient ingredient : touched) {
      Set<Place> set = places.get(ingredient);
      if (set != null) {
        found.addAll(set);
      }
    }
    return found;
  }

  /** How many entries are indexed. */
  public int size() {
    return known.size();
  }
}
