package magnus.cache.event;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import magnus.cache.event.EntryIndex.Place;

/** Why entries were dropped: the last few reasons of each of the places dropped most recently. */
public final class Departures {

  private static final int PLACES = 10_000;
  private static final int EACH = 10;

  private final Map<Place, Deque<Departed>> book =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Deque<Departed>> eldest) {
          return size() > PLACES;
        }
      };

  /**
   * One departure.
   *
   * @param at market time
   * @param madeAt as-of of the entry that went; null where it was gone already
   */
  public record Departed(
      Instant at, String why, @org.jspecify.annotations.Nullable Instant madeAt) {}

  /** An entry went. */
  public synchronized void note(Place place, Departed departed) {
    Deque<Departed> notes = book.computeIfAbsent(place, p -> new ArrayDeque<>());
    notes.addFirst(departed);
    if (notes.size() > EACH) {
      notes.removeLast();
    }
  }

  /** What is known of a place, newest first. */
  public synchronized List<Departed> find(Place place) {
    Deque<Departed> notes = book.get(place);
    return notes == null ? List.of() : List.copyOf(notes);
  }
}
