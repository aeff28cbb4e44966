package magnus.cache.shelf;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import magnus.basics.problem.Refusal;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.basics.work.Errand;
import magnus.cache.ShelfPlan;
import magnus.cache.event.EntryIndex;
import org.jspecify.annotations.Nullable;

/**
 * One call of the source for some keys: takes the nodes' turns, asks, judges each answer and puts
 * it on the shelf. No turn is waited for while another is held, so nodes that want the same keys
 * never wait for each other in a circle.
 */
final class EntryLoad<K, V> {

  private static final Duration LONGEST_TURN = Duration.ofSeconds(30);
  private static final int LOADS = 3;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

  private final ShelfPlan<K, V> plan;
  private final EntryStore<V> store;
  private final Surroundings around;
  private final ShelfFigures figures;
  private final RideAlong riders;
  private final EntryMaker<K, V> maker;

  /** What the load of one key came to, told as soon as it is known. */
  interface Answers<K, V> {

    void loaded(Wanted<K, V> one, Result<Entry<V>> result);

    /** The source refused this key, or its value broke something. */
    void broke(Wanted<K, V> one, Throwable cause);
  }

  /**
   * What a call of the source gave.
   *
   * @param refusal where it refused the call, and so said nothing of any key
   * @param keys how many it was asked for
   * @param mark of the horizon when it was asked
   */
  private record Given<K, V>(
      Map<K, Result<V>> results,
      Optional<Refusal> refusal,
      int keys,
      Instant asOf,
      Duration took,
      long mark) {}

  EntryLoad(
      ShelfPlan<K, V> plan,
      EntryStore<V> store,
      Surroundings around,
      ShelfFigures figures,
      RideAlong riders) {
    this.plan = plan;
    this.store = store;
    this.around = around;
    this.figures = figures;
    this.riders = riders;
    this.maker = new EntryMaker<>(plan, around, figures, riders);
  }

  EntryMaker<K, V> maker() {
    return maker;
  }

  /**
   * Loads keys, or takes what another node has loaded while this one waited for its turn.
   *
   * @param wanted one where the source has no calls for many
   * @param reason kept with the entries
   * @param anyway whether to load although fresh entries lie there
   * @param claim takes another key for this load unless one of it is under way
   */
  void load(
      List<Wanted<K, V>> wanted,
      String reason,
      boolean anyway,
      Function<String, Optional<Wanted<K, V>>> claim,
      Answers<K, V> answers) {
    Map<String, Entry<V>> before = new HashMap<>();
    for (Wanted<K, V> one : wanted) {
      Entry<V> there = store.find(one.text());
      if (there != null) {
        before.put(one.text(), there);
      }
    }
    long began = around.ticker().getAsLong();
    List<Wanted<K, V>> left = new ArrayList<>(wanted);
    while (true) {
      List<LoadTurns.Turn> turns = new ArrayList<>();
      try {
        Map<Wanted<K, V>, Optional<Entry<V>>> mine = new LinkedHashMap<>();
        for (Wanted<K, V> one : List.copyOf(left)) {
          Optional<LoadTurns.Turn> turn = around.turns().tryTake(plan.name(), one.text());
          if (turn.isEmpty()) {
            continue;
          }
          turns.add(turn.get());
          left.remove(one);
          Entry<V> there = store.find(one.text());
          if (there != null && isFresh(there) && (!anyway || there != before.get(one.text()))) {
            answers.loaded(one, Result.success(there));
          } else {
            mine.put(one, Optional.ofNullable(there));
          }
        }
        if (!mine.isEmpty()) {
          load(mine, reason, claim, answers);
        }
      } finally {
        turns.forEach(LoadTurns.Turn::close);
      }
      if (left.isEmpty() || !waitForTurn(left, began, answers)) {
        return;
      }
    }
  }

