package magnus.prefetch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import magnus.basics.time.MarketClock;
import magnus.cache.AheadLoads;
import magnus.prefetch.plan.Planned;
import magnus.prefetch.plan.Settlements;

/**
 * What is being loaded ahead: for each user one plan, which ends when he goes elsewhere. Loads that
 * are under way are let finish, since others may wait for them.
 */
final class AheadPlans {

  private static final int MOST_PLANS = 10_000;
  private static final int MOST_FOLLOWED = 50_000;

  private final AheadLoads shelves;
  private final MarketClock market;
  private final Executor threads;
  private final Settlements settlements = new Settlements(MOST_FOLLOWED);
  private final Map<UUID, Plan> byUser =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Plan> eldest) {
          return size() > MOST_PLANS;
        }
      };
  private final AtomicLong loaded = new AtomicLong();
  private final AtomicLong cancelled = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();

  private static final class Plan {
    final UUID id = UUID.randomUUID();
    final String page;
    volatile boolean over;

    Plan(String page) {
      this.page = page;
    }
  }

  AheadPlans(AheadLoads shelves, MarketClock market, Executor threads) {
    this.shelves = shelves;
    this.market = market;
    this.threads = threads;
  }

  /** Begins to load these, in the place of what was begun for the user before. */
  UUID begin(UUID user, String page, List<Planned> chosen) {
    Plan plan = new Plan(page);
    Plan before;
    synchronized (byUser) {
      before = byUser.put(user, plan);
    }
    if (before != null) {
      before.over = true;
    }
    for (Planned one : chosen) {
      try {
        threads.execute(() -> load(plan, one));
      } catch (RejectedExecutionException e) {
        // Nobody waits for it: what does not fit in is left out, and counted.
        refused.incrementAndGet();
      }
    }
    return plan.id;
  }

  private void load(Plan plan, Planned one) {
    if (plan.over) {
      cancelled.incrementAndGet();
      return;
    }
    Optional<AheadLoads.Loaded> done = shelves.load(one.need().place());
    done.ifPresent(
        load -> {
          loaded.incrementAndGet();
          settlements.loaded(one, plan.page, load.loadMillis(), load.ends(), load.used());
        });
  }

  /** Ends a plan of the user; false where he has none of that id. */
  boolean cancel(UUID user, UUID id) {
    synchronized (byUser) {
      Plan plan = byUser.get(user);
      if (plan == null || !plan.id.equals(id)) {
        return false;
      }
      byUser.remove(user);
      plan.over = true;
      return true;
    }
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
