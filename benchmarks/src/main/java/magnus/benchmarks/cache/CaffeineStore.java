package magnus.benchmarks.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import magnus.cache.shelf.Entry;
import magnus.cache.shelf.EntryStore;
import org.jspecify.annotations.Nullable;

/** Entries of this process alone in Caffeine, bounded and with its statistics. */
final class CaffeineStore implements EntryStore<String> {

  private final Cache<String, Entry<String>> entries;

  CaffeineStore(int most) {
    this.entries = Caffeine.newBuilder().maximumSize(most).recordStats().build();
  }

  @Override
  public @Nullable Entry<String> find(String key) {
    return entries.getIfPresent(key);
  }

  @Override
  public void put(String key, Entry<String> entry, Duration keep) {
    entries.put(key, entry);
  }

  @Override
  public boolean remove(String key) {
    return entries.asMap().remove(key) != null;
  }

  @Override
  public boolean remove(String key, Entry<?> judged) {
    return entries.asMap().remove(key, judged);
  }

  @Override
  public Collection<String> keys() {
    return List.copyOf(entries.asMap().keySet());
  }

  @Override
  public int size() {
    return entries.asMap().size();
  }

  @Override
  public void watch(Witness<String> witness) {
    // Nobody else changes what is here.
  }
}
