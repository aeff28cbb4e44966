package magnus.cache.shelf;

import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Where the entries of one shelf lie, on this node and, where there are others, on all of them.
 * Safe to call from many threads. What a call did is seen by every later call on this node, and by
 * all others when the call has returned.
 */
public interface EntryStore<V> {

  /**
   * Hears of entries that come and go, wherever it was done; called before the doing returns, and
   * not to wait: of the store it may ask {@link EntryStore#findHere} alone.
   */
  interface Witness<V> {

    /** A key has this entry now. */
    void stored(String key, Entry<V> entry);

    /** A key has no entry any more. */
    void gone(String key, Departure how);

    /** What lay at a key could not be read, and is as if it were not there. */
    default void unreadable(String key) {}
  }

  /** Why an entry is no longer there. */
  enum Departure {
    /** It was told to, or its time was over and another node says so. */
    REMOVED,
    /** Its time was over; one node alone says so. */
    EXPIRED,
    /** There was no room for it. */
    EVICTED
  }

  @Nullable Entry<V> find(String key);

  /** What lies on this node at this very moment; asks no other node and never waits. */
  default @Nullable Entry<V> findHere(String key) {
    return find(key);
  }

  /**
   * Puts an entry in the place of whatever was there.
   *
   * @param keep how long it may be kept, by wall time
   */
  void put(String key, Entry<V> entry, Duration keep);

  /** Removes what is there; false when nothing was. */
  boolean remove(String key);

  /** Removes this entry; false where another one has taken its place, or none is there. */
  boolean remove(String key, Entry<?> judged);

  /** All keys at some moment. */
  Collection<String> keys();

  int size();

  /** Names the one that hears of changes; called once, before anything else. */
  void watch(Witness<V> witness);
}
