package magnus.benchmarks.cache;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import magnus.cache.DataType;
import magnus.cache.Occurrence;
import magnus.cache.event.learned.Features;
import magnus.cache.event.learned.LearnedModel;
import magnus.cache.event.learned.LogisticRegression;
import magnus.cache.event.learned.Score;

/** Both decisions counted on dates that the learned one has not seen. */
final class HeldOut {

  /** Counts of one cell on one date. */
  private static final class Counts {
    long entries;
    long changed;
    long ruleWasted;
    long ruleMissed;
    long learnedWasted;
    long learnedMissed;

    void add(Counts other) {
      entries += other.entries;
      changed += other.changed;
      ruleWasted += other.ruleWasted;
      ruleMissed += other.ruleMissed;
      learnedWasted += other.learnedWasted;
      learnedMissed += other.learnedMissed;
    }

    Score rule() {
      return Score.of(entries, changed, ruleWasted, ruleMissed);
    }

    Score learned() {
      return Score.of(entries, changed, learnedWasted, learnedMissed);
    }

    double gain() {
      return learned().balance() - rule().balance();
    }
  }

  /** What is judged apart. */
  private record Cell(Occurrence.Kind kind, DataType type) implements Comparable<Cell> {
    @Override
    public int compareTo(Cell other) {
      int byKind = kind.compareTo(other.kind);
      return byKind != 0 ? byKind : type.compareTo(other.type);
    }
  }

  private final TreeMap<Cell, TreeMap<Integer, Counts>> cells = new TreeMap<>();
  private static final int MOVED_BEYOND = Features.NAMES.indexOf("moved_beyond_epsilon");

  private final Counts all = new Counts();
  private long keptPlainly;
  private double squares;

  HeldOut(
      SortedMap<Integer, List<EventDay.Example>> examples,
      double[] coefficients,
      double threshold) {
    examples.forEach(
        (date, found) -> {
          for (EventDay.Example example : found) {
            double p = LogisticRegression.probability(coefficients, example.row());
            double off = p - (example.changed() ? 1 : 0);
            squares += off * off;
            Counts one = counts(example, p >= threshold);
            all.add(one);
            keptPlainly += example.changed() && example.row()[MOVED_BEYOND] == 0 ? 1 : 0;
            cells
                .computeIfAbsent(new Cell(example.kind(), example.type()), c -> new TreeMap<>())
                .computeIfAbsent(date, d -> new Counts())
                .add(one);
          }
        });
  }

  private static Counts counts(EventDay.Example example, boolean learnedDrops) {
    Counts one = new Counts();
    one.entries = 1;
    one.changed = example.changed() ? 1 : 0;
    one.ruleWasted = example.ruleDrops() && !example.changed() ? 1 : 0;
    one.ruleMissed = !example.ruleDrops() && example.changed() ? 1 : 0;
    one.learnedWasted = learnedDrops && !example.changed() ? 1 : 0;
    one.learnedMissed = !learnedDrops && example.changed() ? 1 : 0;
    return one;
  }

  long size() {
    return all.entries;
  }

  Score rule() {
    return all.rule();
  }

  Score learned() {
    return all.learned();
  }

  /**
   * Dropping what has moved by more than ε already: never wasted here, but blind to what comes.
   * Part of what the learned decision gains over the rule is that it knows ε; the rest is above
   * this.
   */
  Score plain() {
    return Score.of(all.entries, all.changed, 0, keptPlainly);
  }

  /** Mean squared distance of the probability from what came true. */
  double brier() {
    return squares / all.entries;
  }

  /** The comparison per cell, with the gain's lower bound from resampled dates. */
  List<LearnedModel.Verdict> verdicts(int resamples, SplittableRandom random) {
    List<LearnedModel.Verdict> verdicts = new ArrayList<>();
    cells.forEach(
        (cell, dates) -> {
          List<Counts> perDate = List.copyOf(dates.values());
          Counts sum = new Counts();
          perDate.forEach(sum::add);
          double[] gains = new double[resamples];
          for (int i = 0; i < resamples; i++) {
            Counts drawn = new Counts();
            for (int j = 0; j < perDate.size(); j++) {
              drawn.add(perDate.get(random.nextInt(perDate.size())));
            }
            gains[i] = drawn.gain();
          }
          Arrays.sort(gains);
          double low = gains[(int) (resamples * 0.025)];
          verdicts.add(
              new LearnedModel.Verdict(
                  cell.kind(), cell.type(), sum.rule(), sum.learned(), sum.gain(), low, low > 0));
        });
    return verdicts;
  }
}
