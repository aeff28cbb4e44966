package magnus.benchmarks.recommendation;

import java.util.SplittableRandom;
import magnus.recommendation.ranking.Alternative;

/**
 * Somebody with hidden preferences. A third of the kinds is not for him at all. Beside what a
 * straight line over the figures could tell he has likings that hold for one figure within one kind
 * only, products of figures, a threshold of worth below which he does not stir, a mood and a market
 * weather that nobody else sees, a slow drift of all likings, and for a third of the users a day on
 * which the best liked and the least liked kind change places.
 */
final class SimulatedUser {

  private static final double DRIFT = 0.06;

  /** Share of kinds that are not for him at all: many never touch options. */
  private static final double CLOSED = 0.35;

  private final SplittableRandom random;
  private final double level;
  private final double[] kinds;
  private final double[] traits;
  private final double[][] withinKind;
  private final double[][] products;
  private final double threshold;
  private final double[] weatherByKind;
  private final int turn;
  private double mood;
  private double weather;
  private int lists;

  SimulatedUser(long seed, double[] common) {
    random = new SplittableRandom(seed);
    int k = Candidates.KINDS;
    int t = Candidates.TRAITS;
    level = -0.2 + 0.5 * random.nextGaussian();
    kinds = gaussians(k, 1);
    for (int i = 0; i < k; i++) {
      kinds[i] += common[i] + (random.nextDouble() < CLOSED ? -3 : 0.6);
    }
    traits = gaussians(t, 0.7);
    withinKind = new double[k][t];
    for (int i = 0; i < 4; i++) {
      withinKind[random.nextInt(k)][random.nextInt(t)] += random.nextBoolean() ? 1.5 : -1.5;
    }
    products = new double[t][t];
    for (int i = 0; i < 2; i++) {
      products[random.nextInt(t)][random.nextInt(t)] += random.nextBoolean() ? 1.2 : -1.2;
    }
    threshold = random.nextDouble(0.4, 0.65);
    weatherByKind = gaussians(k, 0.6);
    turn = random.nextInt(3) == 0 ? random.nextInt(4, 15) : Integer.MAX_VALUE;
  }

  private double[] gaussians(int n, double scale) {
    double[] all = new double[n];
    for (int i = 0; i < n; i++) {
      all[i] = scale * random.nextGaussian();
    }
    return all;
  }

  /** Time goes on by one list, whatever the list was. */
  void nextList() {
    lists++;
    mood = 0.7 * mood + 0.4 * random.nextGaussian();
    weather = 0.9 * weather + 0.43 * random.nextGaussian();
    int best = 0;
    int worst = 0;
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] += DRIFT * random.nextGaussian();
      best = kinds[i] > kinds[best] ? i : best;
      worst = kinds[i] < kinds[worst] ? i : worst;
    }
    if (lists == turn) {
      double swap = kinds[best];
      kinds[best] = kinds[worst];
      kinds[worst] = swap;
    }
  }

  /** How likely he accepts; known to nobody but the judge. */
  double probability(Alternative a) {
    int kind = Candidates.kind(a);
    double[] x = a.traits();
    double sum = level + kinds[kind] + mood + weather * weatherByKind[kind];
    for (int i = 0; i < x.length; i++) {
      sum += (traits[i] + withinKind[kind][i]) * x[i];
      for (int j = 0; j < x.length; j++) {
        sum += products[i][j] * x[i] * x[j];
      }
    }
    if (a.worth() < threshold) {
      sum -= 2;
    }
    return 1 / (1 + Math.exp(-sum));
  }
}
