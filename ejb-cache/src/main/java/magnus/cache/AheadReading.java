package magnus.cache;

import java.util.Optional;
import java.util.function.Predicate;
import magnus.basics.problem.Refusal;
import magnus.basics.work.Errand;
import magnus.cache.event.EntryIndex.Place;
import org.jspecify.annotations.Nullable;

/**
 * That this thread reads ahead of its user, who may never look at the answer: shelves give what
 * lies there fresh or is on its way, count nothing of it as asked for, and load only what has been
 * planned. What a loader reads meanwhile is read as ever.
 */
public final class AheadReading {

  private static final ThreadLocal<@Nullable Predicate<Place>> CURRENT = new ThreadLocal<>();

  private AheadReading() {}

  /**
   * From now on, until {@link #end}.
   *
   * @param planned whether a place that is not there may be loaded
   */
  public static void begin(Predicate<Place> planned) {
    CURRENT.set(planned);
  }

  /** On the thread on which it was begun. */
  public static void end() {
    CURRENT.remove();
  }

  /** What may be loaded; empty where the thread does not read ahead. */
  public static Optional<Predicate<Place>> current() {
    Predicate<Place> planned = CURRENT.get();
    return planned == null || !Errand.current().shelf().isEmpty()
        ? Optional.empty()
        : Optional.of(planned);
  }

  /** Of what is not given ahead. */
  public static Refusal refusal(Place place) {
    return Refusal.of(
        Refusal.Kind.UNAVAILABLE,
        "not-ahead",
        place.shelf() + "/" + place.key() + " is not loaded ahead. Ask again when it is needed.");
  }
}
