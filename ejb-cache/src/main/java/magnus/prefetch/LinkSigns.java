package magnus.prefetch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import magnus.prefetch.plan.Signs;
import magnus.prefetch.plan.Signs.Sign;
import magnus.prefetch.plan.ThinkTime;

/** Which links users gave a sign of opening, until it is seen what they opened. */
final class LinkSigns {

  private static final int MOST_USERS = 10_000;
  private static final int MOST_OF_ONE = 20;

  private Signs signs = new Signs();
  private ThinkTime untilOpened = ThinkTime.afterSign();
  private final Map<UUID, List<Given>> given =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, List<Given>> eldest) {
          return size() > MOST_USERS;
        }
      };

  private record Given(String from, String link, Sign sign, double before, Instant at) {}

  /**
   * The chance that a link is opened that shows this sign; what becomes of it will be learned.
   *
   * @param before what its page was predicted with from {@code from}
   */
  synchronized double given(
      UUID user, String from, String link, Sign sign, double before, Instant at) {
    List<Given> his = given.computeIfAbsent(user, u -> new ArrayList<>());
    boolean known = his.stream().anyMatch(g -> g.link.equals(link) && g.sign == sign);
    if (!known && his.size() < MOST_OF_ONE) {
      his.add(new Given(from, link, sign, before, at));
    }
    return signs.opened(sign, before);
  }

  /**
   * The user has opened a page.
   *
   * @param at when it stood, a little after he asked for it
   */
  synchronized void opened(UUID user, String page, Instant at) {
    List<Given> his = given.remove(user);
    if (his == null) {
      return;
    }
    for (Given one : his) {
      if (!one.from.equals(page)) {
        boolean was = one.link.equals(page);
        signs.settled(one.sign, one.before, was);
        if (was) {
          untilOpened.stayed(Duration.between(one.at, at).toMillis() / 1_000.0);
        }
      }
    }
  }

  /** The same chance for one of whom nothing is learned. */
  synchronized double chance(Sign sign, double before) {
    return signs.opened(sign, before);
  }

  /** Lets go what waits of a user. */
  synchronized void forget(UUID user) {
    given.remove(user);
  }

  /** Begins anew: nothing of what was learned is used any more. */
  synchronized void reset() {
    signs = new Signs();
    untilOpened = ThinkTime.afterSign();
    given.clear();
  }

  /** How long it takes from a sign until the link is opened. */
  synchronized ThinkTime untilOpened() {
    return untilOpened;
  }
}
