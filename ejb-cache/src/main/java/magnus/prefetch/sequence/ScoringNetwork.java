package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Scores candidates by their features: a linear part and one hidden layer of rectifiers, which sees
 * the features of the candidate and of the situation. The softmax of the scores is the probability;
 * it is fitted to the item that came, one step at a time, by Adam (Kingma and Ba, ICLR 2015). What
 * is asked of it is answered by the mean of its latest weights, which is better and calmer than the
 * weights of any moment (Polyak and Juditsky, SIAM J. Control 30, 1992).
 */
final class ScoringNetwork {

  private static final float FIRST_RATE = 5e-3f;
  private static final float LAST_RATE = 1.5e-4f;
  private static final double HALVING_STEPS = 5_000;
  private static final float HIDDEN_SHARE = 0.2f;
  static final int BATCH = 16;
  private static final float KEEP_MEAN = 0.9f;
  private static final float KEEP_SQUARE = 0.999f;
  private static final float MEAN_OVER = 1_000;
  private static final float NEGLIGIBLE = 3e-4f;

  private final int features;
  private final int situation;
  private final int hidden;

  /** By place: linear weights, hidden weights by feature, by situation, biases, output weights. */
  private final float[] weights;

  private final float[] mean;
  private final float[] means;
  private final float[] squares;
  private final float[] gradient;
  private final float[] hiddenGradient;
  private final float[][] inputGradient;
  private final float[] outputGradient;
  private final float[] sum;
  private long steps;
  private int gathered;

  ScoringNetwork(int features, int situation, int hidden) {
    this.features = features;
    this.situation = situation;
    this.hidden = hidden;
    weights = new float[features + hidden * (features + situation + 2)];
    mean = new float[weights.length];
    means = new float[weights.length];
    squares = new float[weights.length];
    gradient = new float[weights.length];
    hiddenGradient = new float[hidden];
    inputGradient = new float[features + situation + 1][hidden];
    outputGradient = new float[hidden];
    sum = new float[hidden];
    SplittableRandom random = new SplittableRandom(20_231);
    double scale = Math.sqrt(2.0 / (features + situation));
    for (int i = features; i < outputs(); i++) {
      weights[i] = (float) (scale * random.nextDouble(-1, 1));
      mean[i] = weights[i];
    }
  }

  /** Sets the linear weight of a feature before anything is learned. */
  void begin(int feature, float weight) {
    weights[feature] = weight;
    mean[feature] = weight;
  }

  private int situations() {
    return features + hidden * features;
  }

  private int biases() {
    return situations() + hidden * situation;
  }

  private int outputs() {
    return biases() + hidden;
  }

  int hidden() {
    return hidden;
  }

  /**
   * Scores rows by the mean of the latest weights, to answer, or by those of the moment, to learn.
   *
   * @param x by feature and row
   * @param z the situation
   * @param activations where the hidden layer is left, by unit and row
   * @param scores where the scores are left
   */
  void score(
      boolean learning, float[][] x, float[] z, int rows, float[][] activations, float[] scores) {
    float[] w = learning ? weights : mean;
    Arrays.fill(scores, 0, rows, 0);
    for (int h = 0; h < hidden; h++) {
      float base = w[biases() + h];
      for (int s = 0; s < situation; s++) {
        base += z[s] * w[situations() + s * hidden + h];
      }
      Arrays.fill(activations[h], 0, rows, base);
    }
    for (int f = 0; f < features; f++) {
      float[] values = x[f];
      if (isEmpty(values, rows)) {
        continue;
      }
      add(w[f], values, rows, scores);
      for (int h = 0; h < hidden; h++) {
        add(w[features + f * hidden + h], values, rows, activations[h]);
      }
    }
    for (int h = 0; h < hidden; h++) {
      float[] unit = activations[h];
      for (int row = 0; row < rows; row++) {
        unit[row] = Math.max(0, unit[row]);
      }
      add(w[outputs() + h], unit, rows, scores);
    }
  }

  /** A column that knows nothing; the last row is of all others. */
  private static boolean isEmpty(float[] values, int rows) {
    for (int row = 0; row < rows; row++) {
      if (values[row] != 0) {
        return false;
      }
    }
    return true;
  }

