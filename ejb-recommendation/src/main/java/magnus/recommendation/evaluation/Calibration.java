package magnus.recommendation.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Whether stated probabilities come true: the expected calibration error (Guo et al. 2017). */
public final class Calibration {

  private static final int BINS = 10;

  private final double[] stated = new double[BINS];
  private final double[] happened = new double[BINS];
  private final int[] counts = new int[BINS];
  private int total;

  /**
   * Statements between two tenths.
   *
   * @param stated mean probability
   * @param happened share that came true
   */
  public record Bin(double stated, double happened, int count) {}

  public void add(double probability, double outcome) {
    int bin = Math.min(BINS - 1, (int) (probability * BINS));
    stated[bin] += probability;
    happened[bin] += outcome;
    counts[bin]++;
    total++;
  }

  /** Mean distance of what was stated from what happened, over ten bins; 0 without statements. */
  public double error() {
    double sum = 0;
    for (int b = 0; b < BINS; b++) {
      sum += Math.abs(stated[b] - happened[b]);
    }
    return total == 0 ? 0 : sum / total;
  }

  public int count() {
    return total;
  }

  /** Those that have statements, ascending. */
  public List<Bin> bins() {
    List<Bin> bins = new ArrayList<>();
    for (int b = 0; b < BINS; b++) {
      if (counts[b] > 0) {
        bins.add(new Bin(stated[b] / counts[b], happened[b] / counts[b], counts[b]));
      }
    }
    return bins;
  }
}
