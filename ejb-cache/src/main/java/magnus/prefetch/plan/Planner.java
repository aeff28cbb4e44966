package magnus.prefetch.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Decides which candidates are loaded ahead: those whose expected saving exceeds their expected
 * waste at the server's load now, in the order of saving per call, while budgets last.
 *
 * @param overloaded the server's load from which nothing is prefetched, 0 to 1
 */
public record Planner(Pricing pricing, double overloaded) {

  /**
   * Under what a plan is made.
   *
   * @param saveData the browser's {@code Save-Data}
   * @param switchedOff whether the user belongs to those without prefetch
   * @param load how busy the server is, 0 to 1
   */
  public record Conditions(boolean saveData, boolean switchedOff, double load) {}

  /** What takes the amounts; a prefetch takes its calls from both or from none. */
  public interface Purse {

    /** PREFETCH when there was enough, else whose budget is spent. */
    Verdict take(double calls);
  }

  /** A decision for each candidate, in their order; budgets are taken for those to be loaded. */
  public List<Decision> plan(
      List<Candidate> candidates,
      ThinkTime stays,
      Conditions conditions,
      WasteGovernor governor,
      Purse purse) {
    List<Decision> priced = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Price price = pricing.of(candidate, stays, conditions.load());
      priced.add(new Decision(candidate, price, judge(candidate, price, conditions, governor)));
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < priced.size(); i++) {
      if (priced.get(i).isPrefetch()) {
        order.add(i);
      }
    }
    order.sort(
        Comparator.comparingDouble((Integer i) -> perCall(priced.get(i).price())).reversed());
    for (int i : order) {
      Decision decision = priced.get(i);
      priced.set(
          i,
          new Decision(
              decision.candidate(), decision.price(), purse.take(decision.price().calls())));
    }
    return List.copyOf(priced);
  }

  private Verdict judge(
      Candidate candidate, Price price, Conditions conditions, WasteGovernor governor) {
    if (conditions.switchedOff()) {
      return Verdict.SWITCHED_OFF;
    }
    if (conditions.saveData()) {
      return Verdict.SAVE_DATA;
    }
    if (conditions.load() >= overloaded) {
      return Verdict.OVERLOADED;
    }
    if (candidate.needs().stream().allMatch(Need::fresh)) {
      return Verdict.FRESH;
    }
    if (!governor.admits(price.used())) {
      return Verdict.UNLIKELY;
    }
    return price.worth() > 0 ? Verdict.PREFETCH : Verdict.NOT_WORTH;
  }

  private static double perCall(Price price) {
    return price.savedMillis() / Math.max(1e-9, price.calls());
  }
}
