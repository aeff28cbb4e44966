package magnus.cache.infinispan;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import magnus.cache.Codec;
import magnus.cache.Ingredient;
import magnus.cache.freshness.Lifespan;
import magnus.cache.shelf.AccessRate;
import magnus.cache.shelf.Entry;

/** An entry as it lies in Infinispan: its value still encoded. */
record StoredEntry(
    byte[] value,
    Instant asOf,
    Lifespan lifespan,
    Set<Ingredient> madeFrom,
    String version,
    Duration loadTime,
    String loadedBy,
    String loadedFor,
    AccessRate rate) {

  static byte[] write(Entry<?> entry) {
    return Schema.write(
        new StoredEntry(
            entry.bytes(),
            entry.asOf(),
            entry.lifespan(),
            entry.madeFrom(),
            entry.version(),
            entry.loadTime(),
            entry.loadedBy(),
            entry.loadedFor(),
            entry.rate()));
  }

  static <V> Entry<V> read(byte[] bytes, Codec<V> codec) throws Garbled {
    StoredEntry stored = Schema.read(bytes, StoredEntry.class);
    V value;
    try {
      value = codec.decode(stored.value);
    } catch (RuntimeException e) {
      throw new Garbled("the value inside cannot be read", e);
    }
    Entry<V> entry =
        new Entry<>(
            value,
            stored.value,
            stored.asOf,
            stored.lifespan,
            stored.madeFrom,
            stored.version,
            stored.loadTime,
            stored.loadedBy,
            stored.loadedFor);
    entry.learnt(stored.rate);
    return entry;
  }
}
