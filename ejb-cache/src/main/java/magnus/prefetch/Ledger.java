package magnus.prefetch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import magnus.prefetch.plan.Decision;
import magnus.prefetch.plan.Experience;
import magnus.prefetch.plan.Settlements;
import magnus.prefetch.plan.Verdict;
import magnus.prefetch.plan.WasteGovernor;
import org.jspecify.annotations.Nullable;

/** What was decided and what became of it, on this node since its start. */
final class Ledger {

  private final Map<Verdict, Long> decisions = new EnumMap<>(Verdict.class);
  private final Map<String, Outcome> pages = new TreeMap<>();
  private volatile Experience experience = new Experience();
  private @Nullable WasteGovernor governor;
  private double share;
  private double wastedCalls;

  private static final class Outcome {
    long used;
    long wasted;
    double savedMillis;
  }

  /** What keeps waste within its share; begins anew where that setting changes. */
  synchronized WasteGovernor governor() {
    double allowed = PrefetchSettings.WASTE.from(BehaviorLog::setting);
    WasteGovernor known = governor;
    if (known == null || allowed != share) {
      known = new WasteGovernor(allowed);
      governor = known;
      share = allowed;
    }
    return known;
  }

  synchronized void decided(List<Decision> all) {
    all.forEach(d -> decisions.merge(d.verdict(), 1L, Long::sum));
  }

  /** How often each was decided, by its name; all names are there. */
  synchronized Map<String, Long> decisions() {
    Map<String, Long> all = new TreeMap<>();
    for (Verdict verdict : Verdict.values()) {
      all.put(verdict.name(), decisions.getOrDefault(verdict, 0L));
    }
    return all;
  }

  /** How often what was loaded on a chance was used. */
  Experience experience() {
    return experience;
  }

  /** Begins anew with what was learned of users' ways. */
  void unlearn() {
    experience = new Experience();
  }

  /** Time passes, whether or not anything is settled. */
  void passing(Instant now) {
    governor().passing(now);
  }

  void settled(Settlements.Settled one) {
    governor().settled(one.used());
    if (one.taught()) {
      experience.settled(one.place().shelf(), one.chance(), one.used());
    }
    synchronized (this) {
      Outcome outcome = pages.computeIfAbsent(one.page(), p -> new Outcome());
      if (one.used()) {
        outcome.used++;
        outcome.savedMillis += one.savedMillis();
      } else {
        outcome.wasted++;
        wastedCalls += one.calls();
      }
    }
  }

  PrefetchReport report(
      BehaviorLog.Counts visits,
      PrefetchReport.Model model,
      AheadPlans plans,
      PredictionReport.Budget budget,
      double load,
      Optional<EffectReport> effect) {
    double threshold = governor().threshold();
    synchronized (this) {
      long used = pages.values().stream().mapToLong(o -> o.used).sum();
      long wasted = pages.values().stream().mapToLong(o -> o.wasted).sum();
      double saved = pages.values().stream().mapToDouble(o -> o.savedMillis).sum() / 1_000;
      List<PrefetchReport.OfPage> byPage = new ArrayList<>();
      pages.forEach(
          (page, o) ->
              byPage.add(new PrefetchReport.OfPage(page, o.used, o.wasted, o.savedMillis / 1_000)));
      return new PrefetchReport(
          visits,
          model,
          decisions(),
          new PrefetchReport.Settled(
              plans.loaded(),
              plans.waiting(),
              used,
              wasted,
              used + wasted == 0 ? 0 : (double) wasted / (used + wasted),
              wastedCalls,
              saved,
              plans.cancelled(),
              threshold,
              share),
          byPage,
          budget,
          load,
          PrefetchSettings.SHARE.from(BehaviorLog::setting),
          effect);
    }
  }
}
