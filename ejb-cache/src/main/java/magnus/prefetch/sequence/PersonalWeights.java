package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * By how much one user, or one cohort, trusts each feature more or less than everyone does: 0 until
 * steps say otherwise, and drawn back to 0, so that whoever did little is taken as the others are.
 */
final class PersonalWeights {

  private static final float RATE = 0.02f;
  private static final float PULL = 0.002f;
  private static final float NEGLIGIBLE = 1e-2f;

  private final int most;
  private final int features;
  private float[][] weights = new float[64][];

  PersonalWeights(int most, int features) {
    this.most = most;
    this.features = features;
  }

  /** Whether anything was learned of one of them. */
  boolean isKnown(int person) {
    return person >= 0 && person < weights.length && weights[person] != null;
  }

  /** Adds to the scores of the rows. */
  void score(int person, float[][] x, int rows, float[] scores) {
    if (!isKnown(person)) {
      return;
    }
    float[] own = weights[person];
    for (int f = 0; f < features; f++) {
      float weight = own[f];
      float[] values = x[f];
      for (int row = 0; row < rows; row++) {
        scores[row] += weight * values[row];
      }
    }
  }

  /**
   * One step down the gradient.
   *
   * @param errors of each row: its probability, less 1 for the item that came
   */
  void learn(int person, float[][] x, int rows, float[] errors) {
    if (person < 0 || person >= most) {
      return;
    }
    if (person >= weights.length) {
      weights = Arrays.copyOf(weights, Math.min(most, Math.max(person + 1, 2 * weights.length)));
    }
    if (weights[person] == null) {
      weights[person] = new float[features];
    }
    float[] own = weights[person];
    for (int f = 0; f < features; f++) {
      own[f] -= PULL * own[f];
    }
    for (int row = 0; row < rows; row++) {
      float step = RATE * errors[row];
      if (Math.abs(errors[row]) > NEGLIGIBLE) {
        for (int f = 0; f < features; f++) {
          own[f] -= step * x[f][row];
        }
      }
    }
  }

  /** What one of them takes, in bytes. */
  long bytesEach() {
    return 20 + 4L * features;
  }

  long memoryBytes() {
    long bytes = 4L * weights.length;
    for (float[] row : weights) {
      bytes += row == null ? 0 : bytesEach();
    }
    return bytes;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(weights.length);
    for (float[] row : weights) {
      out.writeBoolean(row != null);
      if (row != null) {
        Numbers.write(row, out);
      }
    }
  }

  void read(DataInput in) throws IOException {
    weights = new float[in.readInt()][];
    for (int person = 0; person < weights.length; person++) {
      if (in.readBoolean()) {
        weights[person] = new float[features];
        Numbers.read(weights[person], in);
      }
    }
  }
}
