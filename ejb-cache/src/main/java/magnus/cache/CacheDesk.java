package magnus.cache;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import magnus.basics.time.WallClock;
import magnus.cache.desk.FrozenLifespans;
import magnus.cache.desk.ShelfHistory;
import magnus.cache.desk.Survey;
import magnus.cache.event.Departures;
import magnus.cache.event.EntryIndex;
import magnus.cache.freshness.LifespanPolicies;
import magnus.cache.freshness.LifespanQuestion;
import magnus.cache.shelf.CachedShelf;

/**
 * What administrators see of the shelves; {@link CacheControl} is what they do to them. Counts are
 * of this node since its start, entries of all nodes.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CacheDesk {

  private static final int MOST_LISTED = 2_000;

  @Inject private Shelves shelves;
  @Inject private CacheWatch watch;
  @Inject private OccurrenceJournal journal;
  @Inject private WallClock wall;

  /** The node that answers. */
  public String node() {
    return shelves.interior().node();
  }

  /** All shelves at this moment. */
  public CacheSnapshot snapshot() {
    return new CacheSnapshot(
        wall.instant(), node(), shelves.interior().members().get(), journal.count(), shelves());
  }

  /** All shelves by name; what lies there as it was found at most ten seconds ago. */
  public List<ShelfReport> shelves() {
    Interior inside = shelves.interior();
    return inside.open().values().stream()
        .map(shelf -> report(inside, shelf, watch.lastSurvey(shelf)))
        .toList();
  }

  /**
   * One shelf, looked at now.
   *
   * @throws magnus.basics.problem.Refusal UNKNOWN where there is none of that name
   */
  public ShelfReport shelf(String name) {
    Interior inside = shelves.interior();
    CachedShelf<?, ?> shelf = inside.shelf(name);
    return report(inside, shelf, watch.survey(shelf));
  }

  /** The counts of one shelf, for metrics. */
  public ShelfCounts counts(String name) {
    return ShelfCounts.of(shelves.interior().shelf(name).figures().counts());
  }

  /** How many entries lie on a shelf. */
  public int entries(String name) {
    return shelves.interior().shelf(name).size();
  }

  /** Tells the name of every shelf that is open, and of each that is opened later. */
  public void whenOpened(Consumer<String> listener) {
    Interior inside = shelves.interior();
    inside.openings().add(listener);
    inside.open().keySet().forEach(listener);
  }

  private static ShelfReport report(Interior inside, CachedShelf<?, ?> shelf, Survey survey) {
    Optional<ShelfReport.Frozen> frozen =
        inside
            .frozen()
            .find(shelf.name())
            .map(f -> new ShelfReport.Frozen(LifespanReport.seconds(f.lifespan()), f.by(), f.at()));
    return new ShelfReport(
        shelf.name(),
        shelf.plan().type(),
        shelf.size(),
        shelf.plan().room().entries(),
        survey.bytes(),
        shelf.plan().room().bytes(),
        ShelfCounts.of(shelf.figures().counts()),
        new ShelfReport.Lifespans(
            frozen.isPresent() ? FrozenLifespans.NAME : inside.policies().get().name(),
            LifespanReport.seconds(shelf.plan().type().base()),
            survey.sampled(),
            LifespanReport.seconds(survey.least()),
            LifespanReport.seconds(survey.median()),
            LifespanReport.seconds(survey.most())),
        frozen);
  }

  /**
   * Entries of a shelf, the most used first.
   *
   * @param containing what their keys contain; empty for all
   */
  public List<EntryLine> entries(String name, String containing, int limit) {
    Interior inside = shelves.interior();
    CachedShelf<?, ?> shelf = inside.shelf(name);
    Instant now = inside.market().instant();
    return shelf.keys().stream()
        .filter(key -> key.contains(containing))
        .limit(MOST_LISTED)
        .flatMap(key -> line(shelf, key, now))
        .sorted(
            Comparator.comparingInt(EntryLine::accesses).reversed().thenComparing(EntryLine::key))
        .limit(limit)
        .toList();
  }

  private static Stream<EntryLine> line(CachedShelf<?, ?> shelf, String key, Instant now) {
    return shelf.find(key).stream()
        .map(entry -> EntryReport.of(shelf.name(), key, entry, now))
        .map(
            e ->
                new EntryLine(
                    e.key(),
                    e.ageSeconds(),
                    e.lifespan().seconds(),
                    e.fresh(),
                    e.accesses(),
                    e.bytes(),
                    e.loadedFor()));
  }

  /** The last hour of a shelf on this node. */
  public HistoryReport history(String name) {
    shelves.interior().shelf(name);
    return new HistoryReport(
        name,
        (int) CacheWatch.BETWEEN_LOOKS.toSeconds(),
        watch.history(name).stream().map(CacheDesk::point).toList());
  }

  private static HistoryReport.Point point(ShelfHistory.Stretch s) {
    return new HistoryReport.Point(
        s.at(),
        s.served(),
        s.misses(),
        s.loads(),
        s.loadMillis(),
        s.calls() == 0 ? Optional.empty() : Optional.of((double) s.served() / s.calls()),
        s.entries());
  }

  /** Why an entry is there, or why it is not. */
  public WhyReport why(String name, String key) {
    Interior inside = shelves.interior();
    CachedShelf<?, ?> shelf = inside.shelf(name);
    Instant now = inside.market().instant();
    Optional<EntryReport> entry = shelf.find(key).map(e -> EntryReport.of(name, key, e, now));
    List<WhyReport.Departure> departures =
        inside.departures().find(new EntryIndex.Place(name, key)).stream()
            .map(CacheDesk::departure)
            .toList();
    return new WhyReport(name, key, answer(entry, departures), entry, departures);
  }

  private static WhyReport.Departure departure(Departures.Departed departed) {
    return new WhyReport.Departure(
        departed.at(), departed.why(), Optional.ofNullable(departed.madeAt()));
  }

  private static String answer(Optional<EntryReport> entry, List<WhyReport.Departure> departures) {
    if (entry.isPresent()) {
      EntryReport e = entry.get();
      return "It is there: loaded on "
          + e.loadedBy()
          + " for a "
          + e.loadedFor()
          + " as of "
          + e.asOf()
          + ", "
          + (e.fresh() ? "fresh until " : "past its lifespan since ")
          + e.freshUntil()
          + ".";
    }
    return departures.stream()
        .findFirst()
        .map(d -> "It is not there: gone at " + d.at() + ". " + d.why())
        .orElse(
            "It is not there, and this node remembers nothing of it: it was never loaded, or another"
                + " node dropped it.");
  }

  /** What each policy would choose if the key were loaded now. */
  public ExplainReport explain(String name, String key) {
    Interior inside = shelves.interior();
    CachedShelf<?, ?> shelf = inside.shelf(name);
    Optional<LifespanQuestion> known = shelf.question(key);
    LifespanQuestion question =
        known.orElseGet(
            () ->
                new LifespanQuestion(
                    name,
                    shelf.plan().type(),
                    Set.of(Ingredient.WHOLE_MARKET),
                    inside.market().instant(),
                    0,
                    Duration.ZERO));
    boolean frozen = inside.frozen().find(name).isPresent();
    String inForce = inside.policies().get().name();
    Stream<LifespanReport> fixed =
        frozen
            ? Stream.of(LifespanReport.of(inside.frozen().get().choose(question), true))
            : Stream.empty();
    Stream<LifespanReport> chosen =
        inside.policies().all().stream()
            .map(p -> LifespanReport.of(p.choose(question), !frozen && p.name().equals(inForce)));
    return new ExplainReport(
        name,
        key,
        known.isPresent(),
        question.asOf(),
        question.accessesPerSecond(),
        question.madeFrom().stream().map(Objects::toString).sorted().toList(),
        Stream.concat(fixed, chosen).toList());
  }

  /** What policies cost and are wrong by, as last measured, and what is in force here. */
  public FrontierReport frontier() {
    LifespanPolicies policies = shelves.interior().policies();
    Map<String, Double> byType = new TreeMap<>();
    for (DataType type : DataType.values()) {
      if (type.movesWithPrices()) {
        byType.put(type.name(), policies.epsilon(type));
      }
    }
    return new FrontierReport(
        Frontier.shipped(), policies.get().name(), policies.epsilonOfAll(), byType);
  }

  /**
   * What happened on all nodes, newest first.
   *
   * @param before a page's {@code next}; {@link Long#MAX_VALUE} for the newest
   */
  public OccurrenceReport.Page events(long before, int limit) {
    return journal.before(before, limit);
  }
}
