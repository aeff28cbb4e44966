package magnus.prefetch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Which portfolio each user's browser shows, as it told last; of the latest users, in memory. */
final class ChosenPortfolios {

  private static final int MOST_USERS = 10_000;

  private final Map<UUID, UUID> chosen =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, UUID> eldest) {
          return size() > MOST_USERS;
        }
      };

  synchronized void chose(UUID user, UUID portfolio) {
    chosen.put(user, portfolio);
  }

  synchronized void forget(UUID user) {
    chosen.remove(user);
  }

  synchronized PageNeeds.Reader reader(UUID user) {
    return new PageNeeds.Reader(user, Optional.ofNullable(chosen.get(user)));
  }
}
