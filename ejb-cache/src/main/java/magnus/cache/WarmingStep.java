package magnus.cache;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import magnus.basics.json.Json;
import magnus.cache.event.EntryIndex.Place;
import magnus.cache.shelf.CachedShelf;
import magnus.cache.warming.WarmingPlan;
import magnus.runs.RunStep;
import magnus.runs.StepContext;

/**
 * The one step of a warming: plans, loads in the plan's order but as many at once as one call of a
 * source brings, reports.
 */
final class WarmingStep implements RunStep {

  private final Warming warming;

  /** Counts of a shelf. */
  private static final class Parts {
    int warmed;
    int fresh;
    int failed;

    WarmingReport.OfShelf of(String shelf) {
      return new WarmingReport.OfShelf(shelf, warmed, fresh, failed, 0);
    }
  }

  WarmingStep(Warming warming) {
    this.warming = warming;
  }

  @Override
  public String name() {
    return "warming";
  }

  /** What it loaded is on the shelves; a second time it would find it there and report nothing. */
  @Override
  public boolean repeatable() {
    return false;
  }

  @Override
  public void run(StepContext context) {
    long began = System.nanoTime();
    Instant startedAt = warming.marketNow();
    LocalDate session = LocalDate.parse(parameter(context, Warming.SESSION));
    WarmingPlan plan = warming.plan(session, startedAt);
    context.emit(
        "warming_plan",
        Map.of(
            "session", session,
            "loads", plan.picks().size(),
            "beyondBudget", plan.left(),
            "wantedBy",
                plan.picks().stream()
                    .collect(
                        Collectors.groupingBy(
                            WarmingPlan.Pick::wantedBy, TreeMap::new, Collectors.counting()))));
    warming
        .shelves()
        .expectAtTheBell(
            plan.picks().stream().map(WarmingPlan.Pick::place).collect(Collectors.toSet()));
    Map<Place, Double> loads = new HashMap<>();
    TreeMap<String, Parts> shelves = new TreeMap<>();
    long until = began + warming.budget().toNanos();
    int reached = 0;
    for (WarmingPlan.Group group : plan.groups(warming.shelves()::mostInOneCall)) {
      context.checkCancelled();
      if (System.nanoTime() - until > 0) {
        break;
      }
      reached += group.keys().size();
      warm(group, loads, shelves.computeIfAbsent(group.shelf(), s -> new Parts()));
      context.progress((double) reached / plan.picks().size(), "Warming " + group.shelf());
    }
    List<WarmingReport.OfShelf> parts =
        shelves.entrySet().stream().map(e -> e.getValue().of(e.getKey())).toList();
    WarmingReport report =
        new WarmingReport(
            UUID.fromString(parameter(context, Warming.ID)),
            context.run(),
            session,
            parameter(context, Warming.TURN),
            startedAt,
            Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0,
            plan.picks().size(),
            plan.left(),
            parts.stream().mapToInt(WarmingReport.OfShelf::warmed).sum(),
            parts.stream().mapToInt(WarmingReport.OfShelf::fresh).sum(),
            parts.stream().mapToInt(WarmingReport.OfShelf::failed).sum(),
            plan.picks().size() - reached,
            parts,
            java.util.Optional.empty());
    warming.done(report, loads);
    context.emit(members(report));
  }

  /** The run's id is every event's own member already. */
  private static ObjectNode members(WarmingReport report) {
    ObjectNode members = Json.mapper().valueToTree(report);
    members.remove("run");
    return members;
  }

  private void warm(WarmingPlan.Group group, Map<Place, Double> loads, Parts parts) {
    Map<String, CachedShelf.Warmth> warmths = warming.shelves().warm(group.shelf(), group.keys());
    for (String key : group.keys()) {
      switch (warmths.getOrDefault(key, CachedShelf.Warmth.FAILED)) {
        case WARMED -> {
          Place place = new Place(group.shelf(), key);
          parts.warmed++;
          loads.put(place, warming.shelves().loadMillis(place));
        }
        case FRESH -> parts.fresh++;
        case FAILED -> parts.failed++;
      }
    }
  }

  private static String parameter(StepContext context, String name) {
    String text = context.parameters().get(name);
    if (text == null) {
      throw new IllegalStateException("a warming without its " + name);
    }
    return text;
  }
}
