package magnus.cache;

import magnus.cache.shelf.ShelfFigures;

/**
 * What one shelf did on this node since its start. All counts only grow.
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
 * @param fromFuture calls that found an entry of a later market time, as a clock that was set back
 *     leaves behind, and did not serve it
 * @param loadMillis time that all loads took
 * @param savedLoads calls that needed no load of their own
 * @param savedMillis time that those loads would have taken
 * @param dropped entries ended by events and administrators
 * @param expired entries whose time was over
 * @param expiredUnused of those, never asked for
 * @param evicted entries for which there was no room
 * @param refreshedAhead loads before an entry's end, because it was asked for often
 * @param refreshedAheadUsed of those whose time is over, entries that were served
 * @param hitRate served without waiting for the source, of all calls; 0 before the first
 */
public record ShelfCounts(
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
    long savedLoads,
    double savedMillis,
    long dropped,
    long expired,
    long expiredUnused,
    long evicted,
    long refreshedAhead,
    long refreshedAheadUsed,
    double hitRate) {

  static ShelfCounts of(ShelfFigures.Counts c) {
    return new ShelfCounts(
        c.hits(),
        c.staleServed(),
        c.staleOnError(),
        c.misses(),
        c.joined(),
        c.calls(),
        c.loads(),
        c.ridden(),
        c.failures(),
        c.failuresRemembered(),
        c.unsound(),
        c.tooSlow(),
        c.overtaken(),
        c.unreadable(),
        c.fromFuture(),
        c.loadMillis(),
        c.hits() + c.staleServed() + c.joined(),
        c.savedMillis(),
        c.dropped(),
        c.expired(),
        c.expiredUnused(),
        c.evicted(),
        c.refreshedAhead(),
        c.refreshedAheadUsed(),
        c.hitRate());
  }
}
