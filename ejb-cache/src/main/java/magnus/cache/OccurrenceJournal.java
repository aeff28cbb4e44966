package magnus.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import magnus.basics.json.Json;
import magnus.basics.time.Rounds;
import magnus.basics.time.WallClock;
import magnus.cache.desk.ReachWords;
import magnus.cache.event.EventDesk;
import magnus.persistence.cache.OccurrenceRepository;
import magnus.persistence.cache.StoredOccurrence;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Keeps what happened and what it reached. Whoever tells does not wait for the database: what was
 * told is written within a second, and let go where the database takes nothing for long.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OccurrenceJournal {

  private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);
  private static final Duration FIRST_PRUNING = Duration.ofMinutes(11);
  private static final Duration BETWEEN_PRUNINGS = Duration.ofHours(1);
  private static final int MOST_WAITING = 5_000;
  private static final int MOST_TOUCHED = 2_000;
  private static final TypeReference<List<OccurrenceReport.ShelfReach>> REACH =
      new TypeReference<>() {};
  private static final TypeReference<Map<String, Double>> FIGURES = new TypeReference<>() {};

  @Inject private OccurrenceRepository rows;
  @Inject private WallClock wall;
  @Resource private ManagedThreadFactory factory;

  private final ConcurrentLinkedQueue<StoredOccurrence> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private final AtomicLong count = new AtomicLong();
  private Rounds rounds;

  @PostConstruct
  void start() {
    rounds = new Rounds(factory);
    rounds.every(BETWEEN_WRITES, this::write, CacheLog.LOG::occurrencesNotWritten);
    rounds.every(
        FIRST_PRUNING,
        () -> BETWEEN_PRUNINGS,
        this::prune,
        e -> CacheLog.LOG.occurrencesNotPruned(e.toString()));
  }

  @PreDestroy
  void stop() {
    rounds.stop();
  }

  /**
   * Something happened; does not wait.
   *
   * @return what it was and what it reached
   */
  public OccurrenceReport told(EventDesk.Reach reach, String node) {
    count.incrementAndGet();
    Occurrence o = reach.occurrence();
    OccurrenceReport report =
        new OccurrenceReport(
            o.kind(),
            List.of(ReachWords.touched(o.touched(), MOST_TOUCHED).split("\n")),
            o.at(),
            wall.instant().truncatedTo(ChronoUnit.MILLIS),
            o.raisedBy(),
            node,
            o.figures(),
            reach.touched().size(),
            (int) reach.dropped(),
            reach.took().toNanos() / 1e6,
            ReachWords.byShelf(reach));
    if (size.incrementAndGet() > MOST_WAITING) {
      size.decrementAndGet();
    } else {
      waiting.add(stored(ReachWords.fingerprint(o), report));
    }
    return report;
  }

  /** Occurrences that this node has told since its start. */
  public long count() {
    return count.get();
  }

  private static StoredOccurrence stored(String fingerprint, OccurrenceReport told) {
    return new StoredOccurrence(
        0,
        fingerprint,
        told.kind().name(),
        String.join("\n", told.touched()),
        told.at(),
        told.toldAt(),
        ReachWords.cut(told.raisedBy(), 300),
        ReachWords.cut(told.node(), 100),
        json(told.figures()),
        told.entriesTouched(),
        told.entriesDropped(),
        told.millis(),
        json(told.reach()));
  }

  /** Writes what waits. */
  public synchronized void write() {
    StoredOccurrence next = waiting.peek();
    while (next != null) {
      try {
        rows.keep(next);
      } catch (RuntimeException e) {
        // Another node tells of the same at this moment, or the database is away.
        CacheLog.LOG.occurrenceNotKept(next.kind(), next.marketAt(), e.toString());
      }
      waiting.poll();
      size.decrementAndGet();
      next = waiting.peek();
    }
  }

  private void prune() {
    Duration kept =
        CacheSettings.EVENTS_KEPT.from(
            key -> ConfigProvider.getConfig().getOptionalValue(key, String.class));
    rows.prune(wall.instant().minus(kept));
  }

  /**
   * What happened, newest first.
   *
   * @param before a page's {@code next}; {@link Long#MAX_VALUE} for the newest
   */
  public OccurrenceReport.Page before(long before, int limit) {
    List<StoredOccurrence> found = rows.before(before, limit);
    return new OccurrenceReport.Page(
        found.stream().map(OccurrenceJournal::report).toList(),
        found.size() < limit ? 0 : found.get(found.size() - 1).id());
  }

  private static OccurrenceReport report(StoredOccurrence o) {
    return new OccurrenceReport(
        Occurrence.Kind.valueOf(o.kind()),
        List.of(o.touched().split("\n")),
        o.marketAt(),
        o.toldAt(),
        o.raisedBy(),
        o.node(),
        read(o.figures(), FIGURES),
        o.touchedCount(),
        o.droppedCount(),
        o.tookMillis(),
        read(o.reach(), REACH));
  }

  private static String json(Object any) {
    try {
      return Json.mapper().writeValueAsString(any);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot write " + any, e);
    }
  }

  private static <T> T read(String text, TypeReference<T> type) {
    try {
      return Json.mapper().readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot read '" + text + "'", e);
    }
  }
}
