package magnus.portfolio.tax.plan;

/**
 * What is to be done, in the order of the problem's lists.
 *
 * @param sold parts of each lot, of {@link PlanProblem#steps()}
 * @param bought dollars of each target's own symbol
 * @param stood dollars of each stand-in
 * @param written contracts of each call
 */
record PlanDecision(int[] sold, double[] bought, double[] stood, int[] written) {

  static PlanDecision nothing(PlanProblem p) {
    return new PlanDecision(
        new int[p.lots().size()],
        new double[p.targets().size()],
        new double[p.stands().size()],
        new int[p.calls().size()]);
  }
}
