package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Counts by item of which every one shrinks with each that is added: exponential fading. Instead of
 * shrinking them all, the weight of what is added grows.
 */
final class FadingCounts {

  private static final double LARGE = 1e30;

  private final double fade;
  private double[] counts = new double[1024];
  private double sum;
  private double step = 1;

  /**
   * @param memory after how many additions a count has shrunk to 1/e
   */
  FadingCounts(double memory) {
    fade = 1 + 1 / memory;
  }

  void add(int item) {
    if (item >= counts.length) {
      counts = Arrays.copyOf(counts, Math.max(item + 1, 2 * counts.length));
    }
    step *= fade;
    if (step > LARGE) {
      for (int i = 0; i < counts.length; i++) {
        counts[i] /= step;
      }
      sum /= step;
      step = 1;
    }
    counts[item] += step;
    sum += step;
  }

  /** The faded count; the latest addition counts 1. */
  float of(int item) {
    return item < counts.length ? (float) (counts[item] / step) : 0;
  }

  float sum() {
    return (float) (sum / step);
  }

  /** Whether one item's count is above another's. */
  boolean above(int item, int other) {
    return counts[item] > counts[other];
  }

  long memoryBytes() {
    return 8L * counts.length;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(counts.length);
    for (double count : counts) {
      out.writeDouble(count);
    }
    out.writeDouble(sum);
    out.writeDouble(step);
  }

  void read(DataInput in) throws IOException {
    counts = new double[in.readInt()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = in.readDouble();
    }
    sum = in.readDouble();
    step = in.readDouble();
  }
}
