package magnus.prefetch.behavior;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * What waits to be written, in the order of its coming: so much of one user at most, and so much in
 * all. Whoever puts something there never waits.
 */
public final class IngestBuffer<T> {

  private final int mostOfOne;
  private final int most;
  private final Function<T, UUID> owner;
  private final ArrayDeque<T> waiting = new ArrayDeque<>();
  private final Map<UUID, Integer> ofOne = new HashMap<>();

  /**
   * @param mostOfOne items of one user
   * @param most items of all users
   * @param owner whose an item is
   */
  public IngestBuffer(int mostOfOne, int most, Function<T, UUID> owner) {
    this.mostOfOne = mostOfOne;
    this.most = most;
    this.owner = owner;
  }

  /** Takes all of a user's items, or none where there is no room for them. */
  public synchronized boolean offer(UUID user, List<T> items) {
    int his = ofOne.getOrDefault(user, 0);
    if (waiting.size() + items.size() > most || his + items.size() > mostOfOne) {
      return false;
    }
    waiting.addAll(items);
    if (!items.isEmpty()) {
      ofOne.put(user, his + items.size());
    }
    return true;
  }

  /** The oldest, at most so many; they wait no more. */
  public synchronized List<T> take(int count) {
    List<T> taken = new ArrayList<>();
    for (T item = waiting.poll(); item != null; item = waiting.poll()) {
      taken.add(item);
      ofOne.computeIfPresent(owner.apply(item), (user, n) -> n > 1 ? n - 1 : null);
      if (taken.size() == count) {
        break;
      }
    }
    return taken;
  }

  /** Puts back what could not be written, before all others. */
  public synchronized void back(List<T> items) {
    for (int i = items.size() - 1; i >= 0; i--) {
      waiting.addFirst(items.get(i));
      ofOne.merge(owner.apply(items.get(i)), 1, Integer::sum);
    }
  }

  /** Lets go what waits of a user; tells how much that was. */
  public synchronized int drop(UUID user) {
    int before = waiting.size();
    waiting.removeIf(item -> owner.apply(item).equals(user));
    ofOne.remove(user);
    return before - waiting.size();
  }

  public synchronized int size() {
    return waiting.size();
  }
}
