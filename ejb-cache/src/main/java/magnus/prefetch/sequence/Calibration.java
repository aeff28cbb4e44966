package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Makes the probability of the first item of a ranking come true as often as it says: a curve over
 * its log-odds that bends at three places (a logistic regression on a linear spline: Lucena, 2018;
 * without the bends, Platt, 1999), fitted by Newton's method to the latest claims and what became
 * of them. Drawn towards saying what was claimed, and never falling.
 */
final class Calibration {

  private static final int KEPT = 16_384;
  private static final int FIT_EVERY = 4_096;
  private static final int ITERATIONS = 8;
  private static final double PENALTY = 2;

  /** In log-odds: .18, .5 and .82. */
  private static final double[] BENDS = {-1.5, 0, 1.5};

  private static final int SHIFT = 0;
  private static final int SLOPE = 1;
  private static final int TERMS = 2 + BENDS.length;
  private static final double LEAST_SLOPE = 0.1;
  private static final double MOST_SLOPE = 5;
  private static final double MOST_SHIFT = 5;

  private final float[] claims = new float[KEPT];
  private final boolean[] cameTrue = new boolean[KEPT];
  private long count;

  /** Of 1, of the log-odds, and of what they are beyond each bend. */
  private final double[] curve = unbent();

  private static double[] unbent() {
    double[] curve = new double[TERMS];
    curve[SLOPE] = 1;
    return curve;
  }

  void add(double claim, boolean cameTrueNow) {
    int place = (int) (count % KEPT);
    claims[place] = (float) claim;
    cameTrue[place] = cameTrueNow;
    count++;
    if (count % FIT_EVERY == 0) {
      fit();
    }
  }

  double of(double claim) {
    return chance(terms(logOdds(claim), new double[TERMS]));
  }

  private static double logOdds(double claim) {
    double bounded = Math.max(1e-6, Math.min(1 - 1e-6, claim));
    return Math.log(bounded / (1 - bounded));
  }

  private static double[] terms(double logOdds, double[] to) {
    to[SHIFT] = 1;
    to[SLOPE] = logOdds;
    for (int bend = 0; bend < BENDS.length; bend++) {
      to[SLOPE + 1 + bend] = Math.max(0, logOdds - BENDS[bend]);
    }
    return to;
  }

  private double chance(double[] terms) {
    double sum = 0;
    for (int t = 0; t < TERMS; t++) {
      sum += curve[t] * terms[t];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /** Maximises the likelihood less the penalty. */
  void fit() {
    int n = (int) Math.min(count, KEPT);
    double[] none = unbent();
    double[] terms = new double[TERMS];
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      double[] gradient = new double[TERMS];
      double[][] curvature = new double[TERMS][TERMS];
      for (int t = 0; t < TERMS; t++) {
        gradient[t] = PENALTY * (curve[t] - none[t]);
        curvature[t][t] = PENALTY;
      }
      for (int i = 0; i < n; i++) {
        double p = chance(terms(logOdds(claims[i]), terms));
        double error = p - (cameTrue[i] ? 1 : 0);
        double weight = p * (1 - p);
        for (int t = 0; t < TERMS; t++) {
          gradient[t] += error * terms[t];
          for (int u = 0; u <= t; u++) {
            curvature[t][u] += weight * terms[t] * terms[u];
          }
        }
      }
      double[] step = Cholesky.solve(curvature, gradient);
      for (int t = 0; t < TERMS; t++) {
        curve[t] -= step[t];
      }
    }
    bound();
  }

  /** A curve that falls would turn the order of claims around. */
  private void bound() {
    curve[SHIFT] = Math.max(-MOST_SHIFT, Math.min(MOST_SHIFT, curve[SHIFT]));
    double slope = 0;
    for (int t = SLOPE; t < TERMS; t++) {
      double bounded = Math.max(LEAST_SLOPE, Math.min(MOST_SLOPE, slope + curve[t]));
      curve[t] = bounded - slope;
      slope = bounded;
    }
  }

  long memoryBytes() {
    return 5L * KEPT;
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(count);
    for (double each : curve) {
      out.writeDouble(each);
    }
    for (int i = 0; i < Math.min(count, KEPT); i++) {
      out.writeFloat(claims[i]);
      out.writeBoolean(cameTrue[i]);
    }
  }

  void read(DataInput in) throws IOException {
    count = in.readLong();
    for (int t = 0; t < TERMS; t++) {
      curve[t] = in.readDouble();
    }
    for (int i = 0; i < Math.min(count, KEPT); i++) {
      claims[i] = in.readFloat();
      cameTrue[i] = in.readBoolean();
    }
  }
}
