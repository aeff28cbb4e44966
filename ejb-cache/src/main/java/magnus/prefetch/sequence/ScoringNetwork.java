package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Scores candidates by their features: a linear part and one hidden layer of rectifiers, which sees
 * the features of the candidate and of the situation. The softmax of the scores is the probability;
 * it is fitted to the item that came, one step at a time, by Adam (Kingma and Ba, ICLR 2015).
 */
final class ScoringNetwork {

  private static final float FIRST_RATE = 5e-3f;
  private static final float LAST_RATE = 1.5e-4f;
  private static final double HALVING_STEPS = 5_000;
  private static final float HIDDEN_SHARE = 0.2f;
  static final int BATCH = 16;
  private static final float KEEP_MEAN = 0.9f;
  private static final float KEEP_SQUARE = 0.999f;
  private static final float NEGLIGIBLE = 3e-4f;
  private static final int AVERAGED = 200;

  private final int features;
  private final int situation;
  private final int hidden;

  /** By place: linear weights, hidden weights by feature, by situation, biases, output weights. */
  private final float[] weights;

  /**
   * The weights of the latest few hundred steps on average (Polyak and Juditsky, 1992): they tell
   * less of single steps, and of the order in which steps came, than the latest ones do.
   */
  private final float[] averages;

  private final float[] means;
  private final float[] squares;
  private final float[] gradient;
  private final float[] hiddenGradient;
  private long steps;
  private int gathered;

  ScoringNetwork(int features, int situation, int hidden) {
    this.features = features;
    this.situation = situation;
    this.hidden = hidden;
    weights = new float[features + hidden * (features + situation + 2)];
    averages = new float[weights.length];
    means = new float[weights.length];
    squares = new float[weights.length];
    gradient = new float[weights.length];
    hiddenGradient = new float[hidden];
    SplittableRandom random = new SplittableRandom(20_231);
    double scale = Math.sqrt(2.0 / (features + situation));
    for (int i = features; i < outputs(); i++) {
      weights[i] = (float) (scale * random.nextDouble(-1, 1));
    }
  }

  /** Sets the linear weight of a feature before anything is learned. */
  void begin(int feature, float weight) {
    weights[feature] = weight;
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
   * Scores rows.
   *
   * @param x features, row by row
   * @param z the situation
   * @param activations where the hidden layer is left, row by row
   * @param scores where the scores are left
   * @param averaged whether by the average weights, not by the latest ones
   */
  void score(
      float[] x, float[] z, int rows, float[] activations, float[] scores, boolean averaged) {
    float[] weights = averaged && steps > 0 ? averages : this.weights;
    float[] base = new float[hidden];
    for (int h = 0; h < hidden; h++) {
      base[h] = weights[biases() + h];
    }
    for (int s = 0; s < situation; s++) {
      float value = z[s];
      int from = situations() + s * hidden;
      for (int h = 0; h < hidden; h++) {
        base[h] += value * weights[from + h];
      }
    }
    for (int row = 0; row < rows; row++) {
      scores[row] = score(weights, x, row, base, activations);
    }
  }

  private float score(float[] weights, float[] x, int row, float[] base, float[] activations) {
    int at = row * hidden;
    System.arraycopy(base, 0, activations, at, hidden);
    float score = 0;
    for (int f = 0; f < features; f++) {
      float value = x[row * features + f];
      if (value != 0) {
        score += value * weights[f];
        int from = features + f * hidden;
        for (int h = 0; h < hidden; h++) {
          activations[at + h] += value * weights[from + h];
        }
      }
    }
    int outputs = outputs();
    for (int h = 0; h < hidden; h++) {
      float activation = Math.max(0, activations[at + h]);
      activations[at + h] = activation;
      score += activation * weights[outputs + h];
    }
    return score;
  }

  /**
   * Adds to the gradient.
   *
   * @param errors of each row: its probability, less 1 for the item that came
   */
  void learn(float[] x, float[] z, int rows, float[] activations, float[] errors) {
    float[] sum = new float[hidden];
    int outputs = outputs();
    for (int row = 0; row < rows; row++) {
      float error = errors[row];
      if (Math.abs(error) < NEGLIGIBLE) {
        continue;
      }
      int at = row * hidden;
      for (int h = 0; h < hidden; h++) {
        float activation = activations[at + h];
        gradient[outputs + h] += error * activation;
        float back = activation > 0 ? error * weights[outputs + h] : 0;
        hiddenGradient[h] = back;
        sum[h] += back;
      }
      for (int f = 0; f < features; f++) {
        float value = x[row * features + f];
        if (value != 0) {
          gradient[f] += error * value;
          int from = features + f * hidden;
          for (int h = 0; h < hidden; h++) {
            gradient[from + h] += value * hiddenGradient[h];
          }
        }
      }
    }
    for (int s = 0; s < situation; s++) {
      int from = situations() + s * hidden;
      for (int h = 0; h < hidden; h++) {
        gradient[from + h] += z[s] * sum[h];
      }
    }
    for (int h = 0; h < hidden; h++) {
      gradient[biases() + h] += sum[h];
    }
    gathered++;
  }

  /** Whether as many steps were learned as are gone down at once. */
  boolean isBatch() {
    return gathered == BATCH;
  }

  /** Goes down the gradient of the steps learned since the last time. */
  void descendNow() {
    descend();
    Arrays.fill(gradient, 0);
    gathered = 0;
  }

  private void descend() {
    steps++;
    double early = 1 / (1 + steps / HALVING_STEPS);
    float rate = (float) (LAST_RATE + (FIRST_RATE - LAST_RATE) * early);
    double unbiased =
        Math.sqrt(1 - Math.pow(KEEP_SQUARE, steps)) / (1 - Math.pow(KEEP_MEAN, steps));
    float scaled = (float) (rate * unbiased);
    for (int i = 0; i < weights.length; i++) {
      float g = gradient[i] / BATCH;
      means[i] = KEEP_MEAN * means[i] + (1 - KEEP_MEAN) * g;
      squares[i] = KEEP_SQUARE * squares[i] + (1 - KEEP_SQUARE) * g * g;
      weights[i] -=
          (i < features ? scaled : HIDDEN_SHARE * scaled)
              * means[i]
              / ((float) Math.sqrt(squares[i]) + 1e-6f);
    }
    float share = Math.max(1f / steps, 1f / AVERAGED);
    for (int i = 0; i < weights.length; i++) {
      averages[i] += share * (weights[i] - averages[i]);
    }
  }

  long memoryBytes() {
    return 20L * weights.length;
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(steps);
    out.writeInt(gathered);
    Numbers.write(gradient, out);
    Numbers.write(averages, out);
    for (int i = 0; i < weights.length; i++) {
      out.writeFloat(weights[i]);
      out.writeFloat(means[i]);
      out.writeFloat(squares[i]);
    }
  }

  void read(DataInput in) throws IOException {
    steps = in.readLong();
    gathered = in.readInt();
    Numbers.read(gradient, in);
    Numbers.read(averages, in);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = in.readFloat();
      means[i] = in.readFloat();
      squares[i] = in.readFloat();
    }
  }
}
