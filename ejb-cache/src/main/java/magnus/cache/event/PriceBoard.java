package magnus.cache.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import magnus.cache.Exposure;
import magnus.cache.event.EntryIndex.Place;
import magnus.cache.freshness.MoveBound;
import magnus.cache.shelf.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Follows how far prices that are seen have moved the values that were made from older ones. A
 * value's drift is the sum of its exposures' weights times the log returns since it was made; it
 * costs an addition per value and symbol when a price is seen. A value that has drifted beyond its
 * bound, or one of whose prices nobody has seen for too long, is told.
 */
public final class PriceBoard {

  private static final double BASIS_POINTS = 10_000;

  /** Moves of less than a basis point are told once they have added up to one. */
  private static final double GRAIN = 1 / BASIS_POINTS;

  private static final int MOST_SYMBOLS = 20_000;
  private static final Duration SEEN_LATELY = Duration.ofMinutes(1);

  /** Clocks of nodes, and calls that a turn overlaps, are no further apart. */
  private static final long CLOCKS_APART = 60_000;

  private static final long NEVER = Long.MIN_VALUE / 4;

  private final Map<String, Symbol> symbols = new ConcurrentHashMap<>();
  private final Map<Place, Watched> watched = new ConcurrentHashMap<>();
  private final Set<Watched> beyond = ConcurrentHashMap.newKeySet();

  /** A price in logs, when it was seen, and who moves with it. */
  private static final class Symbol {
    private final Map<Watched, Double> watchers = new ConcurrentHashMap<>();
    private double log = Double.NaN;
    // What watchers have been told; each of them is moved by what comes after it.
    private double told = Double.NaN;
    private long atMillis = NEVER;

    /** Milliseconds since it was seen; negative only after a replay was set back. */
    private synchronized long age(Instant now) {
      long age = now.toEpochMilli() - atMillis;
      return age < 0 && age >= -CLOCKS_APART ? 0 : age;
    }
  }

  /** An entry with how far it has drifted, as a fraction. */
  private static final class Watched {
    private final Place place;
    private final Entry<?> entry;
    private final MoveBound bound;
    private final List<Exposure> exposures;
    private double drift;

    Watched(Place place, Entry<?> entry, MoveBound bound, List<Exposure> exposures) {
      this.place = place;
      this.entry = entry;
      this.bound = bound;
      this.exposures = exposures;
    }

    synchronized void move(double by) {
      drift += by;
    }

    synchronized double drift() {
      return drift;
    }

    boolean isBeyond() {
      return Math.abs(drift()) * BASIS_POINTS > bound.basisPoints();
    }
  }

  /** A watched entry that must not be served any more, and why. */
  public record Wrong(Place place, Entry<?> entry, MoveBound bound, String why) {}

  /** Whether all these prices were seen lately. */
  public boolean sees(Collection<Exposure> exposures, Instant now) {
    for (Exposure exposure : exposures) {
      Symbol symbol = symbols.get(exposure.symbol());
      if (symbol == null) {
        return false;
      }
      synchronized (symbol) {
        long age = symbol.age(now);
        if (Double.isNaN(symbol.log) || age < 0 || age > SEEN_LATELY.toMillis()) {
          return false;
        }
      }
    }
    return !exposures.isEmpty();
  }

  /** A price was seen; an older one than is known already tells nothing. */
  public void seen(String name, double price, Instant at, Instant now) {
    if (!(price > 0) || (symbols.size() >= MOST_SYMBOLS && !symbols.containsKey(name))) {
      return;
    }
    Symbol symbol = symbols.computeIfAbsent(name, s -> new Symbol());
    synchronized (symbol) {
      boolean later = at.toEpochMilli() >= symbol.atMillis;
      boolean setBack = symbol.atMillis > now.toEpochMilli();
      if (!later && !setBack) {
        return;
      }
      symbol.log = Math.log(price);
      symbol.atMillis = at.toEpochMilli();
      double move = symbol.log - symbol.told;
      if (Double.isNaN(move)) {
        symbol.told = symbol.log;
      } else if (Math.abs(move) >= GRAIN) {
        symbol.told = symbol.log;
        symbol.watchers.forEach(
            (who, weight) -> {
              who.move(weight * move);
              if (who.isBeyond()) {
                beyond.add(who);
              }
            });
      }
    }
  }

