package magnus.prefetch.plan;

/**
 * What a prefetch is expected to give and to cost.
 *
 * @param savedMillis waiting time that it is expected to save: probability × chance that the values
 *     are still served on arrival × by how much the slowest missing load gets faster
 * @param costMillis what is expected to be spent for nothing: each load, the wait that it makes for
 *     others and its source's call, × the chance that nobody uses it
 * @param calls of sources, an option chain's being 1
 * @param used the chance that somebody uses what is loaded before it ends, weighted by load times
 * @param worth saved less cost, in milliseconds
 */
public record Price(
    double savedMillis, double costMillis, double calls, double used, double worth) {

  /** Of what is there already. */
  static final Price NOTHING = new Price(0, 0, 0, 1, 0);
}
