package magnus.prefetch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Calls of sources that were made ahead for users, until a visit of theirs is recorded with them.
 */
final class AheadCalls {

  private static final int MOST_USERS = 10_000;

  private final Map<UUID, Double> waiting =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Double> eldest) {
          return size() > MOST_USERS;
        }
      };

  synchronized void made(UUID user, double calls) {
    if (calls > 0) {
      waiting.merge(user, calls, Double::sum);
    }
  }

  synchronized double waiting(UUID user) {
    return waiting.getOrDefault(user, 0.0);
  }

  /** So many were recorded. */
  synchronized void recorded(UUID user, double calls) {
    waiting.computeIfPresent(user, (u, all) -> all - calls > 1e-9 ? all - calls : null);
  }
}
