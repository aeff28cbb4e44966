package magnus.prefetch.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.ToDoubleFunction;

/**
 * Prices a candidate in milliseconds of somebody's waiting.
 *
 * @param millisPerCall what a call of a source that nobody uses counts
 * @param processors of the server, on which such loads run at low priority
 */
public record Pricing(double millisPerCall, int processors) {

  /**
   * Which of a candidate's needs to load now, and the expected gain and loss of that. The page
   * waits for the slowest value that is missing on arrival, so values are taken from the slowest
   * on, as many as are worth most together; what is as fast as another one that is not loaded saves
   * nothing.
   *
   * @param chance of a need to be used before it ends, before experience
   * @param stays how long people stay on the page that the user is on
   * @param load how busy the server is, ρ from 0 to 1: a millisecond of work makes somebody wait
   *     where all its processors are taken
   * @param admits whether something with that chance of being used may be loaded
   */
  Offer of(
      Candidate candidate,
      ToDoubleFunction<Need> chance,
      Experience experience,
      ThinkTime stays,
      double load,
      DoublePredicate admits) {
    List<Likely> admitted = new ArrayList<>();
    List<Likely> others = new ArrayList<>();
    double slowest = 0;
    double without = 0;
    for (Need need : candidate.needs()) {
      if (!need.fresh()) {
        double before = chance.applyAsDouble(need);
        Likely likely = new Likely(need, before, experience.used(need.place().shelf(), before));
        slowest = Math.max(slowest, need.loadMillis());
        if (admits.test(likely.used)) {
          admitted.add(likely);
        } else {
          others.add(likely);
          without = Math.max(without, need.loadMillis());
        }
      }
    }
    if (admitted.isEmpty() && others.isEmpty()) {
      return new Offer(List.of(), Price.NOTHING);
    }
    if (admitted.isEmpty()) {
      return new Offer(List.of(), price(others, load, candidate.probability() * slowest));
    }
    admitted.sort(Comparator.comparingDouble((Likely l) -> l.need.loadMillis()).reversed());
    List<Likely> best = List.of();
    Price most = Price.NOTHING;
    for (int count = 1; count <= admitted.size(); count++) {
      double next = count < admitted.size() ? admitted.get(count).need.loadMillis() : 0;
      List<Likely> loads = admitted.subList(0, count);
      double saved = saved(loads, slowest, Math.max(without, next), stays);
      Price price = price(loads, load, candidate.probability() * saved);
      if (best.isEmpty() || price.worth() > most.worth()) {
        best = loads;
        most = price;
      }
      if (next <= without) {
        break;
      }
    }
    return new Offer(best.stream().map(l -> new Planned(l.need, l.chance)).toList(), most);
  }

  /** A need with its chance of being used, before and after experience. */
  private record Likely(Need need, double chance, double used) {}

  private Price price(List<Likely> loads, double load, double saved) {
    double queue = allTaken(load);
    double calls = 0;
    double weight = 0;
    double wasted = 0;
    double cost = 0;
    for (Likely one : loads) {
      double own = one.need.loadMillis() * queue + millisPerCall * one.need.calls();
      calls += one.need.calls();
      weight += one.need.loadMillis();
      wasted += one.need.loadMillis() * (1 - one.used);
      cost += own * (1 - one.used);
    }
    return new Price(saved, cost, calls, weight == 0 ? 1 : 1 - wasted / weight, saved - cost);
  }

  /**
   * The chance that a request finds all processors taken (Erlang's C formula), by the recurrence of
   * his B formula.
   */
  double allTaken(double load) {
    double offered = load * processors;
    double blocked = 1;
    for (int n = 1; n <= processors; n++) {
      blocked = offered * blocked / (n + offered * blocked);
    }
    return blocked == 0 ? 0 : Math.min(1, blocked / (1 - load * (1 - blocked)));
  }

  /** By how much the slowest missing value is faster on arrival, over all times of it. */
  private static double saved(List<Likely> loads, double slowest, double missing, ThinkTime stays) {
    double[] ends =
        loads.stream().mapToDouble(l -> l.need.lifespanSeconds()).distinct().sorted().toArray();
    double saved = 0;
    double before = 0;
    for (double end : ends) {
      double left = stays.leavesWithin(end);
      double slow = missing;
      for (Likely one : loads) {
        if (one.need.lifespanSeconds() < end) {
          slow = Math.max(slow, one.need.loadMillis());
        }
      }
      saved += (left - before) * (slowest - slow);
      before = left;
    }
    return saved;
  }

  /** The chance that the user, or anybody else, asks for it before it ends. */
  static double used(Need need, double probability, ThinkTime stays) {
    double byHim = probability * stays.leavesWithin(need.lifespanSeconds());
    double byOthers = 1 - Math.exp(-need.othersPerSecond() * need.lifespanSeconds());
    return 1 - (1 - byHim) * (1 - byOthers);
  }
}
