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
      AheadPlans.Occasion occasion,
      Page from,
      Likely likely,
      Decision decision,
      WasteGovernor governor) {
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
        reason(occasion, from, page, likely),
        own ? PredictionReport.Cohort.YOU : PredictionReport.Cohort.EVERYONE,
        decision.price(),
        decision.isPrefetch() ? PredictionReport.Choice.PREFETCH : PredictionReport.Choice.SKIP,
        decision.isPrefetch() || there,
        verdict,
        verdict.words());
  }

  private static String reason(AheadPlans.Occasion occasion, Page from, Page to, Likely likely) {
    String there = HabitWords.of(to);
    if (occasion == AheadPlans.Occasion.START) {
      return "The portal is being opened at " + there + ".";
    }
    String seen =
        likely.ownSeen() >= LEAST_OWN
            ? String.format(
                "From %s you went on to %s %d of %d times.",
                HabitWords.of(from), there, likely.ownSeen(), likely.ownOf())
            : "Users who open " + HabitWords.of(from) + " often go on to " + there + ".";
    if (occasion == AheadPlans.Occasion.LINK) {
      String sign = "A link to " + there + " shows that it is about to be opened.";
      return likely.ownSeen() >= LEAST_OWN ? sign + " " + seen : sign;
    }
    return seen;
  }
}
