package magnus.cache.shelf;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import magnus.basics.problem.Refusal;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.basics.work.Errand;
import magnus.cache.Served;
import magnus.cache.Served.How;
import magnus.cache.ShelfPlan;

/**
 * The loads of one shelf that are under way on this node: at most one of each key, whose promise
 * all share who ask meanwhile. Whoever begins loads ends them before he waits for those of others.
 */
final class Loads<K, V> {

  /** Why a key is loaded that somebody waits for. */
  static final String REQUEST = "request";

  static final Duration WAIT_FOR_OTHERS = Duration.ofSeconds(30);

  private final ShelfPlan<K, V> plan;
  private final Surroundings around;
  private final ShelfFigures figures;
  private final EntryLoad<K, V> source;
  private final FailureMemory failures;
  private final ConcurrentHashMap<String, Wanted<K, V>> underWay = new ConcurrentHashMap<>();
  private final Told answers = new Told();

  Loads(ShelfPlan<K, V> plan, Surroundings around, ShelfFigures figures, EntryLoad<K, V> source) {
    this.plan = plan;
    this.around = around;
    this.figures = figures;
    this.source = source;
    this.failures = new FailureMemory(plan.grace().failureMemory().toNanos(), around.ticker());
  }

  FailureMemory failures() {
    return failures;
  }

  /** Promises by key's text, and those of them that are this caller's to keep. */
  private record Claimed<K, V>(Map<String, Wanted<K, V>> all, List<Wanted<K, V>> mine) {}

  private Claimed<K, V> claim(Map<String, K> keys) {
    Claimed<K, V> claimed = new Claimed<>(new LinkedHashMap<>(), new ArrayList<>());
    keys.forEach(
        (text, key) -> {
          Wanted<K, V> own = Wanted.of(key, text, false);
          Wanted<K, V> running = underWay.putIfAbsent(text, own);
          claimed.all().put(text, running == null ? own : running);
          if (running == null) {
            claimed.mine().add(own);
          }
        });
    return claimed;
  }

  boolean isUnderWay(String text) {
    return underWay.containsKey(text);
  }

  /** Loads on this thread, except what is under way already. */
  Map<String, Wanted<K, V>> here(Map<String, K> keys, String reason, boolean anyway) {
    Claimed<K, V> claimed = claim(keys);
    figures.joined.add(keys.size() - claimed.mine().size());
    perform(claimed.mine(), reason, anyway);
    return claimed.all();
  }

  /** The same for one key, to its end. */
  Result<Served<V>> one(K key, String text, String reason, boolean anyway) {
    Map<String, Wanted<K, V>> promised = here(Map.of(text, key), reason, anyway);
    await(promised, WAIT_FOR_OTHERS);
    return answer(promised, text, WAIT_FOR_OTHERS);
  }

  /** Begins loads on another thread; none where no thread is to be had. */
  Optional<Map<String, Wanted<K, V>>> elsewhere(
      Map<String, K> keys, String reason, boolean anyway, Executor threads) {
    Claimed<K, V> claimed = claim(keys);
    if (claimed.mine().isEmpty()) {
      return Optional.of(claimed.all());
    }
    try {
      threads.execute(Errand.carried(() -> perform(claimed.mine(), reason, anyway)));
      return Optional.of(claimed.all());
    } catch (RejectedExecutionException e) {
      for (Wanted<K, V> mine : claimed.mine()) {
        underWay.remove(mine.text(), mine);
        mine.promise()
            .complete(
                Result.failure(
                    FailureReason.UNAVAILABLE, "No thread is free to load " + mine.text() + "."));
      }
      return Optional.empty();
    }
  }

  private void perform(List<Wanted<K, V>> mine, String reason, boolean anyway) {
    int most = plan.batch().map(ShelfPlan.Batch::most).orElse(1);
    for (int from = 0; from < mine.size(); from += most) {
      perform(mine.subList(from, Math.min(mine.size(), from + most)), reason, anyway, mine);
    }
  }

  private void perform(
      List<Wanted<K, V>> some, String reason, boolean anyway, List<Wanted<K, V>> all) {
    List<Wanted<K, V>> open = new ArrayList<>(some);
    try {
      source.load(
          some,
          reason,
          anyway,
          text -> {
            Wanted<K, V> rider = Wanted.of(plan.keys().parse().apply(text), text, true);
            if (underWay.putIfAbsent(text, rider) != null) {
              return Optional.empty();
            }
            open.add(rider);
            return Optional.of(rider);
          },
          answers);
    } catch (Throwable e) {
      // An error ends the thread: what it had still to load is over as well.
      open.addAll(e instanceof Error ? all : List.of());
      for (Wanted<K, V> one : open) {
        answers.broke(one, e);
      }
      if (e instanceof Error error) {
        throw error;
      }
    }
  }

  /** Tells whoever waits, and remembers failures. */
  private final class Told implements EntryLoad.Answers<K, V> {

    @Override
    public void loaded(Wanted<K, V> one, Result<Entry<V>> result) {
      result
          .findFailure()
          .ifPresentOrElse(
              f -> failures.remember(one.text(), f.reason(), f.detail()),
              () -> failures.forget(one.text()));
      underWay.remove(one.text(), one);
      one.promise()
          .complete(result.map(entry -> entry.served(How.LOADED, around.market().instant())));
    }

    @Override
    public void broke(Wanted<K, V> one, Throwable cause) {
      underWay.remove(one.text(), one);
      one.promise().completeExceptionally(cause);
    }
  }

  /** Waits until all of these are kept or broken, for so long at most in sum. */
  void await(Map<String, Wanted<K, V>> promised, Duration most) {
    CompletableFuture<?>[] all =
        promised.values().stream().map(Wanted::promise).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(all).get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException | ExecutionException e) {
      // Each answer says it of itself.
    }
  }

  /**
   * What one of these came to, without waiting; a refusal of the source is the caller's.
   *
   * @param waited for how long it has been waited for
   */
  Result<Served<V>> answer(Map<String, Wanted<K, V>> promised, String text, Duration waited) {
    Wanted<K, V> wanted = promised.get(text);
    if (wanted == null) {
      throw new IllegalArgumentException(plan.name() + "/" + text + " was not asked for");
    }
    if (!wanted.promise().isDone()) {
      if (Thread.currentThread().isInterrupted()) {
        return Result.failure(
            FailureReason.CANCELLED, "The wait for " + text + " was interrupted.");
      }
      figures.tooSlow.increment();
      return Result.failure(
          FailureReason.TIMED_OUT,
          "The source of " + plan.name() + "/" + text + " has not answered for " + waited + ".");
    }
    try {
      return wanted.promise().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Refusal refusal) {
        throw refusal;
      }
      throw new IllegalStateException("the load of " + plan.name() + "/" + text + " broke", e);
    }
  }
}
