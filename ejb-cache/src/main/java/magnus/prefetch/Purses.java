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
  private final Map<UUID, Budget> users =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Budget> eldest) {
          return size() > MOST_USERS;
        }
      };
  private @Nullable Budget total;

  Purses(WallClock clock) {
    this.clock = clock;
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

  synchronized PredictionReport.Budget left(UUID user) {
    Instant now = clock.instant();
    return new PredictionReport.Budget(of(user, now).left(now), total(now).left(now));
  }

  private Budget of(UUID user, Instant now) {
    double perMinute = PrefetchSettings.USER_CALLS.from(BehaviorLog::setting);
    Budget budget = users.get(user);
    if (budget == null || budget.perMinute() != perMinute) {
      budget = new Budget(perMinute, now);
      users.put(user, budget);
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
