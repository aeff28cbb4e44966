package magnus.cache.shelf;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import magnus.basics.problem.Refusal;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
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
  interface Answers<K, V> extends BiConsumer<Wanted<K, V>, Result<Entry<V>>> {}

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
            answers.accept(one, Result.success(there));
          } else {
            mine.put(one, Optional.ofNullable(there));
          }
        }
        if (!mine.isEmpty()) {
          takeAlong(mine, turns, claim);
          loadUntilNotOvertaken(mine, reason, answers);
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
        answers.accept(
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
        answers.accept(
            one,
            Result.failure(FailureReason.CANCELLED, "The wait for " + one.text() + " was ended."));
      }
      return false;
    }
  }

  /** Others come with the call where nobody loads them at the moment, on whichever node. */
  private void takeAlong(
      Map<Wanted<K, V>, Optional<Entry<V>>> mine,
      List<LoadTurns.Turn> turns,
      Function<String, Optional<Wanted<K, V>>> claim) {
    if (!plan.rides()) {
      return;
    }
    Set<String> besides = new HashSet<>();
    mine.keySet().forEach(one -> besides.add(one.text()));
    int room = plan.batch().orElseThrow().most() - besides.size();
    Instant now = around.market().instant();
    for (String text : riders.choose(room, besides, now, store::find)) {
      Optional<LoadTurns.Turn> turn = around.turns().tryTake(plan.name(), text);
      if (turn.isEmpty()) {
        continue;
      }
      Optional<Wanted<K, V>> rider = claim.apply(text);
      if (rider.isPresent()) {
        turns.add(turn.get());
        mine.put(rider.get(), Optional.ofNullable(store.find(text)));
      } else {
        turn.get().close();
      }
    }
  }

  private boolean isFresh(Entry<V> entry) {
    return entry.overdueMillis(around.market().instant().toEpochMilli()) <= 0;
  }

  /**
   * Whoever asks after an event must not be given what was true before it: what the event overtook
   * is loaded again, unless events come too fast for that.
   */
  private void loadUntilNotOvertaken(
      Map<Wanted<K, V>, Optional<Entry<V>>> wanted, String reason, Answers<K, V> answers) {
    Map<Wanted<K, V>, Optional<Entry<V>>> left = new LinkedHashMap<>(wanted);
    for (int i = 1; !left.isEmpty(); i++) {
      boolean last = i == LOADS;
      long mark = around.horizon().mark();
      Set<Wanted<K, V>> done = new HashSet<>();
      call(
          left,
          reason,
          (one, result) -> {
            // At once after it is put: it must not lie there while others of the call are put.
            Optional<Entry<V>> entry = result.find();
            boolean overtaken =
                entry.isPresent() && around.horizon().touchedSince(mark, entry.get().madeFrom());
            if (overtaken) {
              figures.overtaken.increment();
              store.remove(one.text());
            }
            if (!overtaken || last) {
              done.add(one);
              answers.accept(one, result);
            }
          });
      left.keySet().removeAll(done);
    }
    around.notes().called(plan.name());
  }

  /** One call of the source; each answer is judged and put on the shelf by itself. */
  private void call(
      Map<Wanted<K, V>, Optional<Entry<V>>> wanted, String reason, Answers<K, V> answers) {
    Instant asOf = around.market().instant();
    long began = around.ticker().getAsLong();
    figures.calls.increment();
    Map<K, Result<V>> given = ask(wanted.keySet(), asOf);
    long took = around.ticker().getAsLong() - began;
    figures.loadNanos.add(took);
    wanted.forEach(
        (one, old) ->
            answers.accept(
                one, stored(one, judged(one, given.get(one.key())), asOf, old, took, reason)));
  }

  private Result<Entry<V>> stored(
      Wanted<K, V> one,
      Result<V> answer,
      Instant asOf,
      Optional<Entry<V>> old,
      long took,
      String reason) {
    if (answer instanceof Result.Failure<V> failed) {
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
            ((Result.Success<V>) answer).value(),
            asOf,
            old.orElse(null),
            Duration.ofNanos(took),
            one.rides() ? RideAlong.REASON : reason);
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

  private Map<K, Result<V>> ask(Set<Wanted<K, V>> wanted, Instant asOf) {
    Set<K> keys = new java.util.LinkedHashSet<>();
    wanted.forEach(one -> keys.add(one.key()));
    Wanted<K, V> first = wanted.iterator().next();
    try {
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

  private Result<V> judged(Wanted<K, V> one, @Nullable Result<V> answer) {
    if (answer == null) {
      return Result.failure(
          FailureReason.NO_DATA,
          "The source of " + plan.name() + " said nothing of " + one.text() + ".");
    }
    if (answer instanceof Result.Success<V> success
        && !plan.checks().sound().test(success.value())) {
      figures.unsound.increment();
      return Result.failure(
          FailureReason.GARBLED, "The source of " + plan.name() + " answered what cannot be true.");
    }
    return answer;
  }
}
