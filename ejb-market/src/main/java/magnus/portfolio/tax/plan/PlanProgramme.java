package magnus.portfolio.tax.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import magnus.portfolio.tax.plan.Programme.Term;

/**
 * The plan as a mixed-integer programme. Whole: parts sold of each lot, contracts written, whether
 * a symbol is sold at a loss (then it is not bought, and stands in for nothing), and four switches
 * that make the netting of gains and losses what the law says instead of what would pay best.
 */
final class PlanProgramme {

  private static final double NONE = Double.POSITIVE_INFINITY;

  private final PlanProblem p;
  private final Programme programme = new Programme();
  private final int[] sold;
  private final int[] bought;
  private final int[] stood;
  private final int[] written;
  private final Map<String, Integer> lossOf = new HashMap<>();
  private final double most;

  PlanProgramme(PlanProblem problem) {
    p = problem;
    double all = Math.max(0, p.cash()) + 1;
    for (PlanLot lot : p.lots()) {
      all += lot.value();
    }
    for (CallChoice call : p.calls()) {
      all += call.premium() * call.most();
    }
    most = all;
    sold = new int[p.lots().size()];
    bought = new int[p.targets().size()];
    stood = new int[p.stands().size()];
    written = new int[p.calls().size()];
    unknowns();
    washes();
    exposures();
    cash();
    cover();
    taxes();
  }

  Programme programme() {
    return programme;
  }

  /** The number of the unknown that says how much of a lot is sold. */
  int sold(int lot) {
    return sold[lot];
  }

  int written(int call) {
    return written[call];
  }

  PlanDecision decision(double[] values) {
    PlanDecision d = PlanDecision.nothing(p);
    for (int i = 0; i < sold.length; i++) {
      d.sold()[i] = (int) Math.rint(values[sold[i]]);
    }
    for (int i = 0; i < bought.length; i++) {
      d.bought()[i] = Math.max(0, values[bought[i]]);
    }
    for (int i = 0; i < stood.length; i++) {
      d.stood()[i] = Math.max(0, values[stood[i]]);
    }
    for (int i = 0; i < written.length; i++) {
      d.written()[i] = (int) Math.rint(values[written[i]]);
    }
    return d;
  }

  private double stepValue(int lot) {
    return p.lots().get(lot).value() / p.steps();
  }

  private double stepGain(int lot) {
    return p.lots().get(lot).gain() / p.steps();
  }

  private void unknowns() {
    for (int i = 0; i < sold.length; i++) {
      double gain = p.rates().deferred() * stepGain(i) - p.tradeCosts() * stepValue(i);
      int parts = p.lots().get(i).kept() == null ? p.steps() : 0;
      sold[i] = programme.unknown(0, parts, true, gain);
    }
    for (int i = 0; i < bought.length; i++) {
      double upper = p.targets().get(i).unbought() == null ? most : 0;
      bought[i] = programme.unknown(0, upper, false, -p.tradeCosts());
    }
    for (int i = 0; i < stood.length; i++) {
      stood[i] = programme.unknown(0, most, false, -p.tradeCosts() - p.stands().get(i).costs());
    }
    for (int i = 0; i < written.length; i++) {
      CallChoice call = p.calls().get(i);
      written[i] = programme.unknown(0, call.most(), true, call.benefit());
    }
  }

  private void washes() {
    for (int i = 0; i < sold.length; i++) {
      PlanLot lot = p.lots().get(i);
      if (lot.isLoss() && lot.kept() == null) {
        int loss = lossOf.computeIfAbsent(lot.symbol(), s -> programme.unknown(0, 1, true, 0));
        programme.atMost(0, List.of(new Term(sold[i], 1), new Term(loss, -p.steps())));
      }
    }
    for (int i = 0; i < bought.length; i++) {
      noneWithLoss(p.targets().get(i).symbol(), bought[i]);
    }
    for (int i = 0; i < stood.length; i++) {
      noneWithLoss(p.stands().get(i).with(), stood[i]);
    }
  }

  private void noneWithLoss(String symbol, int unknown) {
    Integer loss = lossOf.get(symbol);
    if (loss != null) {
      programme.atMost(most, List.of(new Term(unknown, 1), new Term(loss, most)));
    }
  }

  private void exposures() {
    for (int i = 0; i < bought.length; i++) {
      PlanTarget t = p.targets().get(i);
      List<Term> change = new ArrayList<>();
      change.add(new Term(bought[i], 1));
      for (int j = 0; j < sold.length; j++) {
        if (p.lots().get(j).symbol().equals(t.symbol())) {
          change.add(new Term(sold[j], -stepValue(j)));
        }
      }
      for (int j = 0; j < stood.length; j++) {
        if (p.stands().get(j).symbol().equals(t.symbol())) {
          change.add(new Term(stood[j], 1));
        }
      }
      int off = programme.unknown(0, NONE, false, -p.deviationCosts());
      List<Term> over = new ArrayList<>(change);
      over.add(new Term(off, -1));
      programme.atMost(t.most() - t.held(), over);
      List<Term> under = new ArrayList<>(change);
      under.add(new Term(off, 1));
      programme.atLeast(t.least() - t.held(), under);
    }
  }

