package magnus.prefetch.sequence;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The items that may come next, with the weight that each column of an {@link Expert} gives them. A
 * scratch pad, used again for each prediction.
 */
final class Candidates {

  private final int most;
  private final int[] items;
  private final float[][] weights;
  private final float[] totals;
  private int[] rows = new int[1024];
  private int[] stamps = new int[1024];
  private final Support support = new Support();
  private int stamp;
  private int size;
  private @Nullable Neighbourhood neighbourhood;

  /**
   * @param width how many columns there are
   * @param most how many items there may be; later ones are left out
   */
  Candidates(int width, int most) {
    this.most = most;
    items = new int[most];
    weights = new float[width][most];
    totals = new float[width];
  }

  void clear() {
    for (float[] column : weights) {
      Arrays.fill(column, 0, size, 0);
    }
    Arrays.fill(totals, 0);
    size = 0;
    stamp++;
  }

  int size() {
    return size;
  }

  int item(int row) {
    return items[row];
  }

  /** The row of an item, a new one if it has none; -1 if there is no room. */
  int row(int item) {
    if (item >= stamps.length) {
      int length = Math.max(item + 1, 2 * stamps.length);
      stamps = Arrays.copyOf(stamps, length);
      rows = Arrays.copyOf(rows, length);
    }
    if (stamps[item] == stamp) {
      return rows[item];
    }
    if (size == most) {
      return -1;
    }
    stamps[item] = stamp;
    rows[item] = size;
    items[size] = item;
    return size++;
  }

  /** The row of an item; -1 if it has none. */
  int findRow(int item) {
    return item >= 0 && item < stamps.length && stamps[item] == stamp ? rows[item] : -1;
  }

  /** Adds to the weight of an item and to the column's total, whether or not there is room. */
  void add(int column, int item, float weight) {
    totals[column] += weight;
    int row = row(item);
    if (row >= 0) {
      weights[column][row] += weight;
    }
  }

  /** Adds to a weight by its row, and to the column's total; a row below 0 has no room. */
  void addAt(int column, int row, float weight) {
    totals[column] += weight;
    if (row >= 0) {
      weights[column][row] += weight;
    }
  }

  /** Adds to the weight of an item if it is among the candidates, and to the column's total. */
  void addIfThere(int column, int item, float weight) {
    totals[column] += weight;
    int row = findRow(item);
    if (row >= 0) {
      weights[column][row] += weight;
    }
  }

  /** Adds to a column's total alone: weight of items that are not named. */
  void addTotal(int column, float weight) {
    totals[column] += weight;
  }

  /** Sets a weight that is no share of a total, such as a score. */
  void set(int column, int row, float weight) {
    weights[column][row] = weight;
  }

  /** The weights that a column gives, by row. */
  float[] weights(int column) {
    return weights[column];
  }

  float weight(int column, int row) {
    return weights[column][row];
  }

  float total(int column) {
    return totals[column];
  }

  /** The scratch pad of the rule of k users. */
  Support support() {
    return support;
  }

  /** The scratch pad of a search among so many stored sessions. */
  Neighbourhood neighbourhood(int sessions, int found) {
    if (neighbourhood == null) {
      neighbourhood = new Neighbourhood(sessions, found);
    }
    return neighbourhood;
  }
}
