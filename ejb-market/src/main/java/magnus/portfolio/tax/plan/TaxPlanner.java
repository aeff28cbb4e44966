package magnus.portfolio.tax.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import magnus.portfolio.tax.plan.ProgrammeSolver.Found;
import magnus.portfolio.tax.plan.TaxPlan.LeftOut;

/**
 * Finds the plan that is worth most, and says of each thing left out what it would lose: by forcing
 * it and planning again. Exact as far as {@link TaxPlan#proven()} says so.
 */
public final class TaxPlanner {

  /** Dollars from which on a purchase is worth a line. */
  private static final double LEAST = 0.005;

  /** Share of the time for the plan itself; the rest goes into reasons. */
  private static final double FOR_THE_PLAN = 0.6;

  private final ProgrammeSolver solver;
  private final int mostReasons;

  /**
   * A planner.
   *
   * @param mostReasons for how many lots and calls left out it plans again
   */
  public TaxPlanner(ProgrammeSolver solver, int mostReasons) {
    this.solver = solver;
    this.mostReasons = mostReasons;
  }

  /**
   * The best plan.
   *
   * @param millis to be spent at most, about
   */
  public TaxPlan plan(PlanProblem problem, long millis) {
    PlanProgramme programme = new PlanProgramme(problem);
    Found found =
        solver
            .maximise(programme.programme(), (long) (millis * FOR_THE_PLAN))
            .orElseGet(
                () ->
                    new Found(
                        new double[programme.programme().unknowns().size()],
                        0,
                        Double.POSITIVE_INFINITY));
    PlanDecision best = programme.decision(found.values());
    PlanDecision none = PlanDecision.nothing(problem);
    PlanValue before = PlanValue.of(problem, none);
    PlanValue value = PlanValue.of(problem, best);
    return new TaxPlan(
        sales(problem, best),
        purchases(problem, best),
        writings(problem, best),
        value.minus(before),
        tax(problem, none),
        tax(problem, best),
        found.proven(),
        leftOut(problem, programme, best, value, millis));
  }

  private static CapitalGainTax tax(PlanProblem p, PlanDecision d) {
    double shortTerm = p.realisedShort();
    double longTerm = p.realisedLong();
    for (int i = 0; i < p.lots().size(); i++) {
      double gain = p.lots().get(i).gain() * d.sold()[i] / p.steps();
      shortTerm += p.lots().get(i).longTerm() ? 0 : gain;
      longTerm += p.lots().get(i).longTerm() ? gain : 0;
    }
    return CapitalGainTax.of(shortTerm, longTerm, p.rates());
  }

  private static List<TaxPlan.Sale> sales(PlanProblem p, PlanDecision d) {
    List<TaxPlan.Sale> sales = new ArrayList<>();
    for (int i = 0; i < p.lots().size(); i++) {
      double part = d.sold()[i] / (double) p.steps();
      if (part > 0) {
        PlanLot lot = p.lots().get(i);
        sales.add(new TaxPlan.Sale(lot, lot.quantity() * part, lot.gain() * part));
      }
    }
    return sales;
  }

  private static List<TaxPlan.Purchase> purchases(PlanProblem p, PlanDecision d) {
    List<TaxPlan.Purchase> all = new ArrayList<>();
    for (int i = 0; i < p.targets().size(); i++) {
      if (d.bought()[i] > LEAST) {
        all.add(new TaxPlan.Purchase(p.targets().get(i).symbol(), d.bought()[i], "", 1));
      }
    }
    for (int i = 0; i < p.stands().size(); i++) {
      if (d.stood()[i] > LEAST) {
        Stand s = p.stands().get(i);
        all.add(new TaxPlan.Purchase(s.with(), d.stood()[i], s.symbol(), s.correlation()));
      }
    }
    return all;
  }

  private static List<TaxPlan.Writing> writings(PlanProblem p, PlanDecision d) {
    List<TaxPlan.Writing> all = new ArrayList<>();
    for (int i = 0; i < p.calls().size(); i++) {
      if (d.written()[i] > 0) {
        all.add(new TaxPlan.Writing(p.calls().get(i), d.written()[i]));
      }
    }
    return all;
  }

