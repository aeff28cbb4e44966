package magnus.cache.shelf;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import magnus.basics.problem.Refusal;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.cache.AheadLoads;
import magnus.cache.AheadReading;
import magnus.cache.Exposure;
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

  private final ShelfPlan<K, V> plan;
  private final EntryStore<V> store;
  private final Surroundings around;
  private final ShelfFigures figures = new ShelfFigures();
  private final EntryMaker<K, V> maker;
  private final Loads<K, V> loads;
  private final long whileRevalidating;
  private final long onError;

  public CachedShelf(ShelfPlan<K, V> plan, EntryStore<V> store, Surroundings around) {
    this.plan = plan;
    this.store = store;
    this.around = around;
    RideAlong riders = new RideAlong(plan);
    EntryLoad<K, V> source = new EntryLoad<>(plan, store, around, figures, riders);
    this.maker = source.maker();
    this.loads = new Loads<>(plan, around, figures, source);
    this.whileRevalidating = plan.grace().whileRevalidating().toMillis();
    this.onError = Math.max(whileRevalidating, plan.grace().onError().toMillis());
    store.watch(
        new Bookkeeping<>(plan.name(), store, around.index(), figures, around.notes(), riders));
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
    String text = plan.text(key);
    Optional<Predicate<EntryIndex.Place>> ahead = AheadReading.current();
    if (ahead.isPresent()) {
      return readAhead(key, text, ahead.get());
    }
    Entry<V> entry = store.find(text);
    if (entry != null) {
      Instant now = around.market().instant();
      if (entry.overdueMillis(now.toEpochMilli()) <= 0) {
        return fresh(text, entry, now);
      }
    }
    Questions<K, V> questions = new Questions<>();
    look(key, text, entry, questions);
    settle(questions);
    Refusal refusal = questions.refusals.get(text);
    if (refusal != null) {
      throw refusal;
    }
    return questions.answer(text);
  }

  @Override
  public Map<K, Result<Served<V>>> getAll(Collection<K> keys) {
    Optional<Predicate<EntryIndex.Place>> ahead = AheadReading.current();
    if (ahead.isPresent()) {
      Map<K, Result<Served<V>>> read = new LinkedHashMap<>();
      keys.forEach(
          k -> read.computeIfAbsent(k, key -> readAhead(key, plan.text(key), ahead.get())));
      return read;
    }
    Questions<K, V> questions = new Questions<>();
    Map<K, String> texts = new LinkedHashMap<>();
    for (K key : keys) {
      String text = plan.text(key);
      if (texts.putIfAbsent(key, text) == null) {
        look(key, text, store.find(text), questions);
      }
    }
    settle(questions);
    Map<K, Result<Served<V>>> answers = new LinkedHashMap<>();
    texts.forEach((key, text) -> answers.put(key, questions.answer(text)));
    return answers;
  }

  /** For who may never look at it: nothing is counted, and loaded only what was planned. */
  private Result<Served<V>> readAhead(K key, String text, Predicate<EntryIndex.Place> mayBeLoaded) {
    Entry<V> entry = store.find(text);
    Instant now = around.market().instant();
    if (entry != null && entry.overdueMillis(now.toEpochMilli()) <= 0) {
      return Result.success(entry.served(How.HIT, now));
    }
    EntryIndex.Place place = new EntryIndex.Place(name(), text);
    if (!loads.isUnderWay(text) && !mayBeLoaded.test(place)) {
      throw AheadReading.refusal(place);
    }
    return loads.one(key, text, AheadLoads.REASON, false);
  }

  private Result<Served<V>> fresh(String text, Entry<V> entry, Instant now) {
    entry.touch();
    figures.hits.increment();
    around.notes().asked(plan.name(), text, true);
    return Result.success(entry.served(How.HIT, now));
  }

  /** Answers a key from the shelf where that may be, else puts it to those that are loaded. */
  private void look(K key, String text, @Nullable Entry<V> entry, Questions<K, V> questions) {
    Instant now = around.market().instant();
    long overdue = entry == null ? Long.MAX_VALUE : entry.overdueMillis(now.toEpochMilli());
    if (entry != null && overdue <= 0) {
      questions.answers.put(text, fresh(text, entry, now));
      return;
    }
    if (overdue == Long.MAX_VALUE && entry != null) {
      figures.fromFuture.increment();
    }
    if (entry != null && overdue <= whileRevalidating) {
      entry.touch();
      figures.staleServed.increment();
      around.notes().asked(plan.name(), text, true);
      questions.revalidated.put(text, key);
      questions.answers.put(text, Result.success(entry.served(How.STALE_WHILE_REVALIDATING, now)));
      return;
    }
    around.notes().asked(plan.name(), text, false);
    Entry<V> old = overdue <= onError ? entry : null;
    Optional<FailureMemory.Remembered> known = loads.failures().find(text);
    if (known.isPresent()) {
      if (old != null) {
        questions.answers.put(text, stale(old));
      } else {
        figures.failuresRemembered.increment();
        questions.answers.put(text, Result.failure(known.get().reason(), known.get().detail()));
      }
      return;
    }
    questions.missing.put(text, key);
    if (old == null) {
      figures.misses.increment();
    } else {
      questions.old.put(text, old);
    }
  }

  /** Loads what is missing, on this thread, unless there are old values that need no patience. */
  private void settle(Questions<K, V> questions) {
    Map<String, K> missing = questions.missing;
    if (!missing.isEmpty()) {
      boolean allOld = questions.old.size() == missing.size();
      Optional<Map<String, Wanted<K, V>>> begun =
          allOld
              ? loads.elsewhere(missing, Loads.REQUEST, false, around.threads())
              : Optional.empty();
      Map<String, Wanted<K, V>> promised =
          begun.orElseGet(() -> loads.here(missing, Loads.REQUEST, false));
      Duration patience = begun.isPresent() ? plan.grace().patience() : Loads.WAIT_FOR_OTHERS;
      loads.await(promised, patience);
      for (String text : missing.keySet()) {
        try {
          questions.answers.put(text, loaded(text, promised, questions, patience));
        } catch (Refusal e) {
          questions.refusals.put(text, e);
        }
      }
    }
    questions.revalidated.keySet().removeIf(text -> loads.failures().find(text).isPresent());
    if (!questions.revalidated.isEmpty()) {
      loads.elsewhere(questions.revalidated, "revalidation", false, around.threads());
    }
  }

  private Result<Served<V>> loaded(
      String text, Map<String, Wanted<K, V>> promised, Questions<K, V> questions, Duration waited) {
    Entry<V> old = questions.old.get(text);
    Result<Served<V>> answer = loads.answer(promised, text, waited);
    if (old == null) {
      return answer;
    }
    if (answer.isSuccess()) {
      figures.misses.increment();
      return answer;
    }
    return stale(old);
  }

  private Result<Served<V>> stale(Entry<V> old) {
    old.touch();
    figures.staleOnError.increment();
    return Result.success(old.served(How.STALE_ON_ERROR, around.market().instant()));
  }

  /** The keys of one call by their texts: what is answered, and what is to be loaded. */
  private static final class Questions<K, V> {
    final Map<String, Result<Served<V>>> answers = new HashMap<>();
    final Map<String, K> missing = new LinkedHashMap<>();
    final Map<String, K> revalidated = new LinkedHashMap<>();
    final Map<String, Entry<V>> old = new HashMap<>();
    final Map<String, Refusal> refusals = new HashMap<>();

    /** A refusal is the failure of its key. */
    Result<Served<V>> answer(String text) {
      Refusal refusal = refusals.get(text);
      if (refusal != null) {
        return Result.failure(
            refusal.kind() == Refusal.Kind.UNAVAILABLE
                ? FailureReason.UNAVAILABLE
                : FailureReason.NO_DATA,
            refusal.detail());
      }
      return Objects.requireNonNull(answers.get(text), text);
    }
  }

  @Override
  public Optional<Served<V>> peek(K key) {
    Entry<V> entry = store.find(plan.text(key));
    if (entry == null) {
      return Optional.empty();
    }
    Instant now = around.market().instant();
    long overdue = entry.overdueMillis(now.toEpochMilli());
    if (overdue > onError) {
      return Optional.empty();
    }
    return Optional.of(entry.served(overdue <= 0 ? How.HIT : How.STALE_WHILE_REVALIDATING, now));
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
    return plan.checks().error().applyAsDouble((V) served.value(), (V) truth.value());
  }

  /** What a policy would be asked of the entry at a key's text if it were loaded again now. */
  public Optional<LifespanQuestion> question(String text) {
    Instant now = around.market().instant();
    return find(text)
        .map(
            entry ->
                maker.question(
                    entry.madeFrom(),
                    now,
                    entry
                        .rate()
                        .and(entry.accesses(), entry.age(now).toMillis() / 1000.0)
                        .perSecond(),
                    entry.loadTime(),
                    isWatched(text, entry, now)));
  }

  private boolean isWatched(String text, Entry<V> entry, Instant now) {
    return around.notes().watches(plan, plan.keys().parse().apply(text), entry.value(), now);
  }

  /** How an entry of this shelf moves with prices. */
  @SuppressWarnings("unchecked")
  public List<Exposure> exposure(String text, Entry<?> entry) {
    return plan.checks().exposure().apply(plan.keys().parse().apply(text), (V) entry.value());
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
    return loads.one(key, plan.text(key), "refresh", true);
  }

  /** Loads a key anew on another thread, for the reason; nothing when one is under way. */
  public void refreshInBackground(String text, String reason) {
    loads.elsewhere(keys(List.of(text)), reason, true, around.threads());
  }

  /**
   * Loads keys anew before their entries end, on one of these threads, in one call of the source
   * where it can give many; not those of which a load is under way, or where another entry lies by
   * now, which another node may have loaded.
   */
  public void refreshAhead(Map<String, Entry<?>> seen, String reason, Executor lowPriority) {
    List<String> still = new ArrayList<>();
    seen.forEach(
        (text, entry) -> {
          if (store.find(text) == entry && !loads.isUnderWay(text)) {
            still.add(text);
          }
        });
    int most = mostInOneCall();
    for (int from = 0; from < still.size(); from += most) {
      Map<String, K> some = keys(still.subList(from, Math.min(still.size(), from + most)));
      if (loads.elsewhere(some, reason, true, lowPriority).isPresent()) {
        figures.refreshedAhead.add(some.size());
      }
    }
  }

  private Map<String, K> keys(Collection<String> texts) {
    Map<String, K> keys = new LinkedHashMap<>();
    texts.forEach(text -> keys.put(text, plan.keys().parse().apply(text)));
    return keys;
  }

  /** What a warming did for one key. */
  public enum Warmth {
    WARMED,
    /** It was there already. */
    FRESH,
    /** The source gave nothing, or there is no such key. */
    FAILED
  }

  /** How many values one call of the source brings at most. */
  public int mostInOneCall() {
    return plan.batch().map(ShelfPlan.Batch::most).orElse(1);
  }

  /**
   * Loads keys, given by their texts, unless fresh entries lie there; in one call of the source
   * where it can give many.
   */
  public Map<String, Warmth> warm(Collection<String> texts, String reason) {
    Map<String, Warmth> warmths = new LinkedHashMap<>();
    Map<String, K> missing = new LinkedHashMap<>();
    for (String text : texts) {
      Entry<V> there = store.find(text);
      if (there != null && there.overdueMillis(around.market().instant().toEpochMilli()) <= 0) {
        warmths.put(text, Warmth.FRESH);
      } else {
        warmths.put(text, Warmth.FAILED);
        parsed(text).ifPresent(key -> missing.put(text, key));
      }
    }
    Map<String, Wanted<K, V>> promised =
        missing.isEmpty() ? Map.of() : loads.here(missing, reason, false);
    loads.await(promised, Loads.WAIT_FOR_OTHERS);
    missing.keySet().stream()
        .filter(text -> isLoaded(promised, text))
        .forEach(text -> warmths.put(text, Warmth.WARMED));
    return warmths;
  }

  private Optional<K> parsed(String text) {
    try {
      return Optional.of(plan.keys().parse().apply(text));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private boolean isLoaded(Map<String, Wanted<K, V>> promised, String text) {
    try {
      return loads.answer(promised, text, Loads.WAIT_FOR_OTHERS).isSuccess();
    } catch (Refusal e) {
      return false;
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
    dropText(plan.text(key), why);
  }

  /** Drops what lies at a key's text, on all nodes; false when there was nothing. */
  public boolean dropText(String text, String why) {
    loads.failures().forget(text);
    Entry<V> entry = store.find(text);
    boolean was = store.remove(text);
    around.notes().dropped(new EntryIndex.Place(name(), text), why, entry);
    if (was) {
      figures.dropped.increment();
    }
    return was;
  }

  /** Drops this entry, on all nodes; not what has taken its place. */
  public boolean drop(String text, Entry<?> judged, String why) {
    if (!store.remove(text, judged)) {
      return false;
    }
    around.notes().dropped(new EntryIndex.Place(name(), text), why, judged);
    figures.dropped.increment();
    return true;
  }

  /** What lies at a key's text is fresh no more on this node; other nodes judge for themselves. */
  public void endFreshness(String text, Entry<?> entry, String why, Instant now) {
    entry.endFreshness(now);
    around.notes().dropped(new EntryIndex.Place(name(), text), why, entry);
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
