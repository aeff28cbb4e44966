package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Makes one vector of a session: a matrix times the vector of its last item, plus another times the
 * mean of all, each weighed by how the last item attends to it (one head of Vaswani et al., NIPS
 * 2017, as STAMP pools a session: Liu et al., KDD 2018). Each item's vector first gets that of its
 * place. While it learns, a quarter of the inputs is left out by chance.
 */
final class AttentionNetwork {

  static final int DIMENSIONS = 64;

  /** How many of the latest items count. */
  static final int PLACES = 8;

  private static final int D = DIMENSIONS;
  private static final float ROOT = (float) (1 / Math.sqrt(D));
  private static final float LEFT_OUT = 0.25f;
  private static final float LEAST = 1e-6f;
  private static final float SMALL = 0.05f;

  /** The length of a session's vector: how sharply the likely items stand out. */
  private static final float LENGTH = 10;

  /** Weights with their gradient, and turned by the diagonal for the way back. */
  private static final class Matrix {
    private final AdaGrad weights;
    private final float[][] gradient;
    private final float[][] turned = new float[D][D];

    private Matrix(int rows, int salt) {
      weights = new AdaGrad(0, D);
      weights.grow(rows, SMALL, salt);
      gradient = new float[rows][D];
    }

    private void times(float[] vector, float scale, float[] to) {
      for (int i = 0; i < D; i++) {
        add(to, weights.row(i), scale * vector[i]);
      }
    }

    private void back(float[] vector, float scale, float[] to) {
      for (int i = 0; i < D; i++) {
        add(to, turned[i], scale * vector[i]);
      }
    }

    private void learn(float[] left, float scale, float[] right) {
      for (int i = 0; i < D; i++) {
        add(gradient[i], right, scale * left[i]);
      }
    }

    private void descend() {
      for (int row = 0; row < gradient.length; row++) {
        weights.descend(row, gradient[row]);
        Arrays.fill(gradient[row], 0);
      }
      turn();
    }

    private void turn() {
      for (int row = 0; row < gradient.length; row++) {
        for (int i = 0; i < D; i++) {
          turned[i][row] = weights.row(row)[i];
        }
      }
    }
  }

  private final Matrix places = new Matrix(PLACES, 4);
  private final Matrix attention = new Matrix(D, 6);
  private final Matrix last = new Matrix(D, 7);
  private final Matrix whole = new Matrix(D, 8);
  private final List<Matrix> all = List.of(places, attention, last, whole);

  /** What was worked out for one session, to be gone through backwards. */
  static final class Pass {
    final int[] items = new int[PLACES];
    int length;
    final float[] hidden = new float[D];
    final float[] hiddenGradient = new float[D];

    /** Of each item, what its vector should move against. */
    final float[][] itemGradient = new float[PLACES][D];

    private final float[][] kept = new float[PLACES][D];
    private final float[][] inputs = new float[PLACES][D];
    private float scale;
    private final float[] query = new float[D];
    private final float[] shares = new float[PLACES];
    private final float[] shareGradient = new float[PLACES];
    private final float[] mean = new float[D];
    private final float[] meanGradient = new float[D];
    private final float[] queryGradient = new float[D];
  }

  AttentionNetwork() {
    for (int i = 0; i < D; i++) {
      last.weights.row(i)[i] += 0.5f;
      whole.weights.row(i)[i] += 0.5f;
    }
    all.forEach(Matrix::turn);
  }

