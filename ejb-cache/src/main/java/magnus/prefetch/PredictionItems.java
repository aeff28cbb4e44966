package magnus.prefetch;

import magnus.prefetch.behavior.HabitWords;
import magnus.prefetch.behavior.Page;
import magnus.prefetch.behavior.PageRoutes;
import magnus.prefetch.model.Likely;
import magnus.prefetch.plan.Decision;
import magnus.prefetch.plan.Verdict;
import magnus.prefetch.plan.WasteGovernor;

/** Says a prediction and what is done about it in words. */
final class PredictionItems {

  private static final int LEAST_OWN = 1;

  private PredictionItems() {}

  static PredictionReport.Item of(
      Page from, Likely likely, Decision decision, WasteGovernor governor) {
    Page page = PageRoutes.find(likely.path()).orElse(from);
    boolean own = likely.ownSeen() >= LEAST_OWN;
    Verdict verdict = decision.verdict();
    boolean there = verdict == Verdict.FRESH && governor.admits(likely.probability());
    return new PredictionReport.Item(
        page.isOfSymbol() ? PredictionReport.Kind.SYMBOL : PredictionReport.Kind.PAGE,
        likely.shared(),
        page.href(),
        HabitWords.of(page),
        likely.probability(),
        reason(from, page, likely, own),
        own ? PredictionReport.Cohort.YOU : PredictionReport.Cohort.EVERYONE,
        decision.price(),
        decision.isPrefetch() ? PredictionReport.Choice.PREFETCH : PredictionReport.Choice.SKIP,
        decision.isPrefetch() || there,
        verdict,
        verdict.words());
  }

  private static String reason(Page from, Page to, Likely likely, boolean own) {
    String here = HabitWords.of(from);
    String there = HabitWords.of(to);
    return own
        ? "From "
            + here
            + " you went on to "
            + there
            + " "
            + likely.ownSeen()
            + " of "
            + likely.ownOf()
            + " times."
        : "Users who open " + here + " often go on to " + there + ".";
  }
}
