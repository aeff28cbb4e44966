package magnus.benchmarks.prefetch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import magnus.benchmarks.cache.Page;
import magnus.benchmarks.cache.PageAsks;
import magnus.benchmarks.cache.ReplayDay;
import magnus.benchmarks.cache.ReplayShelves;
import magnus.benchmarks.cache.Traffic;
import magnus.cache.AheadLoads;
import magnus.cache.DataType;
import magnus.cache.Served;
import magnus.cache.event.EntryIndex.Place;
import magnus.cache.freshness.LifespanPolicy;
import magnus.cache.shelf.CachedShelf;
import magnus.cache.shelf.Entry;
import magnus.prefetch.plan.Candidate;
import magnus.prefetch.plan.Decision;
import magnus.prefetch.plan.Experience;
import magnus.prefetch.plan.Need;
import magnus.prefetch.plan.Planned;
import magnus.prefetch.plan.Planner;
import magnus.prefetch.plan.Settlements;
import magnus.prefetch.plan.ThinkTime;
import magnus.prefetch.plan.Verdict;
import magnus.prefetch.plan.WasteGovernor;

/**
 * One day of a portal that loads ahead, on a virtual clock. When a page has settled, the product's
 * planner decides on what was predicted from it; what it begins lies on its shelf as many
 * milliseconds later as its source takes. A user who is faster than that waits the whole load.
 */
final class AheadDay {

  private static final Planner.Conditions CALM = new Planner.Conditions(false, false, 0.3);
  private static final int MOST_FOLLOWED = 50_000;

  private final ReplayDay day;
  private final LifespanPolicy policy;
  private final Planner planner;
  private final WasteGovernor governor;
  private final Experience experience;
  private final Map<Page, ThinkTime> stays;
  private final Outcome outcome;
  private final ReplayShelves shelves;
  private final Settlements settlements = new Settlements(MOST_FOLLOWED);
  private final Map<Entry<?>, DataType> loaded = new HashMap<>();
  private final Map<Integer, Visit> last = new HashMap<>();
  private final PriorityQueue<Due> due =
      new PriorityQueue<>(Comparator.comparingInt(Due::millis).thenComparingInt(Due::number));
  private int numbers;

  /** Something that happens between visits. */
  private record Due(int millis, int number, Runnable what) {}

  AheadDay(
      ReplayDay day,
      LifespanPolicy policy,
      Planner planner,
      WasteGovernor governor,
      Experience experience,
      Map<Page, ThinkTime> stays,
      Outcome outcome) {
    this.day = day;
    this.policy = policy;
    this.planner = planner;
    this.governor = governor;
    this.experience = experience;
    this.stays = stays;
    this.outcome = outcome;
    this.shelves =
        new ReplayShelves(
            day,
            policy,
            ReplayShelves.Calls.SHIPPED,
            type -> {
              outcome.called();
              return Latency.of(type);
            });
  }

  /**
   * Replays the day.
   *
   * @param said what was predicted after each visit; nothing is loaded ahead where it is empty
   */
  void replay(List<Visit> visits, List<List<Guess>> said) {
    for (int i = 0; i < visits.size(); i++) {
      Visit visit = visits.get(i);
      until(visit.millis());
      shelves.turnTo(visit.millis());
      learnStay(visit);
      int took = open(visit);
      if (!said.isEmpty() && !said.get(i).isEmpty()) {
        List<Guess> guesses = said.get(i);
        later(visit.millis() + took, () -> plan(visit, guesses));
      }
    }
    until(Traffic.SECONDS * 1_000);
    settle(Instant.MAX);
    loaded.forEach((entry, type) -> outcome.ended(type, entry.accesses() > 0));
  }

  private void later(int millis, Runnable what) {
    if (millis < Traffic.SECONDS * 1_000) {
      due.add(new Due(millis, numbers++, what));
    }
  }

  private void until(int millis) {
    for (Due next = due.peek(); next != null && next.millis() <= millis; next = due.peek()) {
      due.remove();
      shelves.turnTo(next.millis());
      next.what().run();
    }
  }