  /** False where there is no more waiting; then all are answered. */
  private boolean waitForTurn(List<Wanted<K, V>> left, long began, Answers<K, V> answers) {
    if (around.ticker().getAsLong() - began > LONGEST_TURN.toNanos()) {
      for (Wanted<K, V> one : left) {
        figures.tooSlow.increment();
        answers.loaded(
            one,
            Result.failure(
                FailureReason.TIMED_OUT,
                "Another node has been loading "
                    + plan.name()
                    + "/"
                    + one.text()
                    + " for "
                    + LONGEST_TURN));
      }
      return false;
    }
    try {
      around.turns().await(plan.name(), left.get(0).text(), LOOK_AGAIN);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      for (Wanted<K, V> one : left) {
        answers.loaded(
            one,
            Result.failure(FailureReason.CANCELLED, "The wait for " + one.text() + " was ended."));
      }
      return false;
    }
  }

  /**
   * Others come with the call where nobody on this node loads them at the moment. No turn is taken
   * for them, which would cost a message each; where another node loads one of them just now, what
   * is put first stays.
   */
  private Map<Wanted<K, V>, Optional<Entry<V>>> riders(
      Set<Wanted<K, V>> wanted, Function<String, Optional<Wanted<K, V>>> claim) {
    Map<Wanted<K, V>, Optional<Entry<V>>> chosen = new LinkedHashMap<>();
    if (!plan.rides()) {
      return chosen;
    }
    Set<String> besides = new HashSet<>();
    wanted.forEach(one -> besides.add(one.text()));
    int room = plan.batch().orElseThrow().most() - besides.size();
    Instant now = around.market().instant();
    for (String text : riders.choose(room, besides, now, store::find)) {
      claim
          .apply(text)
          .ifPresent(rider -> chosen.put(rider, Optional.ofNullable(store.find(text))));
    }
    return chosen;
  }

  private boolean isFresh(Entry<V> entry) {
    return entry.overdueMillis(around.market().instant().toEpochMilli()) <= 0;
  }

  /** Whoever waits is answered before anything is done for what rides along. */
  private void load(
      Map<Wanted<K, V>, Optional<Entry<V>>> wanted,
      String reason,
      Function<String, Optional<Wanted<K, V>>> claim,
      Answers<K, V> answers) {
    Map<Wanted<K, V>, Optional<Entry<V>>> along = riders(wanted.keySet(), claim);
    Set<Wanted<K, V>> all = new LinkedHashSet<>(wanted.keySet());
    all.addAll(along.keySet());
    Given<K, V> given = call(all);
    settle(wanted, given, reason, answers);
    if (along.isEmpty()) {
      return;
    }
    Runnable rest =
        () -> {
          try {
            settle(along, given, RideAlong.REASON, answers);
          } catch (RuntimeException | Error e) {
            along.keySet().forEach(rider -> answers.broke(rider, e));
            throw e;
          }
        };
    try {
      around.threads().execute(Errand.carried(rest));
    } catch (RejectedExecutionException e) {
      rest.run();
    }
  }

  /**
   * Judges what the source gave and puts it on the shelf, each value by itself. Whoever asks after
   * an event must not be given what was true before it: what the event overtook is loaded again,
   * unless events come too fast for that.
   */
  private void settle(
      Map<Wanted<K, V>, Optional<Entry<V>>> wanted,
      Given<K, V> first,
      String reason,
      Answers<K, V> answers) {
    Map<Wanted<K, V>, Optional<Entry<V>>> left = new LinkedHashMap<>(wanted);
    Given<K, V> given = first;
    for (int i = 1; true; i++) {
      Given<K, V> these = given;
      boolean last = i == LOADS;
      left.entrySet()
          .removeIf(one -> settle(one.getKey(), one.getValue(), these, reason, last, answers));
      if (left.isEmpty()) {
        around.notes().called(plan.name());
        return;
      }
      given = call(left.keySet());
    }
  }

