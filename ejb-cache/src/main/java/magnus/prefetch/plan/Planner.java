package magnus.prefetch.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import magnus.cache.event.EntryIndex.Place;

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
      Experience experience,
      Purse purse) {
    Map<Place, Double> asked = new HashMap<>();
    for (Candidate candidate : candidates) {
      candidate.needs().stream()
          .map(Need::place)
          .distinct()
          .forEach(p -> asked.merge(p, candidate.probability(), Double::sum));
    }
    List<Decision> decisions = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Offer offer =
          pricing.of(
              candidate,
              need -> {
                double chance = Math.min(1, asked.getOrDefault(need.place(), 0.0));
                return Pricing.used(need, chance, stays);
              },
              experience,
              stays,
              conditions.load(),
              governor::admits);
      decisions.add(
          new Decision(
              candidate, offer.loads(), offer.price(), judge(candidate, offer, conditions)));
    }
    buy(decisions, purse);
    return List.copyOf(decisions);
  }

  /** Takes the budgets for what is to be loaded, once for what several need. */
  private static void buy(List<Decision> decisions, Purse purse) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < decisions.size(); i++) {
      if (decisions.get(i).isPrefetch()) {
        order.add(i);
      }
    }
    order.sort(
        Comparator.comparingDouble((Integer i) -> perCall(decisions.get(i).price())).reversed());
    Set<Place> bought = new HashSet<>();
    for (int i : order) {
      Decision decision = decisions.get(i);
      List<Planned> own =
          decision.loads().stream().filter(l -> !bought.contains(l.need().place())).toList();
      Verdict verdict = purse.take(own.stream().mapToDouble(l -> l.need().calls()).sum());
      if (verdict == Verdict.PREFETCH) {
        own.forEach(l -> bought.add(l.need().place()));
      }
      decisions.set(i, new Decision(decision.candidate(), own, decision.price(), verdict));
    }
  }

  private Verdict judge(Candidate candidate, Offer offer, Conditions conditions) {
    if (conditions.switchedOff()) {
      return Verdict.SWITCHED_OFF;
    }
    if (conditions.saveData()) {
      return Verdict.SAVE_DATA;
    }
    if (conditions.load() >= overloaded) {
      return Verdict.OVERLOADED;
    }
    if (candidate.needs().isEmpty()) {
      return Verdict.NOTHING_KNOWN;
    }
    if (candidate.needs().stream().allMatch(Need::fresh)) {
      return Verdict.FRESH;
    }
    if (offer.loads().isEmpty()) {
      return Verdict.UNLIKELY;
    }
    return offer.price().worth() > 0 ? Verdict.PREFETCH : Verdict.NOT_WORTH;
  }

  private static double perCall(Price price) {
    return price.savedMillis() / Math.max(1e-9, price.calls());
  }
}
