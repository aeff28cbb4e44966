package magnus.prefetch;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import magnus.prefetch.plan.Budget;

/**
 * What each user may do in a minute, on this node; of those who have not come for long, nothing.
 */
final class Allowances {

  private static final int MOST = 10_000;

  private final Map<UUID, Budget> budgets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Budget> eldest) {
          return size() > MOST;
        }
      };

  /** A user's; begins anew where the amount has changed. */
  synchronized Budget of(UUID account, double perMinute, Instant now) {
    Budget budget = budgets.get(account);
    if (budget == null || budget.perMinute() != perMinute) {
      budget = new Budget(perMinute, now);
      budgets.put(account, budget);
    }
    return budget;
  }
}
