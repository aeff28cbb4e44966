package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Makes the probability of the first item of a ranking come true as often as it says: a logistic
 * curve over its log-odds (Platt, 1999), fitted by Newton's method to the latest claims and what
 * became of them.
 */
final class Calibration {

  private static final int KEPT = 16_384;
  private static final int FIT_EVERY = 4_096;
  private static final double PENALTY = 2;

  private final float[] claims = new float[KEPT];
  private final boolean[] cameTrue = new boolean[KEPT];
  private long count;
  private double slope = 1;
  private double shift;

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
    return 1 / (1 + Math.exp(-(slope * logOdds(claim) + shift)));
  }

  private static double logOdds(double claim) {
    double bounded = Math.max(1e-6, Math.min(1 - 1e-6, claim));
    return Math.log(bounded / (1 - bounded));
  }

  /** Maximises the likelihood; slope 1 and shift 0 are what it falls back to. */
  void fit() {
    int n = (int) Math.min(count, KEPT);
    for (int step = 0; step < 4; step++) {
      double gs = PENALTY * (slope - 1);
      double gb = PENALTY * shift;
      double hss = PENALTY;
      double hsb = 0;
      double hbb = PENALTY;
      for (int i = 0; i < n; i++) {
        double x = logOdds(claims[i]);
        double p = 1 / (1 + Math.exp(-(slope * x + shift)));
        double error = p - (cameTrue[i] ? 1 : 0);
        double weight = p * (1 - p);
        gs += error * x;
        gb += error;
        hss += weight * x * x;
        hsb += weight * x;
        hbb += weight;
      }
      double determinant = hss * hbb - hsb * hsb;
      slope -= (hbb * gs - hsb * gb) / determinant;
      shift -= (hss * gb - hsb * gs) / determinant;
    }
    // a curve that falls would turn the order of claims around
    slope = Math.max(0.1, Math.min(5, slope));
    shift = Math.max(-5, Math.min(5, shift));
  }

  long memoryBytes() {
    return 5L * KEPT;
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(count);
    out.writeDouble(slope);
    out.writeDouble(shift);
    for (int i = 0; i < Math.min(count, KEPT); i++) {
      out.writeFloat(claims[i]);
      out.writeBoolean(cameTrue[i]);
    }
  }

  void read(DataInput in) throws IOException {
    count = in.readLong();
    slope = in.readDouble();
    shift = in.readDouble();
    for (int i = 0; i < Math.min(count, KEPT); i++) {
      claims[i] = in.readFloat();
      cameTrue[i] = in.readBoolean();
    }
  }
}
