package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Vectors of items, all of length 1, each kept twice: by item, and by dimension in blocks of items,
 * so that all can be compared with one vector in little time.
 */
final class ItemVectors {

  private static final int D = AttentionNetwork.DIMENSIONS;
  private static final int BLOCK = 1_024;

  private final AdaGrad rows = new AdaGrad(0, D);
  private float[][][] blocks = new float[0][][];
  private final float[] scores = new float[BLOCK];

  float[] of(int item) {
    return rows.row(item);
  }

  void descend(int item, float[] gradient) {
    rows.descend(item, gradient);
    rows.normalise(item);
    copy(item);
  }

  private void copy(int item) {
    float[] row = rows.row(item);
    float[][] block = blocks[item / BLOCK];
    int at = item % BLOCK;
    for (int d = 0; d < D; d++) {
      block[d][at] = row[d];
    }
  }

  /** Makes room for so many items; their vectors lie anywhere. */
  void grow(int from, int length) {
    rows.grow(length, 1, 5);
    for (int row = from; row < length; row++) {
      rows.normalise(row);
    }
    copyAll(from, length);
  }

  private void copyAll(int from, int length) {
    int before = blocks.length;
    blocks = Arrays.copyOf(blocks, (length + BLOCK - 1) / BLOCK);
    for (int block = before; block < blocks.length; block++) {
      blocks[block] = new float[D][BLOCK];
    }
    for (int item = from; item < length; item++) {
      copy(item);
    }
  }

  /** Offers all items that were seen, of the first so many, by their nearness to a vector. */
  void offerAll(float[] vector, int items, int[] seen, Best best) {
    for (int block = 0; block * BLOCK < items; block++) {
      Arrays.fill(scores, 0);
      for (int d = 0; d < D; d++) {
        AttentionNetwork.add(scores, blocks[block][d], vector[d]);
      }
      int from = block * BLOCK;
      for (int i = 0; i < Math.min(BLOCK, items - from); i++) {
        if (seen[from + i] > 0) {
          best.offer(from + i, scores[i]);
        }
      }
    }
  }

  long memoryBytes() {
    return rows.memoryBytes() + 4L * blocks.length * D * BLOCK;
  }

  void write(DataOutput out) throws IOException {
    rows.write(out);
  }

  void read(DataInput in, int length) throws IOException {
    rows.read(in);
    blocks = new float[0][][];
    copyAll(0, length);
  }
}
