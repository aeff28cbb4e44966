package magnus.prefetch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import magnus.basics.problem.FieldFault;
import magnus.basics.problem.Refusal;
import magnus.persistence.behavior.StoredAccess;
import magnus.persistence.behavior.StoredVisit;
import magnus.prefetch.behavior.Page;
import magnus.prefetch.behavior.PageRoutes;
import org.jspecify.annotations.Nullable;

/** Makes rows of drafts, and names every place at fault. */
final class DraftCheck {

  private static final Set<String> ACTIONS = Set.of("OPEN", "BACK", "RELOAD", "SEARCH");
  private static final Set<String> LOOKS = Set.of("VIEW", "SEARCH", "QUOTE", "CHAIN", "TRADE");
  private static final Duration OLDEST = Duration.ofDays(1);
  private static final Duration AHEAD = Duration.ofMinutes(5);
  private static final int MOST_ITEMS = 100;
  private static final int MOST_CALLS = 1_000;
  private static final int MOST_MILLIS = 86_400_000;

  private final UUID account;
  private final Instant now;
  private final String marketState;
  private final boolean ahead;
  private final String held;
  private final List<FieldFault> faults = new ArrayList<>();
  private int line;

  DraftCheck(UUID account, Instant now, String marketState, boolean ahead, String held) {
    this.account = account;
    this.now = now;
    this.marketState = marketState;
    this.ahead = ahead;
    this.held = held;
  }

  List<StoredVisit> visits(List<VisitDraft> drafts) {
    List<StoredVisit> visits = new ArrayList<>();
    count("visits", drafts.size());
    for (VisitDraft draft : drafts) {
      line++;
      Page page = page(draft.page());
      visits.add(
          new StoredVisit(
              0,
              account,
              at(draft.at()),
              now,
              page.route(),
              page.instance(),
              path("from", draft.from()),
              word("action", draft.action(), ACTIONS, "OPEN"),
              millis("durationMillis", draft.durationMillis()),
              millis("loadMillis", draft.loadMillis()),
              draft.warm(),
              ahead,
              marketState,
              id(draft.portfolio()),
              site(draft.referrer()),
              held,
              calls(draft.sourceCalls()),
              0));
    }
    refuse("visits");
    return visits;
  }

  List<StoredAccess> accesses(List<AccessDraft> drafts) {
    List<StoredAccess> accesses = new ArrayList<>();
    count("accesses", drafts.size());
    for (AccessDraft draft : drafts) {
      line++;
      String symbol = draft.symbol() == null ? "" : draft.symbol();
      if (!PageRoutes.isSymbol(symbol)) {
        fault("symbol", draft.symbol(), "a symbol such as AAPL");
      }
      accesses.add(
          new StoredAccess(
              0,
              account,
              at(draft.at()),
              now,
              symbol,
              word("action", draft.action(), LOOKS, "VIEW"),
              path("page", draft.page()),
              marketState,
              id(draft.portfolio())));
    }
    refuse("accesses");
    return accesses;
  }

  private void count(String name, int size) {
    if (size < 1 || size > MOST_ITEMS) {
      throw Refusal.malformed(name, size, "1 to " + MOST_ITEMS + " of them");
    }
  }

  private Page page(@Nullable String path) {
    return PageRoutes.find(path == null ? "" : path)
        .orElseGet(
            () -> {
              fault("page", path, "the path of a page of the portal, such as /market/AAPL");
              return new Page("/", "");
            });
  }

  private String path(String field, @Nullable String path) {
    if (path == null || path.isEmpty()) {
      return "";
    }
    if (PageRoutes.find(path).isEmpty()) {
      fault(field, path, "the path of a page of the portal, or nothing");
    }
    return path;
  }

  private Instant at(@Nullable Instant at) {
    if (at == null) {
      return now;
    }
    if (at.isAfter(now.plus(AHEAD)) || at.isBefore(now.minus(OLDEST))) {
      fault("at", at, "a time of the last day");
    }
    return at;
  }

  private String word(String field, @Nullable String word, Set<String> known, String fallback) {
    if (word != null && !known.contains(word)) {
      fault(field, word, "one of " + known.stream().sorted().toList());
    }
    return word == null ? fallback : word;
  }

  private @Nullable Integer millis(String field, @Nullable Integer millis) {
    if (millis != null && (millis < 0 || millis > MOST_MILLIS)) {
      fault(field, millis, "milliseconds of a day at most");
    }
    return millis;
  }

  private @Nullable Integer calls(@Nullable Integer calls) {
    if (calls != null && (calls < 0 || calls > MOST_CALLS)) {
      fault("sourceCalls", calls, "0 to " + MOST_CALLS);
    }
    return calls;
  }

  private String id(@Nullable String id) {
    if (id == null || id.isEmpty()) {
      return "";
    }
    if (PageRoutes.find("/portfolios/" + id).isEmpty()) {
      fault("portfolio", id, "the id of a portfolio, or nothing");
    }
    return id;
  }

  private String site(@Nullable String referrer) {
    if (referrer == null || referrer.isEmpty()) {
      return "";
    }
    if (!referrer.matches("[A-Za-z0-9.:\\-/\\[\\]]{1,200}")) {
      fault("referrer", referrer, "a site without its path, or nothing");
    }
    return referrer;
  }

  private void fault(String field, @Nullable Object value, String expected) {
    String text = String.valueOf(value);
    faults.add(
        new FieldFault(line, field, text.substring(0, Math.min(100, text.length())), expected));
  }

  private void refuse(String what) {
    if (!faults.isEmpty()) {
      throw Refusal.of(
              Refusal.Kind.UNACCEPTABLE,
              "not-recordable",
              "Some " + what + " cannot be recorded; none was. The errors name them by number.")
          .withFaults(faults);
    }
  }
}
