package magnus.prefetch.plan;

import java.util.List;

/**
 * Prices a candidate in milliseconds of somebody's waiting.
 *
 * @param millisPerCall what a call of a source that nobody uses counts
 */
public record Pricing(double millisPerCall) {

  /**
   * The expected gain and loss of loading now what a candidate needs.
   *
   * @param stays how long people stay on the page that the user is on
   * @param load how busy the server is, 0 to 1: what is wasted costs 1/(1−load) times as much, as
   *     waiting in an M/M/1 queue grows
   */
  public Price of(Candidate candidate, ThinkTime stays, double load) {
    List<Need> stale = candidate.needs().stream().filter(n -> !n.fresh()).toList();
    if (stale.isEmpty()) {
      return Price.NOTHING;
    }
    double slowest = 0;
    double shortest = Double.POSITIVE_INFINITY;
    double calls = 0;
    double spent = 0;
    double wasted = 0;
    for (Need need : stale) {
      double cost = need.loadMillis() + millisPerCall * need.calls();
      slowest = Math.max(slowest, need.loadMillis());
      shortest = Math.min(shortest, need.lifespanSeconds());
      calls += need.calls();
      spent += cost;
      wasted += cost * (1 - used(need, candidate.probability(), stays));
    }
    double saved = candidate.probability() * stays.leavesWithin(shortest) * slowest;
    double busy = 1 / Math.max(0.01, 1 - load);
    double used = spent == 0 ? 1 : 1 - wasted / spent;
    return new Price(saved, wasted, calls, used, saved - wasted * busy);
  }

  /** The chance that the user, or anybody else, asks for it before it ends. */
  static double used(Need need, double probability, ThinkTime stays) {
    double byHim = probability * stays.leavesWithin(need.lifespanSeconds());
    double byOthers = 1 - Math.exp(-need.othersPerSecond() * need.lifespanSeconds());
    return 1 - (1 - byHim) * (1 - byOthers);
  }
}
