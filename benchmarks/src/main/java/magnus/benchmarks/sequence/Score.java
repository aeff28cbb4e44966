package magnus.benchmarks.sequence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import magnus.prefetch.sequence.Ranking;

/** Counts how often, and how high up, what was opened next stood in a ranking. */
final class Score {

  /** How many items a ranking has. */
  static final int LENGTH = 20;

  private static final int BINS = 15;

  private record Claim(double probability, boolean cameTrue) {}

  private final List<Claim> claims = new ArrayList<>();
  private int first;
  private int firstFive;
  private int firstTwenty;
  private double reciprocalRanks;

  void add(Ranking ranking, int label) {
    int place = ranking.placeOf(label);
    if (place >= 0 && place < LENGTH) {
      first += place < 1 ? 1 : 0;
      firstFive += place < 5 ? 1 : 0;
      firstTwenty++;
      reciprocalRanks += 1.0 / (place + 1);
    }
    claims.add(new Claim(ranking.size() == 0 ? 0 : ranking.probabilities()[0], place == 0));
  }

  int count() {
    return claims.size();
  }

  /** In per cent: the label in the first place. */
  double p1() {
    return percent(first);
  }

  double p20() {
    return percent(firstTwenty);
  }

  double mrr20() {
    return percent(reciprocalRanks);
  }

  /** p1, p5, p20 and mrr20 in per cent, and the calibration error. */
  Map<String, Object> figures(String prefix) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put(prefix + "p1", rounded(p1(), 3));
    figures.put(prefix + "p5", rounded(percent(firstFive), 3));
    figures.put(prefix + "p20", rounded(p20(), 3));
    figures.put(prefix + "mrr20", rounded(mrr20(), 3));
    figures.put(prefix + "ece", rounded(calibrationError(), 5));
    return figures;
  }

  /**
   * The expected calibration error of the top prediction: over bins of equally many predictions of
   * rising probability, the mean distance of what was claimed from what came true (Naeini, Cooper
   * and Hauskrecht, AAAI 2015, with bins of equal count).
   */
  double calibrationError() {
    List<Claim> sorted = new ArrayList<>(claims);
    sorted.sort(Comparator.comparingDouble(Claim::probability));
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      int from = (int) ((long) bin * sorted.size() / BINS);
      int to = (int) ((long) (bin + 1) * sorted.size() / BINS);
      double difference = 0;
      for (Claim claim : sorted.subList(from, to)) {
        difference += claim.probability() - (claim.cameTrue() ? 1 : 0);
      }
      error += Math.abs(difference);
    }
    return sorted.isEmpty() ? 0 : error / sorted.size();
  }

  private double percent(double part) {
    return claims.isEmpty() ? 0 : 100 * part / claims.size();
  }

  static double rounded(double value, int digits) {
    double scale = Math.pow(10, digits);
    return Math.round(value * scale) / scale;
  }
}
