package magnus.prefetch;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import magnus.basics.problem.Refusal;
import magnus.basics.time.MarketClock;
import magnus.basics.time.TradingCalendar;
import magnus.basics.time.WallClock;
import magnus.cache.Shelves;
import magnus.identity.AuditLog;
import magnus.identity.Caller;
import magnus.identity.RequestOrigin;
import magnus.persistence.behavior.BehaviorRepository;
import magnus.persistence.behavior.EffectRepository;
import magnus.persistence.behavior.StoredAccess;
import magnus.persistence.behavior.StoredConsent;
import magnus.persistence.behavior.StoredVisit;
import magnus.persistence.statement.DemandRepository;
import magnus.prefetch.behavior.Habit;
import magnus.prefetch.behavior.HabitFinder;
import magnus.prefetch.behavior.HabitWords;
import magnus.prefetch.behavior.MarketState;
import magnus.prefetch.effect.Split;
import magnus.prefetch.plan.Budget;
import org.jspecify.annotations.Nullable;

/**
 * What a user did in the portal, if he agreed that it is recorded; he alone sees it. Nothing is
 * taken before he agreed, and what still waits when he withdraws is let go.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Behavior {

  private static final int VERSION = 1;
  private static final int MOST_MOMENTS = 5_000;
  private static final int EXPORTED_AT_ONCE = 500;
  private static final int DELETIONS_PER_MINUTE = 3;
  private static final ZoneId NEW_YORK = TradingCalendar.ZONE;

  @Inject private BehaviorRepository rows;
  @Inject private EffectRepository loads;
  @Inject private DemandRepository demand;
  @Inject private BehaviorLog log;
  @Inject private WallClock wall;
  @Inject private MarketClock market;
  @Inject private Shelves shelves;
  @Inject private AuditLog audit;

  private final Allowances deletions = new Allowances();
  private final AheadCalls aheadCalls = new AheadCalls();
  private @Nullable EffectDesk desk;
  private final List<Forgetting> forgetting = new CopyOnWriteArrayList<>();
  private final AtomicReference<@Nullable HeldSymbols> holdings = new AtomicReference<>();

  /** Names one who has learned from visits. */
  public void register(Forgetting learner) {
    forgetting.add(learner);
  }

  /** Names one who knows what users hold. */
  public void registerHoldings(HeldSymbols known) {
    holdings.set(known);
  }

  /** What the caller said about being recorded. */
  public ConsentReport consent(Caller caller) {
    Optional<StoredConsent> said = rows.consent(caller.id());
    long[] counts = rows.counts(caller.id());
    return new ConsentReport(
        said.map(StoredConsent::agreed).orElse(false),
        said.isPresent(),
        said.map(StoredConsent::changedAt),
        VERSION,
        PrefetchSettings.RETENTION.from(BehaviorLog::setting).toDays(),
        counts[0],
        counts[1],
        counts[2]);
  }

  /**
   * The caller says whether he agrees. What is stored stays until he deletes it; once he withdrew,
   * it is used no more, even if he agrees again.
   */
  public ConsentReport say(Caller caller, boolean agreed, RequestOrigin origin) {
    boolean taught = keep(StoredConsent.said(caller.id(), agreed, wall.instant()));
    if (!agreed) {
      log.drop(caller.id());
      forgetting.forEach(learner -> learner.forgotten(caller.id(), taught));
    }
    audit.done(
        caller.name(), agreed ? "behavior-agreed" : "behavior-withdrawn", "own visits", origin);
    return consent(caller);
  }

  /** Two windows may give the first answer at the same moment; one of them then finds it there. */
  private boolean keep(StoredConsent said) {
    try {
      return rows.say(said);
    } catch (EJBException e) {
      return rows.say(said);
    }
  }

  /**
   * Takes visits, to be written within a second.
   *
   * @throws Refusal for what cannot be recorded, of which none is; 429 where it is too much
   */
  public IngestReport visited(Caller caller, List<VisitDraft> drafts) {
    List<StoredVisit> visits = check(caller).visits(drafts);
    Optional<StoredConsent> consent = agreed(caller);
    if (consent.isEmpty()) {
      return IngestReport.notAgreed(drafts.size());
    }
    List<StoredVisit> covered =
        new ArrayList<>(
            visits.stream()
                .filter(v -> consent.get().covers(v.visitedAt(), v.writtenAt()))
                .toList());
    double calls = aheadCalls.waiting(caller.id());
    int timed = firstTimed(covered);
    if (timed >= 0) {
      covered.set(timed, covered.get(timed).withAheadCalls(calls));
    }
    log.accept(caller.id(), covered, List.of());
    if (timed >= 0) {
      aheadCalls.recorded(caller.id(), calls);
    }
    return IngestReport.of(covered.size(), drafts.size());
  }

  /** What load times are compared by; -1 where none was timed. */
  private static int firstTimed(List<StoredVisit> visits) {
    for (int i = 0; i < visits.size(); i++) {
      if (visits.get(i).load().isPresent()) {
        return i;
      }
    }
    return -1;
  }

  /** Calls of sources were begun ahead for that user: his next visit is recorded with them. */
  public void calledAhead(UUID user, double calls) {
    aheadCalls.made(user, calls);
  }

  /**
   * Takes looks at symbols, likewise.
   *
   * @throws Refusal as {@link #visited}
   */
  public IngestReport looked(Caller caller, List<AccessDraft> drafts) {
    List<StoredAccess> accesses = check(caller).accesses(drafts);
    Optional<StoredConsent> consent = agreed(caller);
    if (consent.isEmpty()) {
      return IngestReport.notAgreed(drafts.size());
    }
    List<StoredAccess> covered =
        accesses.stream().filter(a -> consent.get().covers(a.accessedAt(), a.writtenAt())).toList();
    log.accept(caller.id(), List.of(), covered);
    return IngestReport.of(covered.size(), drafts.size());
  }

  private DraftCheck check(Caller caller) {
    HeldSymbols known = holdings.get();
    return new DraftCheck(
        caller.id(),
        wall.instant(),
        marketState().text(),
        split().isAhead(caller.id()),
        HeldText.of(known == null ? Optional.empty() : known.of(caller.id())));
  }

  /** How the market stands now, by its own clock. */
  public MarketState marketState() {
    Instant now = market.instant();
    return MarketState.at(now, shelves.vix(now));
  }

  /** Who has pages loaded ahead. */
  static Split split() {
    return new Split(
        PrefetchSettings.SHARE.from(BehaviorLog::setting),
        PrefetchSettings.COMPARISON.from(BehaviorLog::setting));
  }

  /** Whether the caller agrees to be recorded, and so to be predicted for by his own way. */
  public boolean agrees(Caller caller) {
    return agreed(caller).isPresent();
  }

  private Optional<StoredConsent> agreed(Caller caller) {
    return rows.consent(caller.id()).filter(StoredConsent::agreed);
  }

  /**
   * What is stored of the caller, the newest first.
   *
   * @param before a page's {@code next}; null for the newest
   */
  public BehaviorPage log(Caller caller, @Nullable String before, int limit) {
    return new BehaviorReader(rows, caller.id()).page(BehaviorCursor.parse(before), limit);
  }

  /** Gives all that is stored of the caller, the newest first, in parts. */
  public void export(Caller caller, Consumer<BehaviorEntry> each) {
    BehaviorReader reader = new BehaviorReader(rows, caller.id());
    Optional<String> next = Optional.of("");
    while (next.isPresent()) {
      BehaviorPage page = reader.page(BehaviorCursor.parse(next.get()), EXPORTED_AT_ONCE);
      page.items().forEach(each);
      next = page.next();
    }
    demand.of(caller.id()).stream().map(DemandWords::entry).forEach(each);
  }

  /**
   * Deletes all that is stored of the caller; whatever has learned from it unlearns it. What he
   * does within an hour after it is taught to nobody, so that there is nothing to unlearn if he
   * deletes again.
   *
   * @throws Refusal 429 where he does so again and again: models begin anew on all nodes
   */
  public int forget(Caller caller, RequestOrigin origin) {
    Instant now = wall.instant();
    Budget deletions = deletions(caller, now);
    if (!deletions.take(1, now)) {
      throw Refusal.tooMany(
          "too-many-deletions",
          "You have had all deleted several times within a minute; it is done, or wait a little.",
          (long) Math.ceil((1 - deletions.left(now)) * 60 / DELETIONS_PER_MINUTE));
    }
    log.drop(caller.id());
    BehaviorRepository.Forgotten gone = rows.forget(caller.id(), now);
    forgetting.forEach(learner -> learner.forgotten(caller.id(), gone.anew()));
    audit.done(caller.name(), "behavior-deleted", gone.rows() + " entries", origin);
    return gone.rows();
  }

  private Budget deletions(Caller caller, Instant now) {
    return deletions.of(caller.id(), DELETIONS_PER_MINUTE, now);
  }

  /** What came in and was written, on this node. */
  public BehaviorLog.Counts counts() {
    return log.counts();
  }

  /**
   * Perceived load times with and without pages loaded ahead, of all nodes; a minute old at most.
   */
  public Optional<EffectReport> effect() {
    EffectDesk known;
    synchronized (this) {
      known = desk == null ? new EffectDesk(loads, Behavior::split) : desk;
      desk = known;
    }
    return known.report(wall.instant());
  }

  /** What the caller repeats, the surest first. */
  public List<PatternReport> patterns(Caller caller) {
    Instant since = rows.consent(caller.id()).map(StoredConsent::voidUntil).orElse(Instant.MAX);
    return new HabitFinder(NEW_YORK)
            .find(
                new BehaviorReader(rows, caller.id()).moments(MOST_MOMENTS), since, wall.instant())
            .stream()
            .map(Behavior::report)
            .toList();
  }

  private static PatternReport report(Habit habit) {
    return new PatternReport(
        HabitWords.of(habit),
        habit.before().isPresent() ? PatternReport.Kind.FOLLOWS : PatternReport.Kind.WEEKLY,
        habit.path(),
        habit.symbol() ? Optional.of(habit.subject()) : Optional.empty(),
        habit.before(),
        habit
            .day()
            .map(
                day ->
                    new PatternReport.When(
                        day.name(),
                        habit.from().orElseThrow().toString(),
                        habit.from().orElseThrow().plusMinutes(30).toString())),
        habit.seen(),
        habit.of(),
        habit.share());
  }
}
