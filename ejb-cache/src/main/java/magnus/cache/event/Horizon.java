package magnus.cache.event;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Set;
import magnus.cache.Ingredient;
import magnus.cache.Occurrence;

/**
 * What has happened lately, so that a load that began before and ends after an event is not kept:
 * it may hold what was true before. An event is told here first and looks for entries then; a load
 * is stored first and asks here then; so one of the two sees the other.
 */
public final class Horizon {

  private static final int KEPT = 4_096;

  private final Deque<Occurrence> recent = new ArrayDeque<>();
  private long sequence;

  /** Something happened. */
  public synchronized void tell(Occurrence occurrence) {
    recent.addLast(occurrence);
    sequence++;
    if (recent.size() > KEPT) {
      recent.removeFirst();
    }
  }

  /** Now, to be asked about afterwards. */
  public synchronized long mark() {
    return sequence;
  }

  /**
   * Whether anything that touches these ingredients was told after the mark; true as well where
   * more has happened since than is kept.
   */
  public synchronized boolean touchedSince(long mark, Set<Ingredient> madeFrom) {
    long missed = sequence - mark;
    if (missed == 0) {
      return false;
    }
    if (missed > recent.size()) {
      return true;
    }
    var newest = recent.descendingIterator();
    for (long i = 0; i < missed; i++) {
      if (!Collections.disjoint(newest.next().touched(), madeFrom)) {
        return true;
      }
    }
    return false;
  }
}
