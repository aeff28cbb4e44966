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
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import magnus.basics.time.Rounds;
import magnus.basics.time.WallClock;
import magnus.cache.desk.FrozenLifespans;
import magnus.cache.desk.ShelfHistory;
import magnus.cache.desk.Survey;
import magnus.cache.shelf.CachedShelf;
import magnus.persistence.cache.FreezeRepository;
import magnus.persistence.cache.StoredFreeze;

/**
 * Looks at all shelves every ten seconds, and learns within two which lifespans an administrator
 * has fixed, on whichever node.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CacheWatch {

  /** Between two looks. */
  static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

  private static final Duration BETWEEN_LESSONS = Duration.ofSeconds(2);
  private static final int SAMPLES = (int) Duration.ofHours(1).dividedBy(BETWEEN_LOOKS) + 1;
  private static final int SAMPLED_ENTRIES = 500;

  @Inject private Shelves shelves;
  @Inject private FreezeRepository freezes;
  @Inject private WallClock wall;
  @Resource private ManagedThreadFactory factory;

  private final Map<String, ShelfHistory> histories = new ConcurrentHashMap<>();
  private final Map<String, Survey> surveys = new ConcurrentHashMap<>();
  private Rounds rounds;

  @PostConstruct
  void start() {
    rounds = new Rounds(factory);
    rounds.every(BETWEEN_LOOKS, this::look, e -> CacheLog.LOG.notLookedAt(e.toString()));
    rounds.every(
        Duration.ZERO,
        () -> BETWEEN_LESSONS,
        this::learn,
        e -> CacheLog.LOG.freezesNotRead(e.toString()));
  }

  @PreDestroy
  void stop() {
    rounds.stop();
  }

  private void look() {
    Instant now = wall.instant();
    for (CachedShelf<?, ?> shelf : shelves.interior().open().values()) {
      histories
          .computeIfAbsent(shelf.name(), name -> new ShelfHistory(SAMPLES))
          .sample(now, shelf.figures().counts(), shelf.size());
      survey(shelf);
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