  /**
   * Leaves the session's vector in {@code pass.hidden}.
   *
   * @param vectors of the items
   * @param chance which inputs are left out; 0 for none
   */
  void forward(Pass pass, ItemVectors vectors, long chance) {
    long random = chance;
    for (int j = 0; j < pass.length; j++) {
      float[] kept = pass.kept[j];
      Arrays.fill(kept, 1);
      for (int i = 0; chance != 0 && i < D; i++) {
        random ^= random << 13;
        random ^= random >>> 7;
        random ^= random << 17;
        kept[i] = (random >>> 40) / (float) (1 << 24) < LEFT_OUT ? 0 : 1 / (1 - LEFT_OUT);
      }
      float[] vector = vectors.of(pass.items[j]);
      float[] place = places.weights.row(j);
      float[] input = pass.inputs[j];
      for (int i = 0; i < D; i++) {
        input[i] = kept[i] * (vector[i] + place[i]);
      }
    }
    Arrays.fill(pass.query, 0);
    attention.times(pass.inputs[0], ROOT, pass.query);
    attend(pass);
    Arrays.fill(pass.hidden, 0);
    last.times(pass.inputs[0], 1, pass.hidden);
    whole.times(pass.mean, 1, pass.hidden);
    pass.scale = LENGTH / (float) Math.sqrt(dot(pass.hidden, pass.hidden) + LEAST);
    for (int i = 0; i < D; i++) {
      pass.hidden[i] *= pass.scale;
    }
  }

  private static void attend(Pass pass) {
    float most = Float.NEGATIVE_INFINITY;
    for (int j = 0; j < pass.length; j++) {
      pass.shares[j] = dot(pass.query, pass.inputs[j]);
      most = Math.max(most, pass.shares[j]);
    }
    float sum = 0;
    for (int j = 0; j < pass.length; j++) {
      pass.shares[j] = (float) Math.exp(pass.shares[j] - most);
      sum += pass.shares[j];
    }
    Arrays.fill(pass.mean, 0);
    for (int j = 0; j < pass.length; j++) {
      pass.shares[j] /= sum;
      add(pass.mean, pass.inputs[j], pass.shares[j]);
    }
  }

  /** Adds to the gradient, and leaves that of the items in the pass. */
  void backward(Pass pass) {
    float[] h = pass.hiddenGradient;
    float outwards = dot(h, pass.hidden) / (LENGTH * LENGTH);
    for (int i = 0; i < D; i++) {
      h[i] = pass.scale * (h[i] - outwards * pass.hidden[i]);
    }
    float[][] items = pass.itemGradient;
    for (int j = 0; j < pass.length; j++) {
      Arrays.fill(items[j], 0);
    }
    Arrays.fill(pass.meanGradient, 0);
    Arrays.fill(pass.queryGradient, 0);
    last.learn(pass.inputs[0], 1, h);
    whole.learn(pass.mean, 1, h);
    last.back(h, 1, items[0]);
    whole.back(h, 1, pass.meanGradient);
    float average = 0;
    for (int j = 0; j < pass.length; j++) {
      add(items[j], pass.meanGradient, pass.shares[j]);
      pass.shareGradient[j] = dot(pass.meanGradient, pass.inputs[j]);
      average += pass.shares[j] * pass.shareGradient[j];
    }
    for (int j = 0; j < pass.length; j++) {
      float g = pass.shares[j] * (pass.shareGradient[j] - average);
      add(pass.queryGradient, pass.inputs[j], g);
      add(items[j], pass.query, g);
    }
    attention.learn(pass.inputs[0], ROOT, pass.queryGradient);
    attention.back(pass.queryGradient, ROOT, items[0]);
    for (int j = 0; j < pass.length; j++) {
      float[] item = items[j];
      float[] kept = pass.kept[j];
      for (int i = 0; i < D; i++) {
        item[i] *= kept[i];
      }
      add(places.gradient[j], item, 1);
    }
  }

  void descend() {
    all.forEach(Matrix::descend);
  }

  static void add(float[] to, float[] vector, float scale) {
    for (int i = 0; i < to.length; i++) {
      to[i] += scale * vector[i];
    }
  }

  /** The inner product of two vectors; in four sums, which is quicker than in one. */
  static float dot(float[] one, float[] other) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    for (int i = 0; i < D; i += 4) {
      a += one[i] * other[i];
      b += one[i + 1] * other[i + 1];
      c += one[i + 2] * other[i + 2];
      d += one[i + 3] * other[i + 3];
    }
    return a + b + c + d;
  }

  static long memoryBytes() {
    return 4L * D * D * 12;
  }

  void write(DataOutput out) throws IOException {
    for (Matrix matrix : all) {
      matrix.weights.write(out);
    }
  }

  void read(DataInput in) throws IOException {
    for (Matrix matrix : all) {
      matrix.weights.read(in);
      matrix.turn();
    }
  }
}
