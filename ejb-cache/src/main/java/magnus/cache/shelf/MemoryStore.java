package magnus.cache.shelf;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Entries in this process's memory alone, kept until they are removed. */
public final class MemoryStore<V> implements EntryStore<V> {

  private static final int STRIPES = 64;

  private final ConcurrentHashMap<String, Entry<V>> entries = new ConcurrentHashMap<>();
  // A change of a key and its telling are one step: the witness hears in the order of what is
  // there.
  private final Object[] stripes = Stream.generate(Object::new).limit(STRIPES).toArray();
  private @Nullable Witness<V> witness;

  @Override
  public @Nullable Entry<V> find(String key) {
    return entries.get(key);
  }

  @Override
  public void put(String key, Entry<V> entry, Duration keep) {
    synchronized (stripe(key)) {
      entries.put(key, entry);
      if (witness != null) {
        witness.stored(key, entry);
      }
    }
  }

  @Override
  public boolean remove(String key) {
    synchronized (stripe(key)) {
      boolean was = entries.remove(key) != null;
      if (was && witness != null) {
        witness.gone(key, Departure.REMOVED);
      }
      return was;
    }
  }

  @Override
  public boolean remove(String key, Entry<?> judged) {
    synchronized (stripe(key)) {
      return entries.get(key) == judged && remove(key);
    }
  }

  private Object stripe(String key) {
    return stripes[Math.floorMod(key.hashCode(), STRIPES)];
  }

  @Override
  public Collection<String> keys() {
    return List.copyOf(entries.keySet());
  }

  @Override
  public int size() {
    return entries.size();
  }

  @Override
  public void watch(Witness<V> whoHears) {
    this.witness = whoHears;
  }
}
