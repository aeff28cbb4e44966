package magnus.prefetch.model;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What each user himself opened after what; shown to nobody else. Bounded: the users seen last, of
 * each so many pages, of each page the counts of what followed.
 */
final class OwnSteps {

  private static final int MOST_PAGES = 100;
  private static final double MOST_COUNTED = 200;

  private final int mostUsers;
  private final Map<UUID, Map<String, Counts>> users;

  /** What followed a page. */
  static final class Counts {
    private final Map<String, Double> next = new HashMap<>();
    private double all;

    private void add(String item) {
      next.merge(item, 1.0, Double::sum);
      all++;
      if (all > MOST_COUNTED) {
        // Half of the past goes: what a user does changes.
        next.replaceAll((k, n) -> n / 2);
        next.values().removeIf(n -> n < 0.5);
        all = next.values().stream().mapToDouble(Double::doubleValue).sum();
      }
    }

    double all() {
      return all;
    }

    Map<String, Double> next() {
      return next;
    }
  }

  OwnSteps(int mostUsers) {
    this.mostUsers = mostUsers;
    this.users = recentlyUsed(mostUsers);
  }

  private static <K, V> Map<K, V> recentlyUsed(int most) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
      }
    };
  }

  void add(UUID user, String from, String to) {
    users
        .computeIfAbsent(user, u -> recentlyUsed(MOST_PAGES))
        .computeIfAbsent(from, f -> new Counts())
        .add(to);
  }

  /** What the user opened after the page; without counts where he never did. */
  Counts after(UUID user, String from) {
    Map<String, Counts> pages = users.get(user);
    Counts counts = pages == null ? null : pages.get(from);
    return counts == null ? new Counts() : counts;
  }

  int mostUsers() {
    return mostUsers;
  }
}
