package magnus.prefetch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import magnus.basics.time.MarketClock;
import magnus.cache.AheadLoads;
import magnus.cache.event.EntryIndex.Place;
import magnus.prefetch.plan.Planned;
import magnus.prefetch.plan.Settlements;

/**
 * What is being loaded ahead: for each user one plan of each occasion, which ends when he goes
 * elsewhere. Loads that are under way are let finish, since others may wait for them.
 */
final class AheadPlans {

  private static final int MOST_PLANS = 10_000;
  private static final int MOST_IDS = 50_000;
  private static final int MOST_FOLLOWED = 50_000;

  /** Why a plan was made; a later one of the same occasion takes its place. */
  enum Occasion {
    /** A page stands. */
    PAGE,
    /** A link shows a sign of being opened. */
    LINK,
    /** The portal itself is asked for. */
    START
  }

  private final AheadLoads shelves;
  private final MarketClock market;
  private final Executor threads;
  private final Refund refund;
  private final Settlements settlements = new Settlements(MOST_FOLLOWED);
  private final Map<Whose, Plan> plans = bounded(MOST_PLANS);
  private final Map<UUID, Whose> owners = bounded(MOST_IDS);
  private final AtomicLong loaded = new AtomicLong();
  private final AtomicLong cancelled = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();

  private record Whose(UUID user, Occasion occasion) {}

  private static final class Plan {
    final UUID id = UUID.randomUUID();
    final UUID user;
    final String page;
    final boolean taught;
    volatile boolean over;

    Plan(UUID user, String page, boolean taught) {
      this.user = user;
      this.page = page;
      this.taught = taught;
    }
  }

  /** Takes back calls that were paid for and not made. */
  interface Refund {
    void give(UUID user, double calls);
  }

  AheadPlans(AheadLoads shelves, MarketClock market, Executor threads, Refund refund) {
    this.refund = refund;
    this.shelves = shelves;
    this.market = market;
    this.threads = threads;
  }

  private static <K, V> Map<K, V> bounded(int most) {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
      }
    };
  }

  /**
   * Begins to load these, in the place of what was begun for the user on such an occasion.
   *
   * @param taught whether experience may learn from it
   */
  UUID begin(UUID user, Occasion occasion, String page, List<Planned> chosen, boolean taught) {
    Plan plan = new Plan(user, page, taught);
    Whose whose = new Whose(user, occasion);
    Plan before;
    synchronized (plans) {
      before = plans.put(whose, plan);
      owners.put(plan.id, whose);
    }
    if (before != null) {
      before.over = true;
    }
    for (List<Planned> together : calls(chosen)) {
      shelves.announce(places(together));
      try {
        threads.execute(() -> load(plan, together));
      } catch (RejectedExecutionException e) {
        // Nobody waits for it: what does not fit in is left out, and counted.
        shelves.retract(places(together));
        refused.addAndGet(together.size());
        refund.give(user, sum(together));
      }
    }
    return plan.id;
  }

  /** Those that one call of a source brings together, in the order of the first of each. */
  private List<List<Planned>> calls(List<Planned> chosen) {
    List<List<Planned>> calls = new ArrayList<>();
    Map<String, List<Planned>> open = new LinkedHashMap<>();
    for (Planned one : chosen) {
      String shelf = one.need().place().shelf();
      List<Planned> call = open.get(shelf);
      if (call == null || call.size() >= shelves.mostInOneCall(shelf)) {
        call = new ArrayList<>();
        open.put(shelf, call);
        calls.add(call);
      }
      call.add(one);
    }
    return calls;
  }

  private static List<Place> places(List<Planned> all) {
    return all.stream().map(one -> one.need().place()).toList();
  }

  private static double sum(List<Planned> all) {
    return all.stream().mapToDouble(one -> one.need().calls()).sum();
  }

  private void load(Plan plan, List<Planned> together) {
    if (plan.over) {
      shelves.retract(places(together));
      cancelled.addAndGet(together.size());
      refund.give(plan.user, sum(together));
      return;
    }
    Map<Place, AheadLoads.Loaded> done = shelves.load(places(together));
    for (Planned one : together) {
      AheadLoads.Loaded load = done.get(one.need().place());
      if (load != null) {
        loaded.incrementAndGet();
        settlements.loaded(
            one, plan.page, load.loadMillis(), load.ends(), load.used(), plan.taught);
      }
    }
  }

  /** Ends a plan of the user, if it has not ended yet; false where none of his had that id. */
  boolean cancel(UUID user, UUID id) {
    synchronized (plans) {
      Whose whose = owners.get(id);
      if (whose == null || !whose.user().equals(user)) {
        return false;
      }
      Plan plan = plans.get(whose);
      if (plan != null && plan.id.equals(id)) {
        plans.remove(whose);
        plan.over = true;
      }
      return true;
    }
  }

  /** A user looks at a page of which his browser had all before: these values were in it. */
  void shown(List<Place> places) {
    places.forEach(place -> settlements.shown(place, market.instant()));
  }

  /** Settles what has ended. */
  void settle(Consumer<Settlements.Settled> each) {
    List<Settlements.Settled> ended = new ArrayList<>(settlements.ended(market.instant()));
    ended.forEach(each);
  }

  long loaded() {
    return loaded.get();
  }

  long cancelled() {
    return cancelled.get();
  }

  long refused() {
    return refused.get();
  }

  int waiting() {
    return settlements.size();
  }
}
