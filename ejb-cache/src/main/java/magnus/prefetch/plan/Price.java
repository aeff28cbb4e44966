package magnus.prefetch.plan;

/**
 * What a prefetch is expected to give and to cost.
 *
 * @param savedMillis waiting time that it is expected to save: probability × chance that the values
 *     are still served on arrival × the slowest load
 * @param costMillis what is expected to be spent for nothing: each load, its source's call
 *     included, × the chance that nobody uses it
 * @param calls of sources, an option chain's being 1
 * @param used the chance that somebody uses what is loaded before it ends, weighted by cost
 * @param worth saved less cost, at the server's load now, in milliseconds
 */
public record Price(
    double savedMillis, double costMillis, double calls, double used, double worth) {

  /** Of what is there already. */
  static final Price NOTHING = new Price(0, 0, 0, 1, 0);
}