  private void cash() {
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < sold.length; i++) {
      terms.add(new Term(sold[i], (1 - p.tradeCosts()) * stepValue(i)));
    }
    for (int unknown : bought) {
      terms.add(new Term(unknown, -1 - p.tradeCosts()));
    }
    for (int unknown : stood) {
      terms.add(new Term(unknown, -1 - p.tradeCosts()));
    }
    for (int i = 0; i < written.length; i++) {
      terms.add(new Term(written[i], p.calls().get(i).premium()));
    }
    programme.atLeast(Math.min(0, p.keptCash() - p.cash()), terms);
  }

  /** Written calls keep their shares. */
  private void cover() {
    for (PlanTarget t : p.targets()) {
      double shares = -t.committed();
      List<Term> terms = new ArrayList<>();
      for (int i = 0; i < sold.length; i++) {
        PlanLot lot = p.lots().get(i);
        if (lot.symbol().equals(t.symbol())) {
          shares += lot.quantity();
          terms.add(new Term(sold[i], lot.quantity() / p.steps()));
        }
      }
      for (int i = 0; i < written.length; i++) {
        CallChoice call = p.calls().get(i);
        if (call.symbol().equals(t.symbol())) {
          terms.add(new Term(written[i], call.shares()));
        }
      }
      if (!terms.isEmpty()) {
        programme.atMost(Math.max(0, shares), terms);
      }
    }
  }

  private void taxes() {
    double largest = Math.abs(p.realisedShort()) + Math.abs(p.realisedLong()) + 1;
    for (PlanLot lot : p.lots()) {
      largest += Math.abs(lot.gain());
    }
    CapitalGainRates r = p.rates();
    int shortGain = programme.unknown(0, largest, false, -r.shortTerm());
    int shortLoss = programme.unknown(0, largest, false, 0);
    int longGain = programme.unknown(0, largest, false, -r.longTerm());
    int longLoss = programme.unknown(0, largest, false, 0);
    int shortOnLong = programme.unknown(0, largest, false, r.longTerm());
    int longOnShort = programme.unknown(0, largest, false, r.shortTerm());
    int deducted = programme.unknown(0, r.ordinaryLimit(), false, r.ordinary());
    int carried = programme.unknown(0, 2 * largest, false, r.carried());
    net(shortGain, shortLoss, false, p.realisedShort(), largest);
    net(longGain, longLoss, true, p.realisedLong(), largest);
    lesser(shortOnLong, shortLoss, longGain, largest);
    lesser(longOnShort, longLoss, shortGain, largest);
    programme.equal(
        0,
        List.of(
            new Term(deducted, 1),
            new Term(carried, 1),
            new Term(shortLoss, -1),
            new Term(shortOnLong, 1),
            new Term(longLoss, -1),
            new Term(longOnShort, 1)));
    carriedOnlyBeyondTheLimit(deducted, carried, r.ordinaryLimit(), 2 * largest);
  }

  /** What other income can take it takes, also where carrying would be worth more. */
  private void carriedOnlyBeyondTheLimit(int deducted, int carried, double limit, double largest) {
    int beyond = programme.unknown(0, 1, true, 0);
    programme.atLeast(0, List.of(new Term(deducted, 1), new Term(beyond, -limit)));
    programme.atMost(0, List.of(new Term(carried, 1), new Term(beyond, -largest)));
  }

  /** Gain and loss of one term, of which one is 0. */
  private void net(int gain, int loss, boolean longTerm, double already, double largest) {
    List<Term> terms = new ArrayList<>();
    terms.add(new Term(gain, 1));
    terms.add(new Term(loss, -1));
    for (int i = 0; i < sold.length; i++) {
      if (p.lots().get(i).longTerm() == longTerm) {
        terms.add(new Term(sold[i], -stepGain(i)));
      }
    }
    programme.equal(already, terms);
    int isGain = programme.unknown(0, 1, true, 0);
    programme.atMost(0, List.of(new Term(gain, 1), new Term(isGain, -largest)));
    programme.atMost(largest, List.of(new Term(loss, 1), new Term(isGain, largest)));
  }

  /** {@code lesser = min(a, b)}. */
  private void lesser(int lesser, int a, int b, double largest) {
    int isA = programme.unknown(0, 1, true, 0);
    programme.atMost(0, List.of(new Term(lesser, 1), new Term(a, -1)));
    programme.atMost(0, List.of(new Term(lesser, 1), new Term(b, -1)));
    programme.atLeast(
        -largest, List.of(new Term(lesser, 1), new Term(a, -1), new Term(isA, -largest)));
    programme.atLeast(0, List.of(new Term(lesser, 1), new Term(b, -1), new Term(isA, largest)));
  }
}
