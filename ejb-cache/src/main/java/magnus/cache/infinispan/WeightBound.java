package magnus.cache.infinispan;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import magnus.cache.shelf.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the entries of a shelf on this node within their room. Over it, those that end soonest go
 * until a tenth is free, so that the sorting is paid for once in many entries.
 */
final class WeightBound<V> {

  private final int mostEntries;
  private final long mostBytes;
  private final Supplier<List<Map.Entry<String, Entry<V>>>> all;
  private final Consumer<String> evict;
  private final AtomicInteger entries = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicBoolean trimming = new AtomicBoolean();

  WeightBound(
      int mostEntries,
      long mostBytes,
      Supplier<List<Map.Entry<String, Entry<V>>>> all,
      Consumer<String> evict) {
    this.mostEntries = mostEntries;
    this.mostBytes = mostBytes;
    this.all = all;
    this.evict = evict;
  }

  void changed(@Nullable Entry<V> before, @Nullable Entry<V> after) {
    entries.addAndGet((after == null ? 0 : 1) - (before == null ? 0 : 1));
    bytes.addAndGet((after == null ? 0 : after.weight()) - (before == null ? 0 : before.weight()));
  }

  boolean isExceeded() {
    return (entries.get() > mostEntries || bytes.get() > mostBytes) && !trimming.get();
  }

  long bytes() {
    return bytes.get();
  }

  void trim() {
    if (!trimming.compareAndSet(false, true)) {
      return;
    }
    try {
      if (entries.get() > mostEntries || bytes.get() > mostBytes) {
        evictSoonestEnding();
      }
    } finally {
      trimming.set(false);
    }
  }

  private void evictSoonestEnding() {
    List<Map.Entry<String, Entry<V>>> sorted =
        all.get().stream().sorted(Comparator.comparing(e -> e.getValue().freshUntil())).toList();
    int entriesAfter = mostEntries - mostEntries / 10;
    long bytesAfter = mostBytes - mostBytes / 10;
    for (Map.Entry<String, Entry<V>> e : sorted) {
      if (entries.get() <= entriesAfter && bytes.get() <= bytesAfter) {
        return;
      }
      evict.accept(e.getKey());
    }
  }
}
