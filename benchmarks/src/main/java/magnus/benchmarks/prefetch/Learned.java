package magnus.benchmarks.prefetch;

import java.util.EnumMap;
import java.util.Map;
import magnus.benchmarks.cache.Page;
import magnus.prefetch.PrefetchSettings;
import magnus.prefetch.plan.Experience;
import magnus.prefetch.plan.Planner;
import magnus.prefetch.plan.Pricing;
import magnus.prefetch.plan.Signs;
import magnus.prefetch.plan.ThinkTime;
import magnus.prefetch.plan.WasteGovernor;

/** What the planner goes by, and learns from one day to the next. */
final class Learned {

  /** The chance of a link's page for who predicts nothing. */
  static final double NOTHING_KNOWN = 0.1;

  private static final double OVERLOADED = 0.85;
  private static final int PROCESSORS = 2;

  final Planner planner =
      new Planner(new Pricing(PrefetchSettings.MILLIS_PER_CALL.fallback(), PROCESSORS), OVERLOADED);
  final WasteGovernor governor;
  final Experience experience = new Experience();
  final Signs signs = new Signs();
  final ThinkTime afterSign = ThinkTime.afterSign();
  final ThinkTime boot = new ThinkTime(Latency.boot() / 1_000.0, 0.3);
  private final Map<Page, ThinkTime> stays = new EnumMap<>(Page.class);

  Learned(double waste) {
    this.governor = new WasteGovernor(waste);
  }

  ThinkTime stays(Page page) {
    return stays.computeIfAbsent(page, p -> new ThinkTime());
  }
}