  /** A place has this entry now, which is followed from here on. */
  public void watch(Place place, Entry<?> entry, MoveBound bound, List<Exposure> exposures) {
    forget(place);
    Watched mine = new Watched(place, entry, bound, exposures);
    watched.put(place, mine);
    for (Exposure exposure : exposures) {
      // Also one that nobody has seen here yet, so that it is missed before long.
      Symbol symbol = symbols.computeIfAbsent(exposure.symbol(), s -> new Symbol());
      synchronized (symbol) {
        symbol.watchers.merge(mine, exposure.weight(), Double::sum);
        double made = exposure.price() > 0 ? Math.log(exposure.price()) : symbol.log;
        if (!Double.isNaN(symbol.told)) {
          mine.move(exposure.weight() * (symbol.told - made));
        }
      }
    }
    if (mine.isBeyond()) {
      beyond.add(mine);
    }
    if (watched.get(place) != mine) {
      // It was forgotten meanwhile, perhaps before the last of its symbols knew of it.
      unregister(mine);
    }
  }

  /** A place has no entry any more, or one that is not followed. */
  public void forget(Place place) {
    Watched old = watched.remove(place);
    if (old != null) {
      unregister(old);
    }
  }

  private void unregister(Watched old) {
    beyond.remove(old);
    for (Exposure exposure : old.exposures) {
      Symbol symbol = symbols.get(exposure.symbol());
      if (symbol != null) {
        symbol.watchers.remove(old);
      }
    }
  }

  /** Takes those out that have drifted beyond their bounds. */
  public List<Wrong> takeBeyond(Instant now) {
    List<Wrong> wrong = new ArrayList<>();
    for (Watched one : beyond) {
      // Back within its bound: prices of one call come one after another.
      if (beyond.remove(one) && one.isBeyond() && watched.get(one.place) == one) {
        forget(one.place);
        wrong.add(new Wrong(one.place, one.entry, one.bound, driftWords(one, now)));
      }
    }
    return wrong;
  }

  /** Takes those out one of whose prices nobody has seen for longer than each allows. */
  public List<Wrong> takeUnseen(Instant now) {
    List<Wrong> wrong = new ArrayList<>();
    Set<Watched> found = new HashSet<>();
    symbols.forEach(
        (name, symbol) -> {
          long age = symbol.age(now);
          for (Watched one : age == 0 ? Set.<Watched>of() : symbol.watchers.keySet()) {
            boolean unseen = age < 0 || age > one.bound.unseen().toMillis();
            if (unseen && watched.get(one.place) == one && found.add(one)) {
              forget(one.place);
              wrong.add(
                  new Wrong(
                      one.place,
                      one.entry,
                      one.bound,
                      "no price of "
                          + name
                          + " has been seen for "
                          + Duration.ofMillis(Math.max(0, age))
                          + "; unwatched it would live for "
                          + one.bound.unseen()));
            }
          }
        });
    return wrong;
  }

  private String driftWords(Watched one, Instant now) {
    return String.format(
        Locale.ROOT,
        "prices seen since it was made %d s ago have moved it by %.1f bp, its %d exposures times"
            + " their moves added up; its bound is %.1f bp%s",
        Duration.between(one.entry.asOf(), now).toSeconds(),
        one.drift() * BASIS_POINTS,
        one.exposures.size(),
        one.bound.basisPoints(),
        one.bound.why());
  }

  /** How far an entry has drifted, in basis points; null where nobody follows it. */
  public @Nullable Double drift(Place place) {
    Watched one = watched.get(place);
    return one == null ? null : one.drift() * BASIS_POINTS;
  }

  /** How many entries are followed. */
  public int size() {
    return watched.size();
  }
}