  private static void add(float weight, float[] values, int rows, float[] sums) {
    for (int row = 0; row < rows; row++) {
      sums[row] += weight * values[row];
    }
  }

  /**
   * Adds to the gradient.
   *
   * @param errors of each row: its probability, less 1 for the item that came
   */
  void learn(float[][] x, float[] z, int rows, float[][] activations, float[] errors) {
    Arrays.fill(sum, 0);
    int outputs = outputs();
    for (int row = 0; row < rows; row++) {
      float error = errors[row];
      if (Math.abs(error) < NEGLIGIBLE) {
        continue;
      }
      for (int h = 0; h < hidden; h++) {
        float activation = activations[h][row];
        outputGradient[h] += error * activation;
        float back = activation > 0 ? error * weights[outputs + h] : 0;
        hiddenGradient[h] = back;
        sum[h] += back;
      }
      for (int f = 0; f < features; f++) {
        float value = x[f][row];
        if (value != 0) {
          gradient[f] += error * value;
          add(value, hiddenGradient, hidden, inputGradient[f]);
        }
      }
    }
    for (int s = 0; s < situation; s++) {
      add(z[s], sum, hidden, inputGradient[features + s]);
    }
    add(1, sum, hidden, inputGradient[features + situation]);
    gathered++;
  }

  /** Whether as many steps were learned as are gone down at once. */
  boolean isBatch() {
    return gathered == BATCH;
  }

  /** Goes down the gradient of the steps learned since the last time. */
  void descendNow() {
    gather();
    descend();
    Arrays.fill(gradient, 0);
    gathered = 0;
  }

  /** Puts the gradients of the hidden layer in their places, and begins them anew. */
  private void gather() {
    for (int i = 0; i < inputGradient.length; i++) {
      System.arraycopy(inputGradient[i], 0, gradient, features + i * hidden, hidden);
      Arrays.fill(inputGradient[i], 0);
    }
    System.arraycopy(outputGradient, 0, gradient, outputs(), hidden);
    Arrays.fill(outputGradient, 0);
  }

  private void descend() {
    steps++;
    double early = 1 / (1 + steps / HALVING_STEPS);
    float rate = (float) (LAST_RATE + (FIRST_RATE - LAST_RATE) * early);
    double unbiased =
        Math.sqrt(1 - Math.pow(KEEP_SQUARE, steps)) / (1 - Math.pow(KEEP_MEAN, steps));
    float scaled = (float) (rate * unbiased);
    float share = Math.max(1 / MEAN_OVER, 10f / (10 + steps));
    for (int i = 0; i < weights.length; i++) {
      float g = gradient[i] / BATCH;
      means[i] = KEEP_MEAN * means[i] + (1 - KEEP_MEAN) * g;
      squares[i] = KEEP_SQUARE * squares[i] + (1 - KEEP_SQUARE) * g * g;
      weights[i] -=
          (i < features ? scaled : HIDDEN_SHARE * scaled)
              * means[i]
              / ((float) Math.sqrt(squares[i]) + 1e-6f);
      mean[i] += share * (weights[i] - mean[i]);
    }
  }

  long memoryBytes() {
    return 20L * weights.length;
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(steps);
    out.writeInt(gathered);
    Numbers.write(gradient, out);
    for (float[] row : inputGradient) {
      Numbers.write(row, out);
    }
    Numbers.write(outputGradient, out);
    for (int i = 0; i < weights.length; i++) {
      out.writeFloat(weights[i]);
      out.writeFloat(mean[i]);
      out.writeFloat(means[i]);
      out.writeFloat(squares[i]);
    }
  }

  void read(DataInput in) throws IOException {
    steps = in.readLong();
    gathered = in.readInt();
    Numbers.read(gradient, in);
    for (float[] row : inputGradient) {
      Numbers.read(row, in);
    }
    Numbers.read(outputGradient, in);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = in.readFloat();
      mean[i] = in.readFloat();
      means[i] = in.readFloat();
      squares[i] = in.readFloat();
    }
  }
}
