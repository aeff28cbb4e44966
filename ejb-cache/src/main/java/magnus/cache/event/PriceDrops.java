package magnus.cache.event;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import magnus.cache.DataType;
import magnus.cache.Exposure;
import magnus.cache.ShelfPlan;
import magnus.cache.event.EntryIndex.Place;
import magnus.cache.freshness.LifespanPolicy;
import magnus.cache.freshness.LifespanQuestion;
import magnus.cache.freshness.MoveBound;
import magnus.cache.shelf.CachedShelf;
import magnus.cache.shelf.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Drops values made from prices once prices that somebody else asked for have moved them too far,
 * and loads those anew that are asked for often. Every node follows every entry by the prices on
 * its shelves, so none depends on another: on each a wrong value ends to be fresh. It is dropped by
 * the node that loaded it alone, as on others it may be asked for often.
 */
public final class PriceDrops {

  /** With what loads of often asked values are marked. */
  public static final String REASON = "prices moved";

  private final String node;
  private final Function<String, @Nullable CachedShelf<?, ?>> shelves;
  private final Supplier<? extends LifespanPolicy> policy;
  private final InstantSource market;
  private final Executor threads;
  private final DoubleSupplier worth;
  private final PriceBoard board = new PriceBoard();
  private final AtomicBoolean asked = new AtomicBoolean();

  /** Entries of which it is not settled yet whether they are followed; the newest of each place. */
  private final Map<Place, Newcomer> newcomers = new ConcurrentHashMap<>();

  private final AtomicBoolean settling = new AtomicBoolean();

  private record Newcomer(Entry<?> entry, List<Exposure> exposures) {}

  /**
   * @param node this node's name
   * @param worth how many hits must be expected of a value for it to be loaded instead of dropped
   */
  public PriceDrops(
      String node,
      Function<String, @Nullable CachedShelf<?, ?>> shelves,
      Supplier<? extends LifespanPolicy> policy,
      InstantSource market,
      Executor threads,
      DoubleSupplier worth) {
    this.node = node;
    this.shelves = shelves;
    this.policy = policy;
    this.market = market;
    this.threads = threads;
    this.worth = worth;
  }

  /** Whether a value of the plan would be followed. */
  public <K, V> boolean watches(ShelfPlan<K, V> plan, K key, V value, Instant asOf) {
    return isWatched(plan) && board.sees(plan.checks().exposure().apply(key, value), asOf);
  }

  private static boolean isWatched(ShelfPlan<?, ?> plan) {
    return plan.type().movesWithPrices() && plan.type() != DataType.QUOTE;
  }

  /**
   * A place has this entry now, whichever node put it there. Its price counts at once; the policy,
   * which may ask the market, is asked on another thread.
   */
  public void stored(Place place, Entry<?> entry) {
    CachedShelf<?, ?> shelf = shelves.apply(place.shelf());
    if (shelf == null || !shelf.plan().type().movesWithPrices()) {
      return;
    }
    List<Exposure> exposures = shelf.exposure(place.key(), entry);
    Instant now = market.instant();
    for (Exposure exposure : exposures) {
      if (exposure.price() > 0) {
        board.seen(exposure.symbol(), exposure.price(), entry.asOf(), now);
      }
    }
    if (isWatched(shelf.plan())) {
      newcomers.put(place, new Newcomer(entry, exposures));
      later(settling, this::settle);
    }
  }

  /** Does it on another thread, once where it is asked for more than once before it begins. */
  private void later(AtomicBoolean begun, Runnable work) {
    if (begun.compareAndSet(false, true)) {
      try {
        threads.execute(work);
      } catch (RejectedExecutionException e) {
        // The next turn does it.
        begun.set(false);
      }
    }
  }

  /** One at a time, so that of two entries of a place the later one is followed. */
  private synchronized void settle() {
    settling.set(false);
    for (Place place : newcomers.keySet()) {
      Newcomer newcomer = newcomers.remove(place);
      CachedShelf<?, ?> shelf = shelves.apply(place.shelf());
      if (newcomer == null || shelf == null) {
        continue;
      }
      follow(shelf, place, newcomer);
      if (shelf.find(place.key()).orElse(null) != newcomer.entry) {
        // It went meanwhile; what came after it is among the newcomers.
        board.forget(place);
      }
    }
  }

  private void follow(CachedShelf<?, ?> shelf, Place place, Newcomer newcomer) {
    Entry<?> entry = newcomer.entry;
    List<Exposure> exposures = newcomer.exposures;
    Instant now = market.instant();
    LifespanQuestion question =
        new LifespanQuestion(
            place.shelf(),
            shelf.plan().type(),
            entry.madeFrom(),
            entry.asOf(),
            entry.rateWhenLoaded(),
            entry.loadTime());
    policy
        .get()
        .findMoveBound(question)
        .filter(bound -> board.sees(exposures, now) || isLongLived(entry, bound, exposures))
        .ifPresentOrElse(
            bound -> board.watch(place, entry, bound, exposures), () -> board.forget(place));
  }

  /**
   * Whether it lives as only watched values may: it was made where, or when, its prices were seen.
   */
  private static boolean isLongLived(Entry<?> entry, MoveBound bound, List<Exposure> exposures) {
    return !exposures.isEmpty() && entry.lifespan().duration().compareTo(bound.unseen()) > 0;
  }

  /** A shelf is open now, on which entries may lie that other nodes have put there. */
  public void opened(CachedShelf<?, ?> shelf) {
    for (String key : shelf.keys()) {
      shelf.find(key).ifPresent(entry -> stored(new Place(shelf.name(), key), entry));
    }
  }

  /** A place has no entry any more. */
  public void gone(Place place) {
    newcomers.remove(place);
    board.forget(place);
  }

  /** A call of a source has ended; what it showed is acted upon on another thread. */
  public void called() {
    later(asked, this::act);
  }

  private void act() {
    asked.set(false);
    settle();
    Instant now = market.instant();
    board.takeBeyond(now).forEach(wrong -> end(wrong, now));
  }

  /** To be called every second. */
  public void turn() {
    settle();
    Instant now = market.instant();
    board.takeBeyond(now).forEach(wrong -> end(wrong, now));
    board.takeUnseen(market.instant()).forEach(wrong -> end(wrong, now));
  }

  private void end(PriceBoard.Wrong wrong, Instant now) {
    CachedShelf<?, ?> shelf = shelves.apply(wrong.place().shelf());
    if (shelf == null || shelf.find(wrong.place().key()).orElse(null) != wrong.entry()) {
      return;
    }
    MoveBound bound = wrong.bound();
    double hits = wrong.entry().accessesPerSecond(now) * bound.expected().toMillis() / 1000;
    if (wrong.entry().accesses() > 0 && hits >= worth.getAsDouble()) {
      // Whether or not the source answers: what lies there is fresh no more.
      wrong.entry().endFreshness(now);
      shelf.refreshInBackground(wrong.place().key(), REASON);
      return;
    }
    String why = "PRICES_SEEN at " + now + ": " + wrong.why();
    if (!wrong.entry().loadedBy().equals(node)
        || !shelf.drop(wrong.place().key(), wrong.entry(), why)) {
      shelf.endFreshness(wrong.place().key(), wrong.entry(), why, now);
    }
  }

  /** How far what lies at a place has drifted, in basis points; null where nobody follows it. */
  public @Nullable Double drift(Place place) {
    return board.drift(place);
  }

  /** How many entries are followed. */
  public int watched() {
    return board.size();
  }
}
