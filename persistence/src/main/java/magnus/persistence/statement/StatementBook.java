package magnus.persistence.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import magnus.basics.work.Errand;

/**
 * Counts statements in memory until somebody takes the counts. Bounded: beyond {@value #MOST_LINES}
 * lines, what is new is only counted. Safe for many threads.
 */
public final class StatementBook {

  static final int MOST_LINES = 20_000;
  private static final int MOST_KNOWN = 5_000;

  private static final StatementBook OF_THIS_SERVER = new StatementBook();

  private final Map<String, Fingerprint> known = new ConcurrentHashMap<>();
  private final LongAdder unkept = new LongAdder();
  private volatile Map<Place, Counter> counters = new ConcurrentHashMap<>();

  /** The one that Hibernate's sessions tell, which makes their listeners itself. */
  public static StatementBook ofThisServer() {
    return OF_THIS_SERVER;
  }

  /** What is counted apart. */
  private record Place(Fingerprint fingerprint, Errand errand) {}

  private static final class Counter {
    final LongAdder count = new LongAdder();
    final LongAdder nanos = new LongAdder();
    final LongAccumulator longest = new LongAccumulator(Long::max, 0);
  }

  /**
   * Counts of one statement.
   *
   * @param nanos spent in the database and on the way there and back, in sum
   * @param longest one, in nanoseconds
   */
  public record Line(
      Fingerprint fingerprint, Errand errand, long count, long nanos, long longest) {}

  /** A statement, as the database was given it, was run by this thread. */
  public void ran(String sql, long nanos) {
    Map<Place, Counter> now = counters;
    Place place = new Place(fingerprint(sql), Errand.current());
    Counter counter = now.get(place);
    if (counter == null) {
      if (now.size() >= MOST_LINES) {
        unkept.increment();
        return;
      }
      counter = now.computeIfAbsent(place, p -> new Counter());
    }
    counter.count.increment();
    counter.nanos.add(nanos);
    counter.longest.accumulate(nanos);
  }

  private Fingerprint fingerprint(String sql) {
    Fingerprint there = known.get(sql);
    if (there != null) {
      return there;
    }
    Fingerprint made = Fingerprint.of(sql);
    if (known.size() < MOST_KNOWN) {
      known.put(sql, made);
    }
    return made;
  }

  /** All that was counted since the last time; a count that comes at this moment may be lost. */
  public List<Line> take() {
    Map<Place, Counter> taken = counters;
    counters = new ConcurrentHashMap<>();
    List<Line> lines = new ArrayList<>();
    taken.forEach(
        (place, c) ->
            lines.add(
                new Line(
                    place.fingerprint,
                    place.errand,
                    c.count.sum(),
                    c.nanos.sum(),
                    c.longest.get())));
    return lines;
  }

  /** Statements that were not counted by their line, for want of room. */
  public long unkept() {
    return unkept.sum();
  }
}
