package magnus.cache.ahead;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.IntSupplier;
import magnus.basics.time.TradingCalendar;
import magnus.cache.event.EntryIndex.Place;
import magnus.cache.shelf.CachedShelf;
import magnus.cache.shelf.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every entry shortly before its end. One that is asked for so often that the hits of its
 * next lifespan are worth more than its load is loaded then, on threads of low priority and bounded
 * per turn. An entry that ends without ever having been served again is counted as unused. Where
 * the end is a bell, the entry is loaded right after it: what is loaded before would end with it.
 */
public final class RefreshAhead {

  /** With what such loads are marked. */
  public static final String REASON = "refresh ahead";

  /** With what loads before the open are marked. */
  public static final String WARMING = "warming";

  private static final int MOST_PER_TURN = 5_000;
  private static final Duration LONGEST_STEP = Duration.ofMinutes(10);
  private static final double OVERHEAD_MILLIS = 1;
  private static final double BY_WARMING = Double.MAX_VALUE;

  private final String node;
  private final Function<String, @Nullable CachedShelf<?, ?>> shelves;
  private final InstantSource market;
  private final Executor lowPriority;
  private final IntSupplier perTurn;
  private final DoubleSupplier worth;
  private final Deadlines deadlines = new Deadlines();
  private final Map<Place, Entry<?>> ahead = new ConcurrentHashMap<>();
  private volatile Set<Place> atTheBell = Set.of();
  private volatile long step = 1_000;
  private volatile @Nullable Instant before;

  private record Candidate(Place place, Entry<?> entry, CachedShelf<?, ?> shelf, double gain) {}

  /**
   * @param perTurn loads that may begin in a turn
   * @param worth how many times a load's cost its expected hits must save
   */
  public RefreshAhead(
      String node,
      Function<String, @Nullable CachedShelf<?, ?>> shelves,
      InstantSource market,
      Executor lowPriority,
      IntSupplier perTurn,
      DoubleSupplier worth) {
    this.node = node;
    this.shelves = shelves;
    this.market = market;
    this.lowPriority = lowPriority;
    this.perTurn = perTurn;
    this.worth = worth;
  }

  /** A place has this entry now. */
  public void stored(Place place, Entry<?> entry) {
    settle(place);
    if (entry.loadedFor().equals(REASON) && entry.loadedBy().equals(node)) {
      ahead.put(place, entry);
    }
    deadlines.set(place, entry.freshUntil().toEpochMilli() - lead(entry));
  }

  /** A place has no entry any more. */
  public void gone(Place place) {
    settle(place);
    deadlines.remove(place);
  }

  private void settle(Place place) {
    Entry<?> old = ahead.remove(place);
    CachedShelf<?, ?> shelf = old == null ? null : shelves.apply(place.shelf());
    if (old != null && shelf != null && old.accesses() > 0) {
      shelf.refreshedAheadUsed();
    }
  }

  /** How long before its end an entry is looked at, in milliseconds. */
  private long lead(Entry<?> entry) {
    if (endsAtBell(entry)) {
      return 0;
    }
    long lifespan = entry.lifespan().duration().toMillis();
    long wanted = Math.max(lifespan / 10, 2 * entry.loadTime().toMillis() + 2 * step);
    return Math.min(wanted, lifespan / 2);
  }

  private static boolean endsAtBell(Entry<?> entry) {
    Instant bell = TradingCalendar.newYork().phaseEnd(entry.asOf());
    return Math.abs(Duration.between(entry.freshUntil(), bell).toMillis()) < 1_000;
  }

  /** To be called every second; looks at what is due and nothing else. */
  public void turn() {
    Instant now = market.instant();
    measureStep(now);
    List<Candidate> candidates = new ArrayList<>();
    for (Deadlines.Due due : deadlines.take(now.toEpochMilli(), MOST_PER_TURN)) {
      CachedShelf<?, ?> shelf = shelves.apply(due.place().shelf());
      Entry<?> entry = shelf == null ? null : shelf.find(due.place().key()).orElse(null);
      if (shelf == null || entry == null) {
        continue;
      }
      long end = entry.freshUntil().toEpochMilli();
      boolean ended = end <= now.toEpochMilli();
      if (ended && entry.accesses() == 0 && entry.loadedBy().equals(node)) {
        shelf.endedUnused();
      }
      boolean bell = endsAtBell(entry);
      if (bell && atTheBell.contains(due.place())) {
        candidates.add(new Candidate(due.place(), entry, shelf, BY_WARMING));
      } else if (due.at() < end || bell) {
        double gain = gain(entry, now);
        if (gain > 0) {
          candidates.add(new Candidate(due.place(), entry, shelf, gain));
        }
      }
      if (!ended) {
        deadlines.set(due.place(), end);
      }
    }
    candidates.sort(Comparator.comparingDouble(Candidate::gain).reversed());
    int most = perTurn.getAsInt();
    Map<CachedShelf<?, ?>, Map<String, Entry<?>>> chosen = new LinkedHashMap<>();
    for (int i = 0; i < candidates.size(); i++) {
      Candidate c = candidates.get(i);
      if (i < most) {
        chosen
            .computeIfAbsent(c.shelf(), s -> new LinkedHashMap<>())
            .put(c.place().key(), c.entry());
      } else if (c.gain() == BY_WARMING && most > 0) {
        // At the bell everything ends at once: the rest has its turn in a second.
        deadlines.set(c.place(), now.toEpochMilli());
      }
    }
    chosen.forEach((shelf, seen) -> shelf.refreshAhead(seen, REASON, lowPriority));
  }

  /**
   * These are loaded anew as soon as their entries have ended with a bell, whether they were asked
   * for or not; in the place of what was expected before.
   */
  public void expectAtTheBell(Set<Place> places) {
    atTheBell = Set.copyOf(places);
  }

  private void measureStep(Instant now) {
    Instant last = before;
    before = now;
    if (last != null && now.isAfter(last)) {
      step = Math.min(LONGEST_STEP.toMillis(), Duration.between(last, now).toMillis());
    }
  }

  /**
   * Milliseconds that the next lifespan's expected hits save, less the load's cost times what it
   * must be worth; not above 0 for an entry that has not been asked for in its own lifespan.
   */
  double gain(Entry<?> entry, Instant now) {
    if (entry.accesses() == 0) {
      return 0;
    }
    double load = entry.loadTime().toNanos() / 1e6;
    double hits = entry.accessesPerSecond(now) * (entry.lifespan().duration().toMillis() / 1000.0);
    return hits * load - worth.getAsDouble() * (load + OVERHEAD_MILLIS);
  }

  /** How many entries wait to be looked at. */
  public int watched() {
    return deadlines.size();
  }
}
