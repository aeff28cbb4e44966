package magnus.prefetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import magnus.prefetch.behavior.HabitWords;
import magnus.prefetch.behavior.MarketState;
import magnus.prefetch.behavior.Page;
import magnus.prefetch.behavior.PageRoutes;
import magnus.prefetch.model.Circumstance;
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
      Set<Circumstance> because,
      MarketState market,
      Decision decision,
      WasteGovernor governor) {
    Page page = PageRoutes.find(likely.path()).orElse(from);
    boolean own = likely.ownSeen() >= LEAST_OWN || because.contains(Circumstance.OWN);
    Verdict verdict = decision.verdict();
    boolean there = verdict == Verdict.FRESH && governor.admits(likely.probability());
    return new PredictionReport.Item(
        page.isOfSymbol() ? PredictionReport.Kind.SYMBOL : PredictionReport.Kind.PAGE,
        likely.shared(),
        page.href(),
        HabitWords.of(page),
        likely.probability(),
        reason(occasion, from, page, likely, own) + circumstances(because, page, market),
        own ? PredictionReport.Cohort.YOU : PredictionReport.Cohort.EVERYONE,
        decision.price(),
        decision.isPrefetch() ? PredictionReport.Choice.PREFETCH : PredictionReport.Choice.SKIP,
        decision.isPrefetch() || there,
        verdict,
        verdict.words());
  }

  private static String circumstances(Set<Circumstance> because, Page page, MarketState market) {
    List<String> whiles = new ArrayList<>();
    if (because.contains(Circumstance.TIME)) {
      whiles.add("at this time of the week");
    }
    if (because.contains(Circumstance.MARKET)) {
      whiles.add(market.nerves().map(PredictionItems::words).orElse("in this phase of the market"));
    }
    if (because.contains(Circumstance.EVENT)) {
      whiles.add("in the earnings season");
    }
    String held =
        because.contains(Circumstance.HELD) && page.isOfSymbol()
            ? " You hold " + page.instance() + "."
            : "";
    if (whiles.isEmpty()) {
      return held;
    }
    String last = whiles.remove(whiles.size() - 1);
    String listed = whiles.isEmpty() ? last : String.join(", ", whiles) + " and " + last;
    return " It is likelier " + listed + "." + held;
  }

  private static String words(MarketState.Nerves nerves) {
    return switch (nerves) {
      case CALM -> "while the market is calm";
      case MID -> "while the market is neither calm nor nervous";
      case HIGH -> "while the market is nervous";
    };
  }

  private static String reason(
      AheadPlans.Occasion occasion, Page from, Page to, Likely likely, boolean own) {
    String there = HabitWords.of(to);
    if (occasion == AheadPlans.Occasion.START) {
      return "The portal is being opened at " + there + ".";
    }
    if (occasion == AheadPlans.Occasion.LINK) {
      String sign = "A link to " + there + " shows that it is about to be opened.";
      return likely.ownSeen() >= LEAST_OWN ? sign + " " + counted(from, there, likely) : sign;
    }
    if (likely.ownSeen() >= LEAST_OWN) {
      return counted(from, there, likely);
    }
    return own
        ? "Going by what you opened before, " + there + " is likely."
        : "Users who open " + HabitWords.of(from) + " often go on to " + there + ".";
  }

  private static String counted(Page from, String there, Likely likely) {
    return String.format(
        "From %s you went on to %s %d of %d times.",
        HabitWords.of(from), there, likely.ownSeen(), likely.ownOf());
  }
}
