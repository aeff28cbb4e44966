package magnus.cache.shelf;

import java.util.concurrent.atomic.LongAdder;

/** What one shelf did on this node since its start. All counts only grow. */
public final class ShelfFigures {

  final LongAdder hits = new LongAdder();
  final LongAdder staleServed = new LongAdder();
  final LongAdder staleOnError = new LongAdder();
  final LongAdder misses = new LongAdder();
  final LongAdder joined = new LongAdder();
  final LongAdder calls = new LongAdder();
  final LongAdder ridden = new LongAdder();
  final LongAdder loads = new LongAdder();
  final LongAdder failures = new LongAdder();
  final LongAdder failuresRemembered = new LongAdder();
  final LongAdder unsound = new LongAdder();
  final LongAdder tooSlow = new LongAdder();
  final LongAdder overtaken = new LongAdder();
  final LongAdder unreadable = new LongAdder();
  final LongAdder fromFuture = new LongAdder();
  final LongAdder loadNanos = new LongAdder();
  final LongAdder dropped = new LongAdder();
  final LongAdder expired = new LongAdder();
  final LongAdder expiredUnused = new LongAdder();
  final LongAdder evicted = new LongAdder();
  final LongAdder refreshedAhead = new LongAdder();
  final LongAdder refreshedAheadUsed = new LongAdder();

  /**
   * The counts at one moment.
   *
   * @param hits served fresh without asking the source
   * @param staleServed served past their lifespan while a new one was loaded
   * @param staleOnError served past their lifespan because the source failed or was slow
   * @param misses calls that found nothing to serve
   * @param joined of those, calls that waited for another call's load
   * @param calls times the source was asked, whether for one value or for many
   * @param loads values that the source gave
   * @param ridden of those, values that came along with what others asked for
   * @param failures times the source failed, {@code unsound} ones included
   * @param failuresRemembered calls answered with a remembered failure
   * @param unsound values of the source that could not be believed, or not be written
   * @param tooSlow calls whose patience ended before the source answered
   * @param overtaken loads that an event overtook, so that they were not kept
   * @param unreadable entries whose bytes could not be read, and which were removed
   * @param fromFuture calls that found an entry of a later market time, as a clock that was set
   *     back leaves behind, and did not serve it
   * @param loadMillis time that all loads took
   * @param savedMillis time that loads would have taken for what was served without one
   * @param expiredUnused entries of this node's loads that ended without having been served again
   * @param refreshedAhead loads before an entry's end, because it was asked for often
   * @param refreshedAheadUsed of those whose time is over, entries that were served
   */
  public record Counts(
      long hits,
      long staleServed,
      long staleOnError,
      long misses,
      long joined,
      long calls,
      long loads,
      long ridden,
      long failures,
      long failuresRemembered,
      long unsound,
      long tooSlow,
      long overtaken,
      long unreadable,
      long fromFuture,
      double loadMillis,
      double savedMillis,
      long dropped,
      long expired,
      long expiredUnused,
      long evicted,
      long refreshedAhead,
      long refreshedAheadUsed) {

    /** Served without waiting for the source, of all calls; 0 before the first. */
    public double hitRate() {
      long served = hits + staleServed + staleOnError;
      long all = served + misses + failuresRemembered;
      return all == 0 ? 0 : (double) served / all;
    }
  }

  /** How often anything was asked for. */
  long asked() {
    return hits.sum() + staleServed.sum() + staleOnError.sum() + misses.sum();
  }

  /** The counts now. */
  public Counts counts() {
    long done = loads.sum();
    double millis = loadNanos.sum() / 1e6;
    long saved = hits.sum() + staleServed.sum() + joined.sum();
    return new Counts(
        hits.sum(),
        staleServed.sum(),
        staleOnError.sum(),
        misses.sum(),
        joined.sum(),
        calls.sum(),
        done,
        ridden.sum(),
        failures.sum(),
        failuresRemembered.sum(),
        unsound.sum(),
        tooSlow.sum(),
        overtaken.sum(),
        unreadable.sum(),
        fromFuture.sum(),
        millis,
        done == 0 ? 0 : millis / done * saved,
        dropped.sum(),
        expired.sum(),
        expiredUnused.sum(),
        evicted.sum(),
        refreshedAhead.sum(),
        refreshedAheadUsed.sum());
  }
}
