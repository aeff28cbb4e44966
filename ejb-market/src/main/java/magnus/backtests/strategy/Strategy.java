package magnus.backtests.strategy;

/** Something that can be walked over prices, day by day, from what was known then. */
public interface Strategy {

  /** Its variant in a few words. */
  String name();

  /** Sessions that it must have seen before it can begin. */
  int warmUp();

  /**
   * Walks from that day's close on.
   *
   * @param first at least {@link #warmUp}
   */
  Outcome walk(PastPrices prices, int first);
}
