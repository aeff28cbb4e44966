package magnus.cache;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import magnus.basics.time.WallClock;
import magnus.cache.desk.FrozenLifespans;
import magnus.cache.desk.ShelfHistory;
import magnus.cache.desk.Survey;
import magnus.cache.shelf.CachedShelf;
import magnus.persistence.cache.FreezeRepository;
import magnus.persistence.cache.StoredFreeze;
import org.jspecify.annotations.Nullable;

/**
 * Looks at all shelves every ten seconds, and learns within two which lifespans an administrator
 * has fixed, on whichever node.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CacheWatch {

  /** Seconds between two looks. */
  static final int EVERY = 10;

  private static final int SAMPLES = 3_600 / EVERY + 1;
  private static final int SAMPLED_ENTRIES = 500;

  @Inject private Shelves shelves;
  @Inject private FreezeRepository freezes;
  @Inject private WallClock wall;
  @Resource private ManagedScheduledExecutorService timer;

  private final Map<String, ShelfHistory> histories = new ConcurrentHashMap<>();
  private final Map<String, Survey> surveys = new ConcurrentHashMap<>();
  private @Nullable ScheduledFuture<?> looking;
  private @Nullable ScheduledFuture<?> learning;

  @PostConstruct
  void start() {
    looking = timer.scheduleAtFixedRate(this::look, 0, EVERY, TimeUnit.SECONDS);
    learning = timer.scheduleWithFixedDelay(this::learnFreezes, 0, 2, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    if (looking != null) {
      looking.cancel(false);
    }
    if (learning != null) {
      learning.cancel(false);
    }
  }

  private void look() {
    try {
      Instant now = wall.instant();
      for (CachedShelf<?, ?> shelf : shelves.interior().open().values()) {
        histories
            .computeIfAbsent(shelf.name(), name -> new ShelfHistory(SAMPLES))
            .sample(now, shelf.figures().counts(), shelf.size());
        survey(shelf);
      }
    } catch (RuntimeException e) {
      // A thrown exception would end the schedule.
      CacheLog.LOG.notLookedAt(e.toString());
    }
  }

  private void learnFreezes() {
    try {
      learn();
    } catch (RuntimeException e) {
      // The same; what was fixed before stays so.
      CacheLog.LOG.freezesNotRead(e.toString());
    }
  }

  /** Reads now which lifespans are fixed. */
  public void learn() {
    List<StoredFreeze> all = freezes.all();
    shelves
        .interior()
        .frozen()
        .set(
            all.stream()
                .collect(
                    Collectors.toMap(
                        StoredFreeze::shelf,
                        f ->
                            new FrozenLifespans.Freeze(
                                Duration.ofMillis(f.millis()), f.frozenBy(), f.frozenAt()))));
  }

  /** Looks at a shelf's entries now. */
  public Survey survey(CachedShelf<?, ?> shelf) {
    Survey survey = Survey.of(shelf, SAMPLED_ENTRIES);
    surveys.put(shelf.name(), survey);
    return survey;
  }

  /** What the last look at a shelf's entries found; looks where there was none. */
  public Survey lastSurvey(CachedShelf<?, ?> shelf) {
    return Optional.ofNullable(surveys.get(shelf.name())).orElseGet(() -> survey(shelf));
  }

  /** The shelf's last hour, oldest first. */
  public List<ShelfHistory.Stretch> history(String shelf) {
    ShelfHistory history = histories.get(shelf);
    return history == null ? List.of() : history.stretches();
  }
}
