package magnus.cache.event.learned;

/**
 * How often a decision was right about entries that events touched.
 *
 * @param entries decided about
 * @param changed of these, values that did change by more than ε within the rest of their lifespan
 * @param wastedDrops dropped although nothing changed: a load for nothing
 * @param missedChanges kept although it changed: a wrong value was there to be served
 * @param precision of the drops, those that were right; 1 where nothing was dropped
 * @param recall of the changes, those that were dropped; 1 where nothing changed
 */
public record Score(
    long entries,
    long changed,
    long wastedDrops,
    long missedChanges,
    double precision,
    double recall) {

  /** From the counts. */
  public static Score of(long entries, long changed, long wastedDrops, long missedChanges) {
    long right = changed - missedChanges;
    long drops = right + wastedDrops;
    return new Score(
        entries,
        changed,
        wastedDrops,
        missedChanges,
        drops == 0 ? 1 : (double) right / drops,
        changed == 0 ? 1 : (double) right / changed);
  }

  /** The harmonic mean of precision and recall: one wasted drop weighs as much as a miss. */
  public double balance() {
    long right = changed - missedChanges;
    long faults = wastedDrops + missedChanges;
    return right == 0 ? 0 : 2.0 * right / (2 * right + faults);
  }
}
