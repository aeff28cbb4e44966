package magnus.cache.shelf;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import magnus.basics.problem.Refusal;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.cache.Served;
import magnus.cache.Served.How;
import magnus.cache.Shelf;
import magnus.cache.ShelfPlan;
import magnus.cache.event.EntryIndex;
import magnus.cache.freshness.LifespanQuestion;
import org.jspecify.annotations.Nullable;

/**
 * A shelf over a store. A fresh entry is served as it is. Past its lifespan it is served while a
 * new one is loaded, where the plan allows; or when the source fails or keeps the caller waiting
 * beyond his patience. A load is made once per key: threads of this node share a future, nodes take
 * turns.
 */
public final class CachedShelf<K, V> implements Shelf<K, V> {

  private static final Duration WAIT_FOR_OTHERS = Duration.ofSeconds(30);

  private final ShelfPlan<K, V> plan;
  private final EntryStore<V> store;
  private final Surroundings around;
  private final ShelfFigures figures = new ShelfFigures();
  private final FailureMemory failures;
  private final EntryLoad<K, V> load;
  private final ConcurrentHashMap<String, CompletableFuture<Result<Served<V>>>> underWay =
      new ConcurrentHashMap<>();
  private final long whileRevalidating;
  private final long onError;

  public CachedShelf(ShelfPlan<K, V> plan, EntryStore<V> store, Surroundings around) {
    this.plan = plan;
    this.store = store;
    this.around = around;
    this.failures = new FailureMemory(plan.failureMemory().toNanos(), around.ticker());
    this.load = new EntryLoad<>(plan, store, around, figures);
    this.whileRevalidating = plan.whileRevalidating().toMillis();
    this.onError = Math.max(whileRevalidating, plan.onError().toMillis());
    store.watch(new Bookkeeping<>(plan.name(), store, around.index(), figures, around.notes()));
  }

  @Override
  public String name() {
    return plan.name();
  }

  public ShelfPlan<K, V> plan() {
    return plan;
  }

  public ShelfFigures figures() {
    return figures;
  }

  @Override
  public Result<Served<V>> get(K key) {
    String text = plan.key().apply(key);
    Entry<V> entry = store.find(text);
    if (entry != null) {
      Instant now = around.market().instant();
      long overdue = entry.overdueMillis(now.toEpochMilli());
      if (overdue <= 0) {
        entry.touch();
        figures.hits.increment();
        around.notes().asked(plan.name(), text, true);
        return Result.success(served(entry, How.HIT, now));
      }
      if (overdue <= whileRevalidating) {
        entry.touch();
        figures.staleServed.increment();
        around.notes().asked(plan.name(), text, true);
        inBackground(key, text, "revalidation");
        return Result.success(served(entry, How.STALE_WHILE_REVALIDATING, now));
      }
      if (overdue <= onError) {
        around.notes().asked(plan.name(), text, false);
        return loadOrStale(key, text, entry);
      }
    }
    around.notes().asked(plan.name(), text, false);
    return loadOrFail(key, text);
  }

  private Result<Served<V>> loadOrFail(K key, String text) {
    Optional<FailureMemory.Remembered> known = failures.find(text);
    if (known.isPresent()) {
      figures.failuresRemembered.increment();
      return Result.failure(known.get().reason(), known.get().detail());
    }
    figures.misses.increment();
    return single(key, text, "request", false);
  }

  /** The source is asked, but a caller who could have an old value need not wait for long. */
  private Result<Served<V>> loadOrStale(K key, String text, Entry<V> old) {
    Optional<FailureMemory.Remembered> known = failures.find(text);
    if (known.isPresent()) {
      return stale(old);
    }
    CompletableFuture<Result<Served<V>>> loading = inBackground(key, text, "request");
    if (loading == null) {
      figures.misses.increment();
      Result<Served<V>> loaded = single(key, text, "request", false);
      return loaded.isSuccess() ? loaded : stale(old);
    }
    try {
      Result<Served<V>> loaded = loading.get(plan.patience().toMillis(), TimeUnit.MILLISECONDS);
      if (loaded.isSuccess()) {
        figures.misses.increment();
        return loaded;
      }
    } catch (TimeoutException e) {
      figures.tooSlow.increment();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException e) {
      if (e.getCause() instanceof Refusal refusal) {
        throw refusal;
      }
      throw new IllegalStateException("the load of " + name() + "/" + text + " broke", e);
    }
    return stale(old);
  }