  /** The largest first, as long as there is time for each. */
  private List<LeftOut> leftOut(
      PlanProblem p, PlanProgramme programme, PlanDecision best, PlanValue value, long millis) {
    List<LeftOut> all = new ArrayList<>();
    List<Integer> lots = new ArrayList<>();
    for (int i = 0; i < p.lots().size(); i++) {
      PlanLot lot = p.lots().get(i);
      String kept = lot.kept();
      if (kept != null) {
        all.add(impossible(lot.id().toString(), lot.symbol(), kept));
      } else if (best.sold()[i] < p.steps()) {
        lots.add(i);
      }
    }
    lots.sort(Comparator.comparingDouble(i -> -Math.abs(p.lots().get(i).gain())));
    long each =
        (long)
            (millis
                * (1 - FOR_THE_PLAN)
                / Math.max(1, Math.min(mostReasons, lots.size() + p.calls().size())));
    int asked = 0;
    for (int i : lots) {
      PlanLot lot = p.lots().get(i);
      String id = lot.id().toString();
      if (asked++ >= mostReasons) {
        all.add(unasked(id, lot.symbol()));
      } else {
        Programme forced = programme.programme().within(programme.sold(i), p.steps(), p.steps());
        all.add(reason(p, programme, forced, value, each, id, lot.symbol()));
      }
    }
    for (int i = 0; i < p.calls().size(); i++) {
      CallChoice call = p.calls().get(i);
      if (best.written()[i] < call.most() && asked++ < mostReasons) {
        int more = best.written()[i] + 1;
        Programme forced = programme.programme().within(programme.written(i), more, call.most());
        all.add(reason(p, programme, forced, value, each, call.id(), call.symbol()));
      }
    }
    return all;
  }

  private LeftOut reason(
      PlanProblem p,
      PlanProgramme programme,
      Programme forced,
      PlanValue best,
      long millis,
      String what,
      String symbol) {
    Optional<Found> found = solver.maximise(forced, Math.max(50, millis));
    if (found.isEmpty()) {
      return impossible(
          what,
          symbol,
          "No plan with it was found: it cannot be done beside what is fixed, such as shares that"
              + " cover calls, or the time was too short.");
    }
    PlanValue with = PlanValue.of(p, programme.decision(found.get().values()));
    PlanValue loses = best.minus(with);
    return new LeftOut(what, symbol, words(loses), loses, true);
  }

  private static LeftOut impossible(String what, String symbol, String why) {
    return new LeftOut(what, symbol, why, new PlanValue(0, 0, 0, 0, 0, 0), false);
  }

  private static LeftOut unasked(String what, String symbol) {
    return new LeftOut(
        what,
        symbol,
        "It adds less than what is in the plan; by how much was not worked out.",
        new PlanValue(0, 0, 0, 0, 0, 0),
        true);
  }

  /** The largest parts first. */
  private static String words(PlanValue loses) {
    if (Math.abs(loses.total()) < LEAST) {
      return "Doing it is worth just as much.";
    }
    Map<String, Double> costs = new LinkedHashMap<>();
    costs.put("tax now", loses.tax());
    costs.put("tax later", loses.deferred());
    costs.put("trading costs", loses.trading());
    costs.put("distance from the targets", loses.deviation());
    costs.put("risk of the stand-in", loses.parting());
    costs.put("income from calls", loses.income());
    return costs.entrySet().stream()
        .filter(part -> Math.abs(part.getValue()) >= LEAST)
        .sorted(Comparator.comparingDouble(part -> -part.getValue()))
        .map(
            part ->
                part.getKey()
                    + (part.getValue() > 0 ? " " : " saves ")
                    + dollars(Math.abs(part.getValue())))
        .collect(
            Collectors.joining(
                ", ", "The best plan with it is worth " + dollars(loses.total()) + " less: ", "."));
  }

  private static String dollars(double amount) {
    return String.format(Locale.ROOT, "$%,.2f", amount);
  }
}
