package magnus.portfolio.tax.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The best plan by trying each number of parts of each lot and each number of calls. What is bought
 * then follows: money goes where a dollar takes away most.
 */
final class ExhaustiveSearch {

  private final PlanProblem p;
  private double best = Double.NEGATIVE_INFINITY;

  private ExhaustiveSearch(PlanProblem p) {
    this.p = p;
  }

  /** What the best plan is worth, doing nothing not taken off. */
  static double best(PlanProblem p) {
    ExhaustiveSearch search = new ExhaustiveSearch(p);
    search.tryLot(0, new int[p.lots().size()]);
    return search.best;
  }

  private void tryLot(int lot, int[] sold) {
    if (lot == sold.length) {
      tryCall(0, sold, new int[p.calls().size()]);
      return;
    }
    int most = p.lots().get(lot).kept() == null ? p.steps() : 0;
    for (int parts = 0; parts <= most; parts++) {
      sold[lot] = parts;
      tryLot(lot + 1, sold);
    }
    sold[lot] = 0;
  }

  private void tryCall(int call, int[] sold, int[] written) {
    if (call == written.length) {
      if (isCovered(sold, written)) {
        best = Math.max(best, PlanValue.of(p, buying(sold, written)).total());
      }
      return;
    }
    for (int contracts = 0; contracts <= p.calls().get(call).most(); contracts++) {
      written[call] = contracts;
      tryCall(call + 1, sold, written);
    }
    written[call] = 0;
  }

  private boolean isCovered(int[] sold, int[] written) {
    for (PlanTarget t : p.targets()) {
      double held = 0;
      double left = 0;
      for (int i = 0; i < sold.length; i++) {
        PlanLot lot = p.lots().get(i);
        if (lot.symbol().equals(t.symbol())) {
          held += lot.quantity();
          left += lot.quantity() * (p.steps() - sold[i]) / p.steps();
        }
      }
      double needed = Math.min(held, t.committed());
      for (int i = 0; i < written.length; i++) {
        if (p.calls().get(i).symbol().equals(t.symbol())) {
          needed += (double) p.calls().get(i).shares() * written[i];
        }
      }
      if (left < needed - 1e-9) {
        return false;
      }
    }
    return true;
  }

  /** A way to spend a dollar on an exposure that is too small. */
  private record Way(int target, int stand, double worth) {}

  private PlanDecision buying(int[] sold, int[] written) {
    PlanDecision d =
        new PlanDecision(
            sold.clone(),
            new double[p.targets().size()],
            new double[p.stands().size()],
            written.clone());
    double cash = Math.max(0, p.cash() - p.keptCash());
    Set<String> losses = new HashSet<>();
    for (int i = 0; i < sold.length; i++) {
      PlanLot lot = p.lots().get(i);
      cash += lot.value() * sold[i] / p.steps() * (1 - p.tradeCosts());
      if (sold[i] > 0 && lot.gain() < 0) {
        losses.add(lot.symbol());
      }
    }
    for (int i = 0; i < written.length; i++) {
      cash += p.calls().get(i).premium() * written[i];
    }
    List<Way> ways = ways(losses);
    ways.sort(Comparator.comparingDouble(w -> -w.worth()));
    double left = cash / (1 + p.tradeCosts());
    for (Way way : ways) {
      double missing =
          p.targets().get(way.target()).least() - PlanValue.exposure(p, d, way.target());
      double dollars = Math.max(0, Math.min(left, missing));
      left -= dollars;
      if (way.stand() < 0) {
        d.bought()[way.target()] += dollars;
      } else {
        d.stood()[way.stand()] += dollars;
      }
    }
    return d;
  }

  private List<Way> ways(Set<String> losses) {
    List<Way> ways = new ArrayList<>();
    for (int i = 0; i < p.targets().size(); i++) {
      PlanTarget t = p.targets().get(i);
      double worth = p.deviationCosts() - p.tradeCosts();
      if (t.unbought() == null && !losses.contains(t.symbol()) && worth > 0) {
        ways.add(new Way(i, -1, worth));
      }
      for (int s = 0; s < p.stands().size(); s++) {
        Stand stand = p.stands().get(s);
        double net = worth - stand.costs();
        if (stand.symbol().equals(t.symbol()) && !losses.contains(stand.with()) && net > 0) {
          ways.add(new Way(i, s, net));
        }
      }
    }
    return ways;
  }

  @Override
  public String toString() {
    return Arrays.asList(p.lots(), p.targets()) + " best " + best;
  }
}
