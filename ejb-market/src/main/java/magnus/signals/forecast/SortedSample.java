package magnus.signals.forecast;

import java.util.Arrays;

/** A sample that grows and is always in order. */
final class SortedSample {

  private double[] values = new double[256];
  private int size;

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    int found = Arrays.binarySearch(values, 0, size, value);
    int at = found >= 0 ? found : -found - 1;
    System.arraycopy(values, at, values, at + 1, size - at);
    values[at] = value;
    size++;
  }

  int size() {
    return size;
  }

  /** The value at that share of the sample, between its neighbours; 0 while it is empty. */
  double quantile(double share) {
    if (size == 0) {
      return 0;
    }
    double place = Math.max(0, Math.min(size - 1, share * size - 0.5));
    int below = (int) place;
    int above = Math.min(size - 1, below + 1);
    return values[below] + (place - below) * (values[above] - values[below]);
  }

  /** Share of the sample at or below a value. */
  double shareUpTo(double value) {
    if (size == 0) {
      return 0;
    }
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (values[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return (double) low / size;
  }
}