  private void learnStay(Visit visit) {
    Visit before = last.put(visit.user(), visit);
    if (before != null) {
      stays(before.stop().page()).stayed((visit.millis() - before.millis()) / 1_000.0);
    }
  }

  private ThinkTime stays(Page page) {
    return stays.computeIfAbsent(page, p -> new ThinkTime());
  }

  private int open(Visit visit) {
    PageAsks asks = asks(visit.user(), visit.stop());
    int slowest = 0;
    for (PageAsks.Ask ask : asks.each()) {
      Served<Double> served = shelves.of(ask.type()).get(ask.id()).find().orElseThrow();
      slowest = Math.max(slowest, waited(ask.type(), served));
    }
    if (!asks.quotes().isEmpty()) {
      for (var answer : shelves.of(DataType.QUOTE).getAll(asks.quotes()).values()) {
        slowest = Math.max(slowest, waited(DataType.QUOTE, answer.find().orElseThrow()));
      }
    }
    outcome.page(visit.stop().page(), Latency.PAGE + slowest, slowest == 0);
    return Latency.PAGE + slowest;
  }

  private static int waited(DataType type, Served<Double> served) {
    return served.how() == Served.How.LOADED ? Latency.of(type) : 0;
  }

  private PageAsks asks(int user, Stop stop) {
    return PageAsks.of(day, stop.page(), user, stop.pick());
  }

  private void plan(Visit visit, List<Guess> guesses) {
    Instant now = shelves.now();
    settle(now);
    Map<PageAsks.Ask, Need> known = new HashMap<>();
    List<Candidate> candidates = new ArrayList<>();
    for (Guess guess : guesses) {
      List<Need> needs = new ArrayList<>();
      PageAsks asks = asks(visit.user(), guess.stop());
      asks.each().forEach(a -> needs.add(known.computeIfAbsent(a, k -> need(k, now))));
      asks.quotes()
          .forEach(
              id ->
                  needs.add(
                      known.computeIfAbsent(
                          new PageAsks.Ask(DataType.QUOTE, id), k -> need(k, now))));
      candidates.add(new Candidate(guess.stop().toString(), guess.probability(), needs));
    }
    List<Decision> decisions =
        planner.plan(
            candidates,
            stays(visit.stop().page()),
            CALM,
            governor,
            experience,
            calls -> Verdict.PREFETCH);
    for (Decision decision : decisions) {
      if (decision.isPrefetch()) {
        for (Planned one : decision.loads()) {
          Need need = one.need();
          DataType type = shelves.named(need.place().shelf()).plan().type();
          later(
              visit.millis() + millisSince(visit) + Latency.of(type),
              () -> load(one, visit.stop()));
        }
      }
    }
  }

  private int millisSince(Visit visit) {
    return (int) (shelves.now().toEpochMilli() - day.firstMillis) - visit.millis();
  }

  private Need need(PageAsks.Ask ask, Instant now) {
    CachedShelf<Integer, Double> shelf = shelves.of(ask.type());
    String key = shelf.plan().text(ask.id());
    AheadLoads.Standing standing = AheadLoads.Standing.of(shelf, key, now, () -> policy);
    return new Need(
        new Place(shelf.name(), key),
        standing.loadMillis(),
        standing.calls(),
        standing.lifespanSeconds(),
        standing.perSecond(),
        standing.fresh());
  }

  /** As {@link AheadLoads#load} does. */
  private void load(Planned one, Stop from) {
    Need need = one.need();
    CachedShelf<Integer, Double> shelf = shelves.named(need.place().shelf());
    String key = need.place().key();
    if (shelf.warm(List.of(key), AheadLoads.REASON).get(key) != CachedShelf.Warmth.WARMED) {
      return;
    }
    shelf
        .find(key)
        .ifPresent(
            entry -> {
              loaded.put(entry, shelf.plan().type());
              settlements.loaded(
                  one,
                  from.page().name(),
                  need.loadMillis(),
                  entry.freshUntil(),
                  () -> entry.accesses() > 0);
            });
  }

  private void settle(Instant now) {
    for (Settlements.Settled one : settlements.ended(now)) {
      governor.settled(one.used());
      experience.settled(one.place().shelf(), one.chance(), one.used());
    }
  }
}
