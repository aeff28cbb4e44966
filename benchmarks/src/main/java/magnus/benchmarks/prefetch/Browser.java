package magnus.benchmarks.prefetch;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import magnus.benchmarks.cache.Page;
import magnus.benchmarks.cache.PageAsks;

/**
 * What a user's browser holds. As the portal's query client does it: an answer not older than five
 * minutes is shown at once, and renewed behind what is shown where it is older than 15 s.
 */
final class Browser {

  private static final int KEPT = 5 * 60_000;
  private static final int STALE = 15_000;

  private final Map<PageAsks.Ask, Held> held = new HashMap<>();
  private final Map<Page, Integer> code = new EnumMap<>(Page.class);

  /** An answer, the millisecond at which it comes or came, and whether nobody has seen it yet. */
  private record Held(int at, boolean ahead) {}

  /** A new window. */
  void opened() {
    held.clear();
    code.clear();
  }

  /** How long somebody waits for an answer; empty where it has not even been asked for. */
  OptionalInt waits(PageAsks.Ask ask, int now) {
    Held one = held.get(ask);
    return one == null || now - one.at > KEPT
        ? OptionalInt.empty()
        : OptionalInt.of(Math.max(0, one.at - now));
  }

  boolean isStale(PageAsks.Ask ask, int now) {
    Held one = held.get(ask);
    return one == null || now - one.at > STALE;
  }

  /** Whether the answer was fetched ahead and has not been shown since. */
  boolean isAhead(PageAsks.Ask ask) {
    Held one = held.get(ask);
    return one != null && one.ahead;
  }

  void shown(PageAsks.Ask ask, int at) {
    held.put(ask, new Held(at, false));
  }

  /** Shown as it was held. */
  void seen(PageAsks.Ask ask) {
    held.computeIfPresent(ask, (a, one) -> new Held(one.at, false));
  }

  void fetched(PageAsks.Ask ask, int at) {
    held.put(ask, new Held(at, true));
  }

  /** How long somebody waits for a page's code; empty where it has not been asked for. */
  OptionalInt waitsForCode(Page page, int now) {
    Integer at = code.get(page);
    return at == null ? OptionalInt.empty() : OptionalInt.of(Math.max(0, at - now));
  }

  void code(Page page, int at) {
    code.merge(page, at, Math::min);
  }
}
