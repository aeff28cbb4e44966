package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Vectors of items, all of length 1. Those of the items that are listed are kept a second time, by
 * dimension in blocks of items, so that all of these can be compared with one vector quickly.
 */
final class ItemVectors {

  private static final int D = AttentionNetwork.DIMENSIONS;
  private static final int BLOCK = 1_024;

  private final AdaGrad rows = new AdaGrad(0, D);
  private float[][][] blocks = new float[0][][];
  private int[] places = new int[0];
  private int[] listed = new int[0];
  private int count;
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
    int place = places[item];
    if (place < 0) {
      return;
    }
    float[] row = rows.row(item);
    float[][] block = blocks[place / BLOCK];
    int at = place % BLOCK;
    for (int d = 0; d < D; d++) {
      block[d][at] = row[d];
    }
  }

  /** Makes room for so many items; their vectors lie anywhere. */
  void grow(int length) {
    int from = places.length;
    rows.grow(length, 1, 5);
    places = Arrays.copyOf(places, length);
    for (int row = from; row < length; row++) {
      rows.normalise(row);
      places[row] = -1;
    }
  }

  boolean isListed(int item) {
    return places[item] >= 0;
  }

  /** How many items are listed. */
  int listed() {
    return count;
  }

  void list(int item) {
    if (count == listed.length) {
      listed = Arrays.copyOf(listed, count + BLOCK);
      blocks = Arrays.copyOf(blocks, count / BLOCK + 1);
      blocks[count / BLOCK] = new float[D][BLOCK];
    }
    places[item] = count;
    listed[count++] = item;
    copy(item);
  }

  /** Offers all that are listed, by their nearness to a vector. */
  void offerAll(float[] vector, Best best) {
    for (int from = 0; from < count; from += BLOCK) {
      Arrays.fill(scores, 0);
      for (int d = 0; d < D; d += 8) {
        addEight(blocks[from / BLOCK], d, vector);
      }
      for (int i = 0; i < Math.min(BLOCK, count - from); i++) {
        best.offer(listed[from + i], scores[i]);
      }
    }
  }

  /** Eight dimensions at once, so that the scores are read and written an eighth as often. */
  private void addEight(float[][] block, int d, float[] vector) {
    float[] a = block[d];
    float[] b = block[d + 1];
    float[] c = block[d + 2];
    float[] e = block[d + 3];
    float[] f = block[d + 4];
    float[] g = block[d + 5];
    float[] h = block[d + 6];
    float[] k = block[d + 7];
    float va = vector[d];
    float vb = vector[d + 1];
    float vc = vector[d + 2];
    float ve = vector[d + 3];
    float vf = vector[d + 4];
    float vg = vector[d + 5];
    float vh = vector[d + 6];
    float vk = vector[d + 7];
    for (int i = 0; i < BLOCK; i++) {
      scores[i] +=
          va * a[i] + vb * b[i] + vc * c[i] + ve * e[i] + vf * f[i] + vg * g[i] + vh * h[i]
              + vk * k[i];
    }
  }

  long memoryBytes() {
    return rows.memoryBytes() + 4L * (places.length + (D + 1L) * listed.length);
  }

  void write(DataOutput out) throws IOException {
    rows.write(out);
    out.writeInt(places.length);
    out.writeInt(count);
    Numbers.write(listed, count, out);
  }

  void read(DataInput in) throws IOException {
    rows.read(in);
    places = new int[in.readInt()];
    Arrays.fill(places, -1);
    int[] items = new int[in.readInt()];
    Numbers.read(items, items.length, in);
    listed = new int[0];
    blocks = new float[0][][];
    count = 0;
    for (int item : items) {
      list(item);
    }
  }
}