  /** False where an event overtook the load of this key. */
  private boolean settle(
      Wanted<K, V> one,
      Optional<Entry<V>> old,
      Given<K, V> ofAll,
      String reason,
      boolean last,
      Answers<K, V> answers) {
    // Which key of many was refused is not known: each is asked for by itself.
    Given<K, V> given = ofAll.refusal.isPresent() && ofAll.keys > 1 ? call(Set.of(one)) : ofAll;
    if (given.refusal.isPresent()) {
      answers.broke(one, given.refusal.get());
      return true;
    }
    if (one.rides()) {
      Entry<V> there = store.find(one.text());
      if (there != null && there != old.orElse(null)) {
        answers.loaded(one, Result.success(there));
        return true;
      }
    }
    Result<Entry<V>> result =
        stored(one, judged(one, given.results.get(one.key())), given, old, reason);
    // At once after it is put: it must not lie there while others of the call are put.
    Optional<Entry<V>> entry = result.find();
    boolean overtaken =
        entry.isPresent() && around.horizon().touchedSince(given.mark, entry.get().madeFrom());
    if (overtaken) {
      figures.overtaken.increment();
      store.remove(one.text());
    }
    if (!overtaken || last) {
      answers.loaded(one, result);
    }
    return !overtaken || last;
  }

  /** One call of the source. */
  private Given<K, V> call(Set<Wanted<K, V>> wanted) {
    long mark = around.horizon().mark();
    Instant asOf = around.market().instant();
    long began = around.ticker().getAsLong();
    figures.calls.increment();
    Map<K, Result<V>> results = Map.of();
    Optional<Refusal> refusal = Optional.empty();
    try {
      results = ask(wanted, asOf);
    } catch (Refusal e) {
      refusal = Optional.of(e);
    }
    long took = around.ticker().getAsLong() - began;
    figures.loadNanos.add(took);
    return new Given<>(results, refusal, wanted.size(), asOf, Duration.ofNanos(took), mark);
  }

  private Result<Entry<V>> stored(
      Wanted<K, V> one,
      Result<EntryMaker.Content<V>> answer,
      Given<K, V> given,
      Optional<Entry<V>> old,
      String reason) {
    if (answer instanceof Result.Failure<EntryMaker.Content<V>> failed) {
      figures.failures.increment();
      return Result.failure(failed.reason(), failed.detail());
    }
    figures.loads.increment();
    if (one.rides()) {
      figures.ridden.increment();
    }
    Entry<V> entry =
        maker.make(
            one.key(),
            ((Result.Success<EntryMaker.Content<V>>) answer).value(),
            given.asOf,
            old.orElse(null),
            given.took,
            reason);
    store.put(
        one.text(),
        entry,
        entry
            .lifespan()
            .duration()
            .plus(plan.grace().onError())
            .plus(plan.grace().whileRevalidating()));
    around.notes().loaded(new EntryIndex.Place(plan.name(), one.text()), entry);
    return Result.success(entry);
  }

  @SuppressWarnings("try")
  private Map<K, Result<V>> ask(Set<Wanted<K, V>> wanted, Instant asOf) {
    Set<K> keys = new LinkedHashSet<>();
    wanted.forEach(one -> keys.add(one.key()));
    Wanted<K, V> first = wanted.iterator().next();
    try (Errand.Scope loading = Errand.loading(plan.name())) {
      return plan.batch().isPresent()
          ? plan.batch().get().loader().loadAll(keys, asOf)
          : Map.of(first.key(), plan.loader().load(first.key(), asOf));
    } catch (Refusal e) {
      throw e;
    } catch (RuntimeException e) {
      around.notes().sourceFailed(plan.name(), first.text(), e);
      Map<K, Result<V>> none = new HashMap<>();
      for (K key : keys) {
        none.put(
            key,
            Result.failure(
                FailureReason.UNAVAILABLE,
                "The source of " + plan.name() + " failed; the server has logged why."));
      }
      return none;
    }
  }

  private Result<EntryMaker.Content<V>> judged(Wanted<K, V> one, @Nullable Result<V> answer) {
    if (answer == null) {
      return Result.failure(
          FailureReason.NO_DATA,
          "The source of " + plan.name() + " said nothing of " + one.text() + ".");
    }
    if (answer instanceof Result.Failure<V> failed) {
      return Result.failure(failed.reason(), failed.detail());
    }
    V value = ((Result.Success<V>) answer).value();
    try {
      if (plan.checks().sound().test(value)) {
        return Result.success(maker.content(one.key(), value));
      }
    } catch (RuntimeException e) {
      around.notes().sourceFailed(plan.name(), one.text(), e);
    }
    figures.unsound.increment();
    return Result.failure(
        FailureReason.GARBLED, "The source of " + plan.name() + " answered what cannot be true.");
  }
}
