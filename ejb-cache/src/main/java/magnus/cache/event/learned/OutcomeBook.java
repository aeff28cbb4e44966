package magnus.cache.event.learned;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import magnus.cache.DataType;
import magnus.cache.Occurrence;
import magnus.cache.event.Decision;
import magnus.cache.event.EntryIndex.Place;
import magnus.cache.shelf.Entry;

/**
 * What became of entries that were decided about: at the next load of the same key, the old value
 * is held against the new one. A load long after the old entry's end tells nothing of the event and
 * is left out. Bounded; the oldest are forgotten first. Safe for many threads.
 */
public final class OutcomeBook {

  private static final int MOST_PENDING = 10_000;
  private static final int MOST_OUTCOMES = 2_000;

  private final ToDoubleFunction<DataType> epsilon;
  private final Deque<Outcome> recent = new ArrayDeque<>();
  private final Map<String, long[]> counts = new TreeMap<>();
  private final Map<Place, Pending> pending =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Pending> eldest) {
          return size() > MOST_PENDING;
        }
      };

  /** A decision whose outcome is not known yet. */
  record Pending(
      Entry<?> entry,
      Occurrence.Kind kind,
      DataType type,
      double probability,
      Decision.Verdict learned,
      Decision.Verdict rule) {}

  /**
   * One that is known.
   *
   * @param at market time of the load that told
   * @param error of the old value by the new one, in the type's unit
   * @param changed whether that is more than ε
   */
  public record Outcome(
      Place place,
      Occurrence.Kind kind,
      Instant at,
      double probability,
      Decision.Verdict learned,
      Decision.Verdict rule,
      double error,
      boolean changed) {}

  /** Live figures of one kind of event and type of data, on this node since its start. */
  public record Live(Occurrence.Kind kind, DataType type, Score rule, Score learned) {}

  /**
   * The measure of a shelf: by how much the first entry's value is wrong if the second's is true.
   */
  @FunctionalInterface
  public interface Measure {
    double apart(Place place, Entry<?> served, Entry<?> truth);
  }

  /**
   * @param epsilon error from which a value counts as changed
   */
  public OutcomeBook(ToDoubleFunction<DataType> epsilon) {
    this.epsilon = epsilon;
  }

  /** The first decision about an entry counts; later events find it pending already. */
  synchronized void decided(Place place, Pending decision) {
    Pending before = pending.get(place);
    if (before == null || before.entry() != decision.entry()) {
      pending.remove(place);
      pending.put(place, decision);
    }
  }

  /** A key was loaded anew. */
  public void loaded(Place place, Entry<?> now, Measure measure) {
    Pending decision;
    synchronized (this) {
      if (pending.isEmpty()) {
        return;
      }
      decision = pending.remove(place);
    }
    if (decision == null) {
      return;
    }
    Entry<?> old = decision.entry();
    if (now.asOf().isBefore(old.asOf())
        || now.asOf().isAfter(old.freshUntil().plus(old.lifespan().duration()))) {
      return;
    }
    double error = measure.apart(place, old, now);
    note(place, decision, now.asOf(), error, error > epsilon.applyAsDouble(decision.type()));
  }

  private synchronized void note(
      Place place, Pending decision, Instant at, double error, boolean changed) {
    recent.addFirst(
        new Outcome(
            place,
            decision.kind(),
            at,
            decision.probability(),
            decision.learned(),
            decision.rule(),
            error,
            changed));
    if (recent.size() > MOST_OUTCOMES) {
      recent.removeLast();
    }
    long[] sums = counts.computeIfAbsent(decision.kind() + "/" + decision.type(), k -> new long[6]);
    sums[0]++;
    sums[1] += changed ? 1 : 0;
    tally(sums, 2, decision.rule(), changed);
    tally(sums, 4, decision.learned(), changed);
  }

  private static void tally(long[] sums, int at, Decision.Verdict verdict, boolean changed) {
    boolean dropped = verdict == Decision.Verdict.DROP;
    sums[at] += dropped && !changed ? 1 : 0;
    sums[at + 1] += !dropped && changed ? 1 : 0;
  }

  /** The newest outcomes first. */
  public synchronized List<Outcome> recent(int most) {
    return recent.stream().limit(most).toList();
  }

  /** Both decisions judged by what came true. */
  public synchronized List<Live> live() {
    List<Live> all = new ArrayList<>();
    counts.forEach(
        (cell, c) -> {
          int slash = cell.indexOf('/');
          all.add(
              new Live(
                  Occurrence.Kind.valueOf(cell.substring(0, slash)),
                  DataType.valueOf(cell.substring(slash + 1)),
                  Score.of(c[0], c[1], c[2], c[3]),
                  Score.of(c[0], c[1], c[4], c[5])));
        });
    return all;
  }
}