  private Result<Served<V>> stale(Entry<V> old) {
    old.touch();
    figures.staleOnError.increment();
    return Result.success(served(old, How.STALE_ON_ERROR, around.market().instant()));
  }

  /** Begins a load on another thread unless one is under way; null where no thread is to be had. */
  private @Nullable CompletableFuture<Result<Served<V>>> inBackground(
      K key, String text, String reason) {
    CompletableFuture<Result<Served<V>>> running = underWay.get(text);
    if (running != null) {
      return running;
    }
    if (failures.find(text).isPresent()) {
      return null;
    }
    CompletableFuture<Result<Served<V>>> mine = new CompletableFuture<>();
    running = underWay.putIfAbsent(text, mine);
    if (running != null) {
      return running;
    }
    try {
      around.threads().execute(() -> perform(key, text, reason, false, mine));
      return mine;
    } catch (RejectedExecutionException e) {
      underWay.remove(text, mine);
      mine.complete(
          Result.failure(FailureReason.UNAVAILABLE, "No thread is free to load " + text + "."));
      return null;
    }
  }

  /** Loads on this thread, or waits for the load that is under way. */
  private Result<Served<V>> single(K key, String text, String reason, boolean anyway) {
    CompletableFuture<Result<Served<V>>> mine = new CompletableFuture<>();
    CompletableFuture<Result<Served<V>>> running = underWay.putIfAbsent(text, mine);
    if (running == null) {
      perform(key, text, reason, anyway, mine);
      running = mine;
    } else {
      figures.joined.increment();
    }
    try {
      return running.get(WAIT_FOR_OTHERS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      figures.tooSlow.increment();
      return Result.failure(
          FailureReason.TIMED_OUT,
          "The source of "
              + name()
              + "/"
              + text
              + " has not answered for "
              + WAIT_FOR_OTHERS
              + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Result.failure(FailureReason.CANCELLED, "The wait for " + text + " was interrupted.");
    } catch (java.util.concurrent.ExecutionException e) {
      if (e.getCause() instanceof Refusal refusal) {
        throw refusal;
      }
      throw new IllegalStateException("the load of " + name() + "/" + text + " broke", e);
    }
  }

  private void perform(
      K key,
      String text,
      String reason,
      boolean anyway,
      CompletableFuture<Result<Served<V>>> promise) {
    try {
      Result<Entry<V>> loaded = load.once(key, text, reason, anyway);
      loaded
          .findFailure()
          .ifPresentOrElse(
              f -> failures.remember(text, f.reason(), f.detail()), () -> failures.forget(text));
      underWay.remove(text, promise);
      promise.complete(loaded.map(entry -> served(entry, How.LOADED, around.market().instant())));
    } catch (Throwable e) {
      underWay.remove(text, promise);
      promise.completeExceptionally(e);
      if (e instanceof Error error) {
        throw error;
      }
    }
  }

  private Served<V> served(Entry<V> entry, How how, Instant now) {
    return new Served<>(
        entry.value(),
        how,
        entry.asOf(),
        entry.age(now),
        entry.lifespan().duration(),
        entry.version());
  }

  @Override
  public Optional<Served<V>> peek(K key) {
    Entry<V> entry = store.find(plan.key().apply(key));
    if (entry == null) {
      return Optional.empty();
    }
    Instant now = around.market().instant();
    long overdue = entry.overdueMillis(now.toEpochMilli());
    if (overdue > onError) {
      return Optional.empty();
    }
    return Optional.of(served(entry, overdue <= 0 ? How.HIT : How.STALE_WHILE_REVALIDATING, now));
  }

  /** What lies at a key's text, for explanations. */
  public Optional<Entry<V>> find(String text) {
    return Optional.ofNullable(store.find(text));
  }

  /**
   * By how much the first entry's value is wrong when the second one's is true; both are of this
   * shelf.
   */
  @SuppressWarnings("unchecked")
  public double apart(Entry<?> served, Entry<?> truth) {
    return plan.error().applyAsDouble((V) served.value(), (V) truth.value());
  }

  /** What a policy would be asked of the entry at a key's text if it were loaded again now. */
  public Optional<LifespanQuestion> question(String text) {
    Instant now = around.market().instant();
    return find(text)
        .map(
            entry ->
                new LifespanQuestion(
                    name(),
                    plan.type(),
                    entry.madeFrom(),
                    now,
                    entry
                        .rate()
                        .and(entry.accesses(), entry.age(now).toMillis() / 1000.0)
                        .perSecond(),
                    entry.loadTime()));
  }

  /** All keys' texts. */
  public Collection<String> keys() {
    return store.keys();
  }

  public int size() {
    return store.size();
  }

  @Override
  public Result<Served<V>> refresh(K key) {
    return single(key, plan.key().apply(key), "refresh", true);
  }

  /** Loads a key anew on another thread, for the reason; nothing when one is under way. */
  public void refreshInBackground(String text, String reason) {
    K key = plan.parse().apply(text);
    CompletableFuture<Result<Served<V>>> mine = new CompletableFuture<>();
    if (underWay.putIfAbsent(text, mine) == null) {
      try {
        around.threads().execute(() -> perform(key, text, reason, true, mine));
      } catch (RejectedExecutionException e) {
        underWay.remove(text, mine);
        mine.complete(
            Result.failure(FailureReason.UNAVAILABLE, "No thread is free to load " + text + "."));
      }
    }
  }

  /**
   * Loads a key anew before its entry ends, on one of these threads; nothing when a load is under
   * way, or another entry lies there by now, which another node may have loaded.
   */
  public void refreshAhead(String text, Entry<?> seen, String reason, Executor lowPriority) {
    CompletableFuture<Result<Served<V>>> mine = new CompletableFuture<>();
    if (store.find(text) != seen || underWay.putIfAbsent(text, mine) != null) {
      return;
    }
    try {
      K key = plan.parse().apply(text);
      lowPriority.execute(
          () -> {
            figures.refreshedAhead.increment();
            perform(key, text, reason, true, mine);
          });
    } catch (RejectedExecutionException e) {
      underWay.remove(text, mine);
      mine.complete(
          Result.failure(FailureReason.UNAVAILABLE, "No thread is free to load " + text + "."));
    }
  }

  /** What a warming did for one key. */
  public enum Warmth {
    WARMED,
    /** It was there already. */
    FRESH,
    /** The source gave nothing, or there is no such key. */
    FAILED
  }

  /** Loads a key unless a fresh entry lies there. */
  public Warmth warm(String text, String reason) {
    Entry<V> there = store.find(text);
    if (there != null && there.overdueMillis(around.market().instant().toEpochMilli()) <= 0) {
      return Warmth.FRESH;
    }
    try {
      return single(plan.parse().apply(text), text, reason, false).isSuccess()
          ? Warmth.WARMED
          : Warmth.FAILED;
    } catch (Refusal | IllegalArgumentException e) {
      return Warmth.FAILED;
    }
  }

  /** An entry that was loaded ahead of its predecessor's end has been served. */
  public void refreshedAheadUsed() {
    figures.refreshedAheadUsed.increment();
  }

  /** An entry that this node had loaded ended, and was never served again. */
  public void endedUnused() {
    figures.expiredUnused.increment();
  }

  @Override
  public void drop(K key, String why) {
    dropText(plan.key().apply(key), why);
  }

  /** Drops what lies at a key's text, on all nodes; false when there was nothing. */
  public boolean dropText(String text, String why) {
    failures.forget(text);
    Entry<V> entry = store.find(text);
    boolean was = store.remove(text);
    around.notes().dropped(new EntryIndex.Place(name(), text), why, entry);
    if (was) {
      figures.dropped.increment();
    }
    return was;
  }

  /** Drops everything, on all nodes. */
  public int clear(String why) {
    int dropped = 0;
    for (String text : store.keys()) {
      dropped += dropText(text, why) ? 1 : 0;
    }
    return dropped;
  }
}
