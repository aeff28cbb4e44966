package magnus.cache;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import magnus.basics.problem.Refusal;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.basics.time.WallClock;
import magnus.cache.freshness.LifespanQuestion;
import magnus.cache.shelf.CachedShelf;
import magnus.identity.AuditLog;
import magnus.identity.Caller;
import magnus.identity.RequestOrigin;
import magnus.persistence.cache.FreezeRepository;
import magnus.persistence.cache.StoredFreeze;

/** What administrators do to the shelves, on all nodes; the audit log tells of each deed. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CacheControl {

  @Inject private Shelves shelves;
  @Inject private CacheWatch watch;
  @Inject private CacheDesk desk;
  @Inject private OccurrenceJournal journal;
  @Inject private FreezeRepository freezes;
  @Inject private AuditLog audit;
  @Inject private WallClock wall;

  /**
   * Drops everything on a shelf.
   *
   * @return how many entries were dropped
   */
  public int clear(Caller admin, RequestOrigin origin, String name) {
    CachedShelf<?, ?> shelf = shelves.interior().shelf(name);
    int dropped = shelf.clear("Cleared by administrator " + admin.name() + ".");
    watch.survey(shelf);
    audit.done(admin.name(), "cache-cleared", name, origin);
    return dropped;
  }

  /**
   * Drops one entry.
   *
   * @throws Refusal UNKNOWN where there is none at that key
   */
  public void drop(Caller admin, RequestOrigin origin, String name, String key) {
    CachedShelf<?, ?> shelf = shelves.interior().shelf(name);
    if (shelf.find(key).isEmpty()
        || !shelf.dropText(key, "Dropped by administrator " + admin.name() + ".")) {
      throw Refusal.unknown("entry", name + "/" + key);
    }
    audit.done(admin.name(), "cache-dropped", name + "/" + key, origin);
  }

  /**
   * Fixes the lifespan of what is loaded from now on; what lies there keeps its own.
   *
   * @throws Refusal MALFORMED for one that is too short or too long
   */
  public void freeze(Caller admin, RequestOrigin origin, String name, Duration lifespan) {
    shelves.interior().shelf(name);
    if (lifespan.compareTo(LifespanQuestion.FLOOR) < 0
        || lifespan.compareTo(LifespanQuestion.CEILING) > 0) {
      throw Refusal.malformed(
          "seconds",
          lifespan.toSeconds(),
          "a number from "
              + LifespanQuestion.FLOOR.toSeconds()
              + " to "
              + LifespanQuestion.CEILING.toSeconds());
    }
    Instant now = wall.instant();
    freezes.put(new StoredFreeze(name, lifespan.toMillis(), admin.name(), now));
    watch.learn();
    audit.done(admin.name(), "cache-lifespan-frozen", name + " " + lifespan, origin);
  }

  /** Lets the policy choose again; nothing where it does. */
  public void unfreeze(Caller admin, RequestOrigin origin, String name) {
    shelves.interior().shelf(name);
    if (freezes.remove(name)) {
      watch.learn();
      audit.done(admin.name(), "cache-lifespan-freed", name, origin);
    }
  }

  /** Tells all nodes that something happened at this market time. */
  public OccurrenceReport raise(
      Caller admin,
      RequestOrigin origin,
      Occurrence.Kind kind,
      Set<Ingredient> touched,
      Map<String, Double> figures) {
    Interior inside = shelves.interior();
    Occurrence occurrence =
        new Occurrence(
            kind, touched, inside.market().instant(), figures, "administrator " + admin.name());
    audit.done(admin.name(), "cache-event-raised", kind + " " + touched, origin);
    OccurrenceReport told = inside.tell().apply(occurrence);
    journal.write();
    return told;
  }

  /**
   * Loads a key now, whatever lies there.
   *
   * @throws Refusal MALFORMED where it is no key of that shelf, UNKNOWN where its source has no
   *     such thing, UNAVAILABLE where it failed
   */
  public EntryReport refresh(Caller admin, RequestOrigin origin, String name, String key) {
    Result<?> loaded = refresh(shelves.interior().shelf(name), key);
    loaded
        .findFailure()
        .ifPresent(
            f -> {
              throw refused(f.reason(), f.detail());
            });
    audit.done(admin.name(), "cache-refreshed", name + "/" + key, origin);
    return desk.why(name, key)
        .entry()
        .orElseThrow(() -> Refusal.unknown("entry", name + "/" + key));
  }

  private static <K, V> Result<Served<V>> refresh(CachedShelf<K, V> shelf, String text) {
    K key;
    try {
      key = shelf.plan().keys().parse().apply(text);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw Refusal.malformed("key", text, "a key of shelf " + shelf.name());
    }
    return shelf.refresh(key);
  }

  private static Refusal refused(FailureReason reason, String detail) {
    return switch (reason) {
      case NO_DATA, NOT_ENOUGH_DATA, NOT_COMPUTABLE ->
          Refusal.of(Refusal.Kind.UNKNOWN, "nothing-to-load", detail);
      case TIMED_OUT, UNAVAILABLE, GARBLED, CANCELLED ->
          Refusal.of(Refusal.Kind.UNAVAILABLE, "source-unavailable", detail);
    };
  }
}
