package magnus.prefetch.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import magnus.prefetch.behavior.Page;
import magnus.prefetch.plan.ThinkTime;
import magnus.prefetch.sequence.NextPredictor;
import magnus.prefetch.sequence.Ranking;
import magnus.prefetch.sequence.SessionContext;
import magnus.prefetch.sequence.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * What users will open next, learned from their visits in the order of the log: a function of it,
 * so that nodes that read the same log predict the same, and a log without a user gives a model
 * without him. The predictor of all users knows each one's own way too, but a session only once it
 * is over: what the user himself did from the same page and the predictor does not name shares what
 * it leaves to all other items, as if something else had been opened {@value #PRIOR} times more.
 */
public final class VisitModel {

  private static final double PRIOR = 3;
  private static final int MOST_NAMES = 10_000;
  private static final int MOST_USERS = 100_000;
  private static final int MOST_ITEMS = 50;
  private static final int MOST_NAMED = 64;
  private static final double CLEARLY_LIKELIER = 1.15;
  private static final double CLEARLY_MORE = 0.03;

  /** Names that one user may be the first to open. */
  private static final int MOST_NEW_NAMES = 300;

  private static final Duration SESSION_GAP = Duration.ofMinutes(30);

  private final NextPredictor shared;
  private final ZoneId zone;
  private final int k;
  private final Predicate<String> symbols;
  private final Vocabulary names = new Vocabulary(MOST_NAMES);
  private final OwnSteps own = new OwnSteps(MOST_USERS);
  private final Map<String, Stays> stays = new HashMap<>();
  private final Map<UUID, Walker> walkers =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Walker> eldest) {
          return size() > MOST_USERS;
        }
      };
  private int users;
  private long sessions;
  private long learned;

  /** How long users stayed, and who: no more of them than are needed. */
  private final class Stays {
    final ThinkTime time = new ThinkTime();
    final Set<UUID> users = new HashSet<>();

    void add(UUID user, double seconds) {
      time.stayed(seconds);
      if (users.size() < k) {
        users.add(user);
      }
    }
  }

  /** Where a user is. */
  private static final class Walker {
    final int number;
    long session;
    int[] items = {};
    String last = "";
    String lastRoute = "";
    @Nullable Instant at;
    final Map<String, String> instances = new HashMap<>();
    List<String> held = List.of();
    int newNames;

    Walker(int number) {
      this.number = number;
    }
  }

  /**
   * @param shared learns what all users do
   * @param zone of hours and weekdays
   * @param k how many users must have stayed on a page before others are planned for by it
   */
  public VisitModel(NextPredictor shared, ZoneId zone, int k) {
    this(shared, zone, k, symbol -> true);
  }

  /**
   * As above.
   *
   * @param symbols which symbols there are; pages of others are learned by nobody
   */
  public VisitModel(NextPredictor shared, ZoneId zone, int k, Predicate<String> symbols) {
    this.shared = shared;
    this.symbols = symbols;
    this.zone = zone;
    this.k = k;
  }

  /**
   * Learns a visit. Of one user the log has them nearly in the order of time: one that a browser
   * told later than the next ones is learned as a session of its own, and does not lead back.
   */
  public synchronized void learn(Seen visit) {
    Walker walker = walker(visit.user());
    Instant before = walker.at;
    if (before != null && visit.at().isBefore(before)) {
      learnLate(walker, visit);
      return;
    }
    boolean goesOn = before != null && isOneSession(before, visit.at());
    if (!goesOn) {
      walker.session = sessions++;
      walker.items = new int[0];
      walker.last = "";
    }
    visit.held().ifPresent(held -> walker.held = held);
    String item = visit.page().shared();
    int number = number(walker, visit.page());
    if (!visit.page().instance().isEmpty() && !visit.page().isOfSymbol()) {
      walker.instances.put(visit.page().route(), visit.page().instance());
    }
    if (!item.equals(walker.last)) {
      if (goesOn && before != null) {
        own.add(visit.user(), walker.last, item);
        stays
            .computeIfAbsent(walker.lastRoute, r -> new Stays())
            .add(visit.user(), Duration.between(before, visit.at()).toMillis() / 1000.0);
      }
      if (number != Vocabulary.UNKNOWN) {
        shared.learn(
            context(walker, visit.at(), visit.condition(), visit.events(), walker.items), number);
        walker.items = with(walker.items, number);
      }
    }
    walker.last = item;
    walker.lastRoute = visit.page().route();
    walker.at = visit.at();
    learned++;
  }

  private void learnLate(Walker walker, Seen visit) {
    int number = number(walker, visit.page());
    if (number != Vocabulary.UNKNOWN) {
      long own = walker.session;
      walker.session = sessions++;
      shared.learn(
          context(walker, visit.at(), visit.condition(), visit.events(), new int[0]), number);
      walker.session = own;
    }
    learned++;
  }

  /** What is no name of the portal's has no number, nor what one user alone brings too much of. */
  private int number(Walker walker, Page page) {
    String item = page.shared();
    int known = names.number(item);
    if (known != Vocabulary.UNKNOWN) {
      return known;
    }
    if (walker.newNames >= MOST_NEW_NAMES || page.isOfSymbol() && !symbols.test(page.instance())) {
      return Vocabulary.UNKNOWN;
    }
    walker.newNames++;
    return names.learn(item);
  }

  private static boolean isOneSession(Instant before, Instant now) {
    return Duration.between(before, now).compareTo(SESSION_GAP) <= 0;
  }

  private Walker walker(UUID user) {
    return walkers.computeIfAbsent(user, u -> new Walker(users++));
  }

  private SessionContext context(
      Walker walker, Instant at, int condition, int events, int[] items) {
    ZonedDateTime local = at.atZone(zone);
    DayOfWeek day = local.getDayOfWeek();
    return new SessionContext(
        walker.number,
        SessionContext.NONE,
        walker.session,
        items,
        local.getHour() * 2 + local.getMinute() / 30,
        day.getValue(),
        condition,
        events,
        walker.held.stream()
            .mapToInt(symbol -> names.number(Page.ofSymbol(symbol).shared()))
            .filter(number -> number != Vocabulary.UNKNOWN)
            .toArray());
  }

  private static int[] with(int[] items, int next) {
    int from = Math.max(0, items.length + 1 - MOST_ITEMS);
    int[] longer = Arrays.copyOfRange(items, from, items.length + 1);
    longer[longer.length - 1] = next;
    return longer;
  }

  /**
   * What a user may open next, the likeliest first, in whole percents: a finer figure would tell of
   * single steps of others. Less than a half percent is not told.
   *
   * @param page where he is now, whether or not his visit has been learned yet
   */
  public List<Likely> predict(UUID user, Page page, Instant now, int condition, int count) {
    return predict(user, page, now, condition, 0, count);
  }

  /**
   * As above, while something is on.
   *
   * @param events one bit each
   */
  public synchronized List<Likely> predict(
      UUID user, Page page, Instant now, int condition, int events, int count) {
    Walker walker = known(user);
    String here = page.shared();
    Ranking all = shared.predict(asked(walker, here, now, condition, events), MOST_NAMED);
    OwnSteps.Counts counts = own.after(user, here);
    Map<String, Double> chances = new HashMap<>();
    double unnamed = 1;
    for (int i = 0; i < all.size(); i++) {
      double chance = all.probabilities()[i];
      unnamed -= chance;
      names.findName(all.items()[i]).ifPresent(name -> chances.put(name, chance));
    }
    double each = Math.max(0, unnamed) / (PRIOR + counts.all());
    counts.next().forEach((name, n) -> chances.putIfAbsent(name, each * n));
    chances.remove(here);
    // The order too is that of what is told.
    return chances.entrySet().stream()
        .map(e -> likely(walker, e.getKey(), Math.round(100 * e.getValue()) / 100.0, counts))
        .flatMap(Optional::stream)
        .filter(likely -> likely.probability() > 0)
        .sorted(
            Comparator.comparingDouble(Likely::probability)
                .thenComparingInt(Likely::ownSeen)
                .reversed()
                .thenComparing(Likely::shared))
        .limit(count)
        .toList();
  }

  private Walker known(UUID user) {
    Walker known = walkers.get(user);
    return known == null ? new Walker(SessionContext.NOBODY) : known;
  }

  private SessionContext asked(Walker walker, String here, Instant now, int condition, int events) {
    boolean goesOn = walker.at != null && isOneSession(walker.at, now);
    int number = names.number(here);
    int[] items = goesOn ? walker.items : new int[0];
    if (number != Vocabulary.UNKNOWN && (items.length == 0 || items[items.length - 1] != number)) {
      items = with(items, number);
    }
    return context(walker, now, condition, events, items);
  }

  /**
   * Which circumstances make a page clearly likelier: what {@link #predict} says is held against
   * what would be said if nothing were known of the one.
   *
   * @return by what predictions of all users know the page by; pages of which it is so of none are
   *     missing
   */
  public synchronized Map<String, Set<Circumstance>> circumstances(
      UUID user, Page page, Instant now, int condition, int events) {
    SessionContext asked = asked(known(user), page.shared(), now, condition, events);
    Ranking all = shared.predict(asked, MOST_NAMED);
    Map<String, Set<Circumstance>> found = new HashMap<>();
    for (Circumstance each : Circumstance.values()) {
      each.without(asked)
          .map(without -> shared.predict(without, MOST_NAMED))
          .ifPresent(other -> compare(all, other, each, found));
    }
    return found;
  }

  private void compare(
      Ranking all, Ranking other, Circumstance each, Map<String, Set<Circumstance>> found) {
    for (int i = 0; i < all.size(); i++) {
      double chance = all.probabilities()[i];
      int place = other.placeOf(all.items()[i]);
      double elsewhere = place < 0 ? 0 : other.probabilities()[place];
      if (chance > CLEARLY_LIKELIER * elsewhere && chance > elsewhere + CLEARLY_MORE) {
        names
            .findName(all.items()[i])
            .ifPresent(
                name ->
                    found.computeIfAbsent(name, n -> EnumSet.noneOf(Circumstance.class)).add(each));
      }
    }
  }

  /** Nothing where the page is of a kind of which the user has none. */
  private static Optional<Likely> likely(
      Walker walker, String name, double chance, OwnSteps.Counts counts) {
    String path = name;
    int colon = name.indexOf(':');
    if (colon >= 0) {
      String instance = walker.instances.get(name);
      if (instance == null) {
        return Optional.empty();
      }
      path = name.substring(0, colon) + instance;
    }
    return Optional.of(
        new Likely(
            name,
            path,
            Math.min(1, chance),
            (int) Math.round(counts.next().getOrDefault(name, 0.0)),
            (int) Math.round(counts.all())));
  }

  /** How long people stay on pages of a route, as far as k of them tell. */
  public synchronized ThinkTime stays(String route) {
    Stays known = stays.get(route);
    return known == null || known.users.size() < k ? new ThinkTime() : known.time;
  }

  /** The name of what learns from all users. */
  public String predictor() {
    return shared.name();
  }

  /** Visits learned. */
  public synchronized long learned() {
    return learned;
  }

  /** Users, sessions, names of pages and bytes of what all users did. */
  public synchronized List<Long> size() {
    return new ArrayList<>(
        List.of((long) walkers.size(), sessions, (long) names.size(), shared.memoryBytes()));
  }
}
