package magnus.cache.desk;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import magnus.cache.shelf.ShelfFigures;

/** Counts of one shelf at equal intervals; bounded, the oldest go. */
public final class ShelfHistory {

  private final int most;
  private final Deque<Sample> samples = new ArrayDeque<>();

  private record Sample(Instant at, ShelfFigures.Counts counts, int entries) {}

  /**
   * What happened between two samples.
   *
   * @param at the later one's wall time
   * @param served without waiting for the source
   * @param calls all calls
   */
  public record Stretch(
      Instant at,
      long served,
      long calls,
      long misses,
      long loads,
      double loadMillis,
      int entries) {}

  /**
   * @param most samples kept
   */
  public ShelfHistory(int most) {
    this.most = most;
  }

  public synchronized void sample(Instant at, ShelfFigures.Counts counts, int entries) {
    samples.addLast(new Sample(at, counts, entries));
    if (samples.size() > most) {
      samples.removeFirst();
    }
  }

  /** Oldest first; one fewer than there are samples. */
  public synchronized List<Stretch> stretches() {
    List<Stretch> stretches = new ArrayList<>();
    Sample before = null;
    for (Sample now : samples) {
      if (before != null) {
        stretches.add(between(before, now));
      }
      before = now;
    }
    return stretches;
  }

  private static Stretch between(Sample before, Sample now) {
    long served = served(now.counts()) - served(before.counts());
    long unserved = unserved(now.counts()) - unserved(before.counts());
    return new Stretch(
        now.at(),
        served,
        served + unserved,
        now.counts().misses() - before.counts().misses(),
        now.counts().loads() - before.counts().loads(),
        now.counts().loadMillis() - before.counts().loadMillis(),
        now.entries());
  }

  private static long served(ShelfFigures.Counts c) {
    return c.hits() + c.staleServed() + c.staleOnError();
  }

  private static long unserved(ShelfFigures.Counts c) {
    return c.misses() + c.failuresRemembered();
  }
}
