package magnus.cache.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import magnus.cache.shelf.CachedShelf;
import magnus.cache.shelf.Entry;

/**
 * What lies on a shelf, told from some of its entries.
 *
 * @param entries how many there are
 * @param bytes what they weigh, as heavy as the sampled ones on average
 * @param sampled how many were looked at
 * @param least of the sampled lifespans; zero where there is none, as are the others
 */
public record Survey(
    int entries, long bytes, int sampled, Duration least, Duration median, Duration most) {

  /** Looks at that many entries at most. */
  public static Survey of(CachedShelf<?, ?> shelf, int sample) {
    List<Duration> lifespans = new ArrayList<>();
    long weight = 0;
    for (String key : shelf.keys()) {
      if (lifespans.size() >= sample) {
        break;
      }
      Entry<?> entry = shelf.find(key).orElse(null);
      if (entry != null) {
        lifespans.add(entry.lifespan().duration());
        weight += entry.weight();
      }
    }
    int sampled = lifespans.size();
    int entries = shelf.size();
    if (sampled == 0) {
      return new Survey(entries, 0, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }
    Collections.sort(lifespans);
    return new Survey(
        entries,
        Math.round((double) weight / sampled * entries),
        sampled,
        lifespans.get(0),
        lifespans.get(sampled / 2),
        lifespans.get(sampled - 1));
  }
}
