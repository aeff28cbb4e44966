package magnus.cache.shelf;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import magnus.cache.ShelfPlan;
import magnus.cache.event.EntryIndex;
import magnus.cache.event.Horizon;
import magnus.cache.freshness.LifespanPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What a shelf needs around it.
 *
 * @param node this node's name
 * @param market what freshness is judged by
 * @param ticker nanoseconds that only grow, for durations
 * @param threads for loads that nobody waits for
 * @param policy the one in force; asked at each load
 * @param notes hears what happened
 */
public record Surroundings(
    String node,
    InstantSource market,
    LongSupplier ticker,
    Executor threads,
    LoadTurns turns,
    Supplier<LifespanPolicy> policy,
    EntryIndex index,
    Horizon horizon,
    Notes notes) {

  /** Keeps what would otherwise be lost: why entries were dropped, and what sources threw. */
  public interface Notes {

    /** An entry was dropped on all nodes by this one, or is fresh no more here, before its time. */
    void dropped(EntryIndex.Place place, String why, @Nullable Entry<?> entry);

    /** A source threw; callers are told that it is unavailable. */
    void sourceFailed(String shelf, String key, RuntimeException cause);

    /** A place has this entry now, whichever node put it there; not to wait. */
    default void stored(EntryIndex.Place place, Entry<?> entry) {}

    /** A place has no entry any more, whichever node did it; not to wait. */
    default void gone(EntryIndex.Place place, EntryStore.Departure how) {}

    /**
     * A key was asked for; told at every access, so it must cost next to nothing.
     *
     * @param served without waiting for the source
     */
    default void asked(String shelf, String key, boolean served) {}

    /** This node loaded an entry and put it on its shelf. */
    default void loaded(EntryIndex.Place place, Entry<?> entry) {}

    /** A call of the source has ended, and what it gave is on the shelf. */
    default void called(String shelf) {}

    /** Whether a value will be dropped when prices that are seen move it too far. */
    default <K, V> boolean watches(ShelfPlan<K, V> plan, K key, V value, Instant asOf) {
      return false;
    }

    /** Keeps nothing. */
    static Notes none() {
      return new Notes() {
        @Override
        public void dropped(EntryIndex.Place place, String why, @Nullable Entry<?> entry) {}

        @Override
        public void sourceFailed(String shelf, String key, RuntimeException cause) {}
      };
    }
  }
}
