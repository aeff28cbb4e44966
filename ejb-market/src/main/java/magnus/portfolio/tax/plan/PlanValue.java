package magnus.portfolio.tax.plan;

/**
 * What a plan is worth as of today, by part, in dollars; costs are negative. The parts add up to
 * the total.
 *
 * @param tax of the year with all sales, less what a carried loss is worth, and negative
 * @param deferred tax that sales make unnecessary later; negative where they bring it about
 * @param trading costs
 * @param deviation from the targets
 * @param parting of stand-ins from what they stand for
 * @param income of written calls after tax
 */
public record PlanValue(
    double tax, double deferred, double trading, double deviation, double parting, double income) {

  static PlanValue of(PlanProblem p, PlanDecision d) {
    double shortTerm = p.realisedShort();
    double longTerm = p.realisedLong();
    double deferred = 0;
    double traded = 0;
    for (int i = 0; i < p.lots().size(); i++) {
      PlanLot lot = p.lots().get(i);
      double part = d.sold()[i] / (double) p.steps();
      double gain = lot.gain() * part;
      shortTerm += lot.longTerm() ? 0 : gain;
      longTerm += lot.longTerm() ? gain : 0;
      deferred += p.rates().deferred() * gain;
      traded += lot.value() * part;
    }
    double parting = 0;
    for (int i = 0; i < p.stands().size(); i++) {
      parting -= p.stands().get(i).costs() * d.stood()[i];
      traded += d.stood()[i];
    }
    double deviation = 0;
    for (int i = 0; i < p.targets().size(); i++) {
      traded += d.bought()[i];
      deviation -= p.deviationCosts() * deviation(p, d, i);
    }
    double income = 0;
    for (int i = 0; i < p.calls().size(); i++) {
      income += p.calls().get(i).benefit() * d.written()[i];
    }
    double tax = -CapitalGainTax.of(shortTerm, longTerm, p.rates()).burden();
    return new PlanValue(tax, deferred, -p.tradeCosts() * traded, deviation, parting, income);
  }

  /** Dollars of an exposure after the plan, stand-ins among them. */
  static double exposure(PlanProblem p, PlanDecision d, int target) {
    PlanTarget t = p.targets().get(target);
    double dollars = t.held() + d.bought()[target];
    for (int i = 0; i < p.lots().size(); i++) {
      PlanLot lot = p.lots().get(i);
      if (lot.symbol().equals(t.symbol())) {
        dollars -= lot.value() * d.sold()[i] / p.steps();
      }
    }
    for (int i = 0; i < p.stands().size(); i++) {
      if (p.stands().get(i).symbol().equals(t.symbol())) {
        dollars += d.stood()[i];
      }
    }
    return dollars;
  }

  private static double deviation(PlanProblem p, PlanDecision d, int target) {
    PlanTarget t = p.targets().get(target);
    double dollars = exposure(p, d, target);
    return Math.max(0, Math.max(t.least() - dollars, dollars - t.most()));
  }

  public double total() {
    return tax + deferred + trading + deviation + parting + income;
  }

  /** What the plan changes. */
  PlanValue minus(PlanValue other) {
    return new PlanValue(
        tax - other.tax,
        deferred - other.deferred,
        trading - other.trading,
        deviation - other.deviation,
        parting - other.parting,
        income - other.income);
  }
}
