package magnus.cache.ahead;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import magnus.cache.event.EntryIndex.Place;

/**
 * Places by the moment at which each wants to be looked at, one moment each. Setting and removing
 * cost the logarithm of their number, finding those that are due only as much as there are.
 */
public final class Deadlines {

  /** A place and its moment, in milliseconds of market time. */
  public record Due(long at, Place place) implements Comparable<Due> {

    private static final Comparator<Due> ORDER =
        Comparator.comparingLong(Due::at)
            .thenComparing(d -> d.place().shelf())
            .thenComparing(d -> d.place().key());

    @Override
    public int compareTo(Due other) {
      return ORDER.compare(this, other);
    }
  }

  private final ConcurrentSkipListSet<Due> order = new ConcurrentSkipListSet<>();
  private final ConcurrentHashMap<Place, Due> byPlace = new ConcurrentHashMap<>();

  /** A place wants to be looked at then, and no longer at another moment. */
  public void set(Place place, long at) {
    byPlace.compute(
        place,
        (p, before) -> {
          if (before != null) {
            order.remove(before);
          }
          Due now = new Due(at, p);
          order.add(now);
          return now;
        });
  }

  /** A place is to be forgotten. */
  public void remove(Place place) {
    byPlace.computeIfPresent(
        place,
        (p, before) -> {
          order.remove(before);
          return null;
        });
  }

  /** Takes those out whose moment has come, the earliest first. */
  public List<Due> take(long now, int most) {
    List<Due> due = new ArrayList<>();
    while (due.size() < most) {
      Due first = order.isEmpty() ? null : order.ceiling(new Due(Long.MIN_VALUE, FIRST));
      if (first == null || first.at() > now) {
        return due;
      }
      byPlace.computeIfPresent(
          first.place(),
          (p, known) -> {
            if (!known.equals(first)) {
              return known;
            }
            order.remove(first);
            due.add(first);
            return null;
          });
    }
    return due;
  }

  /** The earliest that many, which stay where they are. */
  public List<Due> first(int most) {
    return order.stream().limit(most).toList();
  }

  private static final Place FIRST = new Place("", "");

  /** How many places wait. */
  public int size() {
    return byPlace.size();
  }
}
