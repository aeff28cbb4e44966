package magnus.cache.shelf;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;
import magnus.basics.problem.Refusal;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.cache.Ingredient;
import magnus.cache.ShelfPlan;
import magnus.cache.event.EntryIndex;
import magnus.cache.freshness.Lifespan;
import magnus.cache.freshness.LifespanQuestion;
import org.jspecify.annotations.Nullable;

/** One load: takes the nodes' turn, asks the source, judges the answer and puts it on the shelf. */
final class EntryLoad<K, V> {

  private static final Duration LONGEST_TURN = Duration.ofSeconds(30);
  private static final int LOADS = 3;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

  private final ShelfPlan<K, V> plan;
  private final EntryStore<V> store;
  private final Surroundings around;
  private final ShelfFigures figures;

  EntryLoad(ShelfPlan<K, V> plan, EntryStore<V> store, Surroundings around, ShelfFigures figures) {
    this.plan = plan;
    this.store = store;
    this.around = around;
    this.figures = figures;
  }

  /**
   * Loads a key, or takes what another node has loaded while this one waited for its turn.
   *
   * @param reason kept with the entry
   * @param anyway whether to load although a fresh entry lies there
   */
  Result<Entry<V>> once(K key, String text, String reason, boolean anyway) {
    Entry<V> before = store.find(text);
    long began = around.ticker().getAsLong();
    while (true) {
      Optional<LoadTurns.Turn> turn = around.turns().tryTake(plan.name(), text);
      if (turn.isPresent()) {
        try {
          Entry<V> there = store.find(text);
          return there != null && isFresh(there) && (!anyway || there != before)
              ? Result.success(there)
              : loadUntilNotOvertaken(key, text, reason, there);
        } finally {
          turn.get().close();
        }
      }
      if (around.ticker().getAsLong() - began > LONGEST_TURN.toNanos()) {
        figures.tooSlow.increment();
        return Result.failure(
            FailureReason.TIMED_OUT,
            "Another node has been loading " + plan.name() + "/" + text + " for " + LONGEST_TURN);
      }
      try {
        around.turns().await(plan.name(), text, LOOK_AGAIN);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Result.failure(FailureReason.CANCELLED, "The wait for " + text + " was ended.");
      }
    }
  }

  private boolean isFresh(Entry<V> entry) {
    return entry.overdueMillis(around.market().instant().toEpochMilli()) <= 0;
  }

  /**
   * Whoever asks after an event must not be given what was true before it: a load that the event
   * overtook is made again, unless events come too fast for that.
   */
  private Result<Entry<V>> loadUntilNotOvertaken(
      K key, String text, String reason, @Nullable Entry<V> old) {
    Result<Entry<V>> loaded = null;
    for (int i = 0; i < LOADS; i++) {
      long mark = around.horizon().mark();
      loaded = load(key, text, reason, old);
      Optional<Entry<V>> entry = loaded.find();
      if (entry.isEmpty() || !around.horizon().touchedSince(mark, entry.get().madeFrom())) {
        return loaded;
      }
      figures.overtaken.increment();
      store.remove(text);
    }
    return java.util.Objects.requireNonNull(loaded);
  }

  private Result<Entry<V>> load(K key, String text, String reason, @Nullable Entry<V> old) {
    Instant asOf = around.market().instant();
    long began = around.ticker().getAsLong();
    Result<V> answer = ask(key, asOf);
    long took = around.ticker().getAsLong() - began;
    if (answer instanceof Result.Failure<V> failed) {
      figures.failures.increment();
      return Result.failure(failed.reason(), failed.detail());
    }
    figures.loads.increment();
    figures.loadNanos.add(took);
    V value = ((Result.Success<V>) answer).value();
    Set<Ingredient> madeFrom = madeFrom(key, value);
    byte[] bytes = plan.codec().encode(value);
    Duration loadTime = Duration.ofNanos(took);
    AccessRate rate = rate(old, asOf, isAsked(reason));
    Lifespan lifespan =
        around
            .policy()
            .get()
            .choose(
                new LifespanQuestion(
                    plan.name(), plan.type(), madeFrom, asOf, rate.perSecond(), loadTime));
    Entry<V> entry =
        new Entry<>(
            value,
            bytes,
            asOf,
            lifespan,
            madeFrom,
            version(bytes),
            loadTime,
            around.node(),
            reason);
    entry.learnt(rate);
    store.put(text, entry, lifespan.duration().plus(plan.onError()).plus(plan.whileRevalidating()));
    around.notes().loaded(new EntryIndex.Place(plan.name(), text), entry);
    return Result.success(entry);
  }

  private Result<V> ask(K key, Instant asOf) {
    Result<V> answer;
    try {
      answer = plan.loader().load(key, asOf);
    } catch (Refusal e) {
      throw e;
    } catch (RuntimeException e) {
      around.notes().sourceFailed(plan.name(), plan.key().apply(key), e);
      return Result.failure(
          FailureReason.UNAVAILABLE,
          "The source of " + plan.name() + " failed; the server has logged why.");
    }
    if (answer instanceof Result.Success<V> success && !plan.sound().test(success.value())) {
      figures.unsound.increment();
      return Result.failure(
          FailureReason.GARBLED, "The source of " + plan.name() + " answered what cannot be true.");
    }
    return answer;
  }

  private Set<Ingredient> madeFrom(K key, V value) {
    Set<Ingredient> madeFrom = new HashSet<>(plan.madeFrom().apply(key, value));
    if (plan.type().movesWithPrices()) {
      madeFrom.add(Ingredient.WHOLE_MARKET);
    }
    return madeFrom;
  }

  /** Whether somebody waits for the load, or has just been served what it replaces. */
  private static boolean isAsked(String reason) {
    return reason.equals("request");
  }

  /** The accesses to the entry before and the one that asks for this load, where one does. */
  private static AccessRate rate(@Nullable Entry<?> old, Instant now, boolean asked) {
    return old == null
        ? AccessRate.UNKNOWN
        : old.rate().and(old.accesses() + (asked ? 1 : 0), old.age(now).toMillis() / 1000.0);
  }

  /** The checksum of the content (CRC-32C) and its length: good enough to tell two apart. */
  private static String version(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    return HexFormat.of().toHexDigits(sum.getValue(), 8) + "-" + Integer.toHexString(bytes.length);
  }
}
