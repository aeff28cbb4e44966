package magnus.prefetch;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import magnus.basics.time.WallClock;
import magnus.prefetch.plan.Budget;
import magnus.prefetch.plan.Verdict;
import org.jspecify.annotations.Nullable;

/** What may be loaded ahead in this minute, for each user and for all, on this node. */
final class Purses {

  private static final int MOST_USERS = 10_000;

  private final WallClock clock;
  private final Map<UUID, Budget> users = recentlyUsed();
  private final Map<UUID, Budget> requests = recentlyUsed();
  private @Nullable Budget total;

  Purses(WallClock clock) {
    this.clock = clock;
  }

  private static Map<UUID, Budget> recentlyUsed() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<UUID, Budget> eldest) {
        return size() > MOST_USERS;
      }
    };
  }

  /** Whether a user's browser may make one more request ahead in this minute. */
  synchronized boolean request(UUID user) {
    double perMinute = PrefetchSettings.USER_REQUESTS.from(BehaviorLog::setting);
    return of(requests, user, perMinute, clock.instant()).take(1, clock.instant());
  }

  /** Takes calls from both budgets, or from none. */
  synchronized Verdict take(UUID user, double calls) {
    Instant now = clock.instant();
    Budget his = of(user, now);
    if (!his.take(calls, now)) {
      return Verdict.USER_BUDGET;
    }
    if (!total(now).take(calls, now)) {
      his.give(calls, now);
      return Verdict.TOTAL_BUDGET;
    }
    return Verdict.PREFETCH;
  }

  /** Gives both budgets back what was taken and not called. */
  synchronized void give(UUID user, double calls) {
    Instant now = clock.instant();
    of(user, now).give(calls, now);
    total(now).give(calls, now);
  }

  synchronized PredictionReport.Budget left(UUID user) {
    Instant now = clock.instant();
    return new PredictionReport.Budget(of(user, now).left(now), total(now).left(now));
  }

  private Budget of(UUID user, Instant now) {
    return of(users, user, PrefetchSettings.USER_CALLS.from(BehaviorLog::setting), now);
  }

  private static Budget of(Map<UUID, Budget> budgets, UUID user, double perMinute, Instant now) {
    Budget budget = budgets.get(user);
    if (budget == null || budget.perMinute() != perMinute) {
      budget = new Budget(perMinute, now);
      budgets.put(user, budget);
    }
    return budget;
  }

  private Budget total(Instant now) {
    double perMinute = PrefetchSettings.TOTAL_CALLS.from(BehaviorLog::setting);
    Budget budget = total;
    if (budget == null || budget.perMinute() != perMinute) {
      budget = new Budget(perMinute, now);
      total = budget;
    }
    return budget;
  }
}
