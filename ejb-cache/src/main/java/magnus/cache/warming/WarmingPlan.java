package magnus.cache.warming;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import magnus.cache.event.EntryIndex.Place;

/**
 * What to load, in the order of what it is expected to save: hits times load time. Cut off where
 * the budget ends.
 *
 * @param picks to be loaded, in order
 * @param left wanted as well, but beyond the budget
 */
public record WarmingPlan(List<Pick> picks, int left) {

  /** Of a place whose load nobody has measured. */
  public static final double UNKNOWN_LOAD_MILLIS = 20;

  public WarmingPlan {
    picks = List.copyOf(picks);
  }

  /**
   * A place that is wanted.
   *
   * @param hits expected in the first minutes of the session
   * @param loadMillis how long its source takes
   * @param wantedBy who says so: {@code history} or the name of a warmer
   */
  public record Pick(Place place, double hits, double loadMillis, String wantedBy) {

    /** Milliseconds of waiting that it is expected to save. */
    public double worth() {
      return hits * loadMillis;
    }
  }

  /**
   * Keys of one shelf that are loaded together, the first one's place in the order being theirs.
   */
  public record Group(String shelf, List<String> keys) {

    public Group {
      keys = List.copyOf(keys);
    }
  }

  /**
   * The picks as they are loaded: those of a shelf whose source gives many come with the first of
   * them.
   *
   * @param mostInOneCall of a shelf's values
   */
  public List<Group> groups(ToIntFunction<String> mostInOneCall) {
    List<List<Pick>> groups = new ArrayList<>();
    Map<String, List<Pick>> last = new HashMap<>();
    for (Pick pick : picks) {
      String shelf = pick.place().shelf();
      List<Pick> group = last.get(shelf);
      if (group == null || group.size() >= mostInOneCall.applyAsInt(shelf)) {
        group = new ArrayList<>();
        last.put(shelf, group);
        groups.add(group);
      }
      group.add(pick);
    }
    return groups.stream()
        .map(
            group ->
                new Group(
                    group.get(0).place().shelf(),
                    group.stream().map(pick -> pick.place().key()).toList()))
        .toList();
  }

  /**
   * @param wanted a place may be in it more than once; the larger expectation counts
   * @param loads how many at most
   * @param time how long all of them together may take, by what is known of their load times
   */
  public static WarmingPlan of(List<Pick> wanted, int loads, Duration time) {
    Map<Place, Pick> once = new LinkedHashMap<>();
    for (Pick pick : wanted) {
      once.merge(pick.place(), pick, (a, b) -> b.hits() > a.hits() ? b : a);
    }
    List<Pick> order = new ArrayList<>(once.values());
    order.sort(
        Comparator.comparingDouble(Pick::worth)
            .reversed()
            .thenComparing(p -> p.place().shelf())
            .thenComparing(p -> p.place().key()));
    List<Pick> picks = new ArrayList<>();
    double millis = 0;
    for (Pick pick : order) {
      if (picks.size() < loads && millis + pick.loadMillis() <= time.toMillis()) {
        picks.add(pick);
        millis += pick.loadMillis();
      }
    }
    return new WarmingPlan(picks, order.size() - picks.size());
  }
}
