package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Rows of weights, each weight with a rate of its own that falls as it moves (Duchi, Hazan and
 * Singer, JMLR 12, 2011).
 */
final class AdaGrad {

  private static final float RATE = 0.06f;
  private static final float BEGINNING = 0.1f;
  private static final float LEAST = 1e-6f;

  private final int width;
  private float[][] weights = new float[0][];
  private float[][] squares = new float[0][];

  AdaGrad(int rows, int width) {
    this.width = width;
    grow(rows, 0, 0);
  }

  float[] row(int index) {
    return weights[index];
  }

  /**
   * Adds rows of numbers between minus and plus {@code scale}, the same for the same salt.
   *
   * @param rows how many there are to be
   */
  void grow(int rows, float scale, int salt) {
    int from = weights.length;
    weights = Arrays.copyOf(weights, rows);
    squares = Arrays.copyOf(squares, rows);
    for (int row = from; row < rows; row++) {
      weights[row] = new float[width];
      squares[row] = new float[width];
      Arrays.fill(squares[row], BEGINNING);
      for (int i = 0; i < width; i++) {
        long chance = Hash.of((long) row * width + i, salt) >>> 40;
        weights[row][i] = (chance / (float) (1 << 24) - 0.5f) * 2 * scale;
      }
    }
  }

  /** One step of a row down its gradient. */
  void descend(int row, float[] gradient) {
    float[] w = weights[row];
    float[] s = squares[row];
    for (int i = 0; i < width; i++) {
      s[i] += gradient[i] * gradient[i];
    }
    for (int i = 0; i < width; i++) {
      w[i] -= RATE * gradient[i] / ((float) Math.sqrt(s[i]) + LEAST);
    }
  }

  /** Gives a row the length 1. */
  void normalise(int row) {
    float[] w = weights[row];
    float square = LEAST;
    for (float weight : w) {
      square += weight * weight;
    }
    float scale = 1 / (float) Math.sqrt(square);
    for (int i = 0; i < width; i++) {
      w[i] *= scale;
    }
  }

  long memoryBytes() {
    return 8L * weights.length * (width + 5);
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(weights.length);
    for (int row = 0; row < weights.length; row++) {
      Numbers.write(weights[row], out);
      Numbers.write(squares[row], out);
    }
  }

  void read(DataInput in) throws IOException {
    weights = new float[in.readInt()][width];
    squares = new float[weights.length][width];
    for (int row = 0; row < weights.length; row++) {
      Numbers.read(weights[row], in);
      Numbers.read(squares[row], in);
    }
  }
}
