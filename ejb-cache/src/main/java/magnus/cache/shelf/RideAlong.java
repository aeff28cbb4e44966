package magnus.cache.shelf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import magnus.cache.ShelfPlan;
import magnus.cache.ahead.Deadlines;
import magnus.cache.event.EntryIndex.Place;
import org.jspecify.annotations.Nullable;

/**
 * Which entries a call of the source takes with it, as it costs one call anyway: those asked for
 * lately that are past their end or nearest to it, and in the second half of their lives: each is
 * put on all nodes. Found by the order of their ends, so a choice costs what it takes and not what
 * lies there.
 */
final class RideAlong {

  /** With what such loads are marked. */
  static final String REASON = "ride along";

  /** Once in half an hour. */
  private static final double LEAST_PER_SECOND = 1 / 1_800.0;

  /** Entries of which nothing is known yet count as asked for so long. */
  private static final double NEW_SECONDS = 600;

  private static final int LOOKED_AT = 3;

  private final String shelf;
  private final Deadlines ends = new Deadlines();
  private AccessRate rate = AccessRate.UNKNOWN;
  private long counted;
  private @Nullable Instant countedAt;

  private final boolean rides;

  RideAlong(ShelfPlan<?, ?> plan) {
    this.shelf = plan.name();
    this.rides = plan.rides();
  }

  void stored(String key, Entry<?> entry) {
    if (rides) {
      set(key, entry);
    }
  }

  private void set(String key, Entry<?> entry) {
    ends.set(new Place(shelf, key), entry.freshUntil().toEpochMilli());
  }

  void gone(String key) {
    ends.remove(new Place(shelf, key));
  }

  /**
   * The texts of keys that ride, the first to end first.
   *
   * @param besides what is loaded anyway
   */
  List<String> choose(
      int most,
      Set<String> besides,
      Instant now,
      Function<String, ? extends @Nullable Entry<?>> find) {
    List<String> chosen = new ArrayList<>();
    if (most <= 0) {
      return chosen;
    }
    for (Deadlines.Due due : ends.first(LOOKED_AT * most + besides.size())) {
      String text = due.place().key();
      if (besides.contains(text)) {
        continue;
      }
      Entry<?> entry = find.apply(text);
      if (entry != null && isAskedFor(entry, now)) {
        if (!isInSecondHalf(entry, now)) {
          continue;
        }
        chosen.add(text);
        if (chosen.size() >= most) {
          return chosen;
        }
      } else if (due.at() <= now.toEpochMilli()) {
        // Over, and nobody asks: it is looked at no more until it is loaded again.
        ends.remove(due.place());
      }
    }
    return chosen;
  }

  private static boolean isInSecondHalf(Entry<?> entry, Instant now) {
    return -entry.overdueMillis(now.toEpochMilli()) <= entry.lifespan().duration().toMillis() / 2;
  }

  private static boolean isAskedFor(Entry<?> entry, Instant now) {
    double known = entry.rate().seconds() + entry.age(now).toMillis() / 1000.0;
    return known < NEW_SECONDS || entry.accessesPerSecond(now) >= LEAST_PER_SECOND;
  }

  /**
   * How often anything on the shelf is asked for, on this node.
   *
   * @param asked how often it has been since the start
   */
  synchronized double askedPerSecond(long asked, Instant now) {
    Instant last = countedAt;
    if (last == null || now.isBefore(last)) {
      counted = asked;
      countedAt = now;
    } else if (now.isAfter(last)) {
      rate =
          rate.and(
              (int) Math.min(Integer.MAX_VALUE, asked - counted),
              (now.toEpochMilli() - last.toEpochMilli()) / 1000.0);
      counted = asked;
      countedAt = now;
    }
    return rate.perSecond();
  }
}
