package magnus.prefetch.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import magnus.cache.event.EntryIndex.Place;

/**
 * Which values to compute before a busy hour: those likely to be asked for that will still be fresh
 * then, in the order of the statements that this is expected to save, until a budget ends.
 *
 * @param unlikely how many are asked for too seldom
 * @param shortLived how many would end before the hour begins
 * @param there how many lie on their shelves already
 * @param beyond how many the budgets leave out
 */
public record PrecomputationPlan(
    List<Pick> picks, int unlikely, int shortLived, int there, int beyond) {

  public PrecomputationPlan {
    picks = List.copyOf(picks);
  }

  /**
   * A value that may be computed.
   *
   * @param weight times asked in the hour, as {@code shelf_demand} has it: older weeks for less
   * @param statements that a load of it runs
   * @param bytes that it takes
   * @param lifespanSeconds from now, if it were loaded now
   * @param fresh whether it lies there and stays
   */
  public record Candidate(
      Place place,
      double weight,
      double statements,
      double loadMillis,
      long bytes,
      double lifespanSeconds,
      boolean fresh) {}

  /** A value that is worth computing. */
  public record Pick(Place place, double chance, double statements, double loadMillis, long bytes) {

    /** Statements that it is expected to save in the hour. */
    public double worth() {
      return chance * statements;
    }
  }

  /**
   * What bounds a plan.
   *
   * @param loads how many at most
   * @param bytes that they may take together
   * @param chance of being asked for, below which nothing is computed
   * @param seconds until the hour begins
   */
  public record Bounds(int loads, long bytes, double chance, double seconds) {}

  /**
   * The chance that a value is asked for in the coming week's hour, if those who ask come as they
   * please: a weight that halves in two weeks is 3.41 times what is asked for in one.
   */
  public static double chance(double weight) {
    return 1 - Math.exp(-weight * (1 - Math.sqrt(0.5)));
  }

  /** Plans. */
  public static PrecomputationPlan of(List<Candidate> candidates, Bounds bounds) {
    int unlikely = 0;
    int shortLived = 0;
    int there = 0;
    List<Pick> worth = new ArrayList<>();
    for (Candidate one : candidates) {
      double chance = chance(one.weight());
      if (chance < bounds.chance()) {
        unlikely++;
      } else if (one.fresh()) {
        there++;
      } else if (one.lifespanSeconds() <= bounds.seconds()) {
        shortLived++;
      } else {
        // What no log has measured yet runs one statement, or it would not be on a shelf.
        worth.add(
            new Pick(
                one.place(), chance, Math.max(1, one.statements()), one.loadMillis(), one.bytes()));
      }
    }
    worth.sort(
        Comparator.comparingDouble(Pick::worth)
            .reversed()
            .thenComparing(p -> p.place().shelf())
            .thenComparing(p -> p.place().key()));
    List<Pick> picks = new ArrayList<>();
    long bytes = 0;
    for (Pick pick : worth) {
      if (picks.size() < bounds.loads() && bytes + pick.bytes() <= bounds.bytes()) {
        picks.add(pick);
        bytes += pick.bytes();
      }
    }
    return new PrecomputationPlan(picks, unlikely, shortLived, there, worth.size() - picks.size());
  }
}
