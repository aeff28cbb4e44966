package magnus.prefetch.sequence;

import java.util.Arrays;
import java.util.List;

/**
 * Turns the weights of all experts into features: of each column how much more likely it makes the
 * item than the column that it backs off to (a logarithm, 0 where it knows nothing), the item's
 * place in the session so far, and of the situation how much each column has seen.
 */
final class Features {

  /** Features of a candidate beside those of its columns. */
  static final int OWN = 6;

  /** The feature that only the row of all other items has. */
  static final int OTHERS = 0;

  private static final int IS_LAST = 1;
  private static final int IS_BEFORE_LAST = 2;
  private static final int SEEN = 3;
  private static final int NEARNESS = 4;
  private static final int TIMES = 5;

  /** The weight, in visits, of what a column backs off to where it is asked alone. */
  private static final float ALONE = 1;

  private final List<Column> columns;
  private final int width;
  private final float[][] probabilities;
  private float uniform;

  /**
   * @param most how many candidates there may be
   */
  Features(List<Column> columns, int most) {
    this.columns = columns;
    width = OWN + columns.size();
    probabilities = new float[columns.size()][most];
  }

  int width() {
    return width;
  }

  int situationWidth() {
    return columns.size() + 4;
  }

  /** The feature of a column. */
  static int of(int column) {
    return OWN + column;
  }

  /**
   * Fills one row per candidate, and one more that stands for all other items.
   *
   * @param items how many items there are at all
   * @param x by feature and row
   */
  void fill(SessionContext context, Candidates candidates, int items, float[][] x) {
    int rows = candidates.size();
    uniform = 1f / (items + 1);
    for (int c = 0; c < columns.size(); c++) {
      Column column = columns.get(c);
      float[] to = x[OWN + c];
      float[] own = probabilities[c];
      float[] weights = candidates.weights(c);
      float[] back = column.backsOffTo() < 0 ? null : probabilities[column.backsOffTo()];
      to[rows] = 0;
      if (column.prior() <= 0) {
        for (int row = 0; row < rows; row++) {
          to[row] = 0.3f * weights[row];
        }
      } else if (candidates.total(c) <= 0) {
        Arrays.fill(to, 0, rows, 0);
        if (back == null) {
          Arrays.fill(own, 0, rows, uniform);
        } else {
          System.arraycopy(back, 0, own, 0, rows);
        }
      } else {
        float scale = 1 / (candidates.total(c) + column.prior());
        for (int row = 0; row < rows; row++) {
          float before = back == null ? uniform : back[row];
          own[row] = (weights[row] + column.prior() * before) * scale;
          to[row] = 0.5f * Approximate.log(own[row] / before);
        }
      }
    }
    for (int row = 0; row < rows; row++) {
      ownFeatures(context, candidates.item(row), x, row);
    }
    for (int f = 0; f < OWN; f++) {
      x[f][rows] = f == OTHERS ? 1 : 0;
    }
  }

  /**
   * What a column says of the candidates by itself: trusted more against what it backs off to than
   * as a feature among others, whose weights the network learns.
   *
   * @param to by row; the last one is of all that are no candidates
   */
  void alone(int column, Candidates candidates, float[] to) {
    int rows = candidates.size();
    int backsOffTo = columns.get(column).backsOffTo();
    float total = candidates.total(column);
    float sum = 0;
    for (int row = 0; row < rows; row++) {
      float p = probabilities[column][row];
      if (total > 0) {
        float back = backsOffTo < 0 ? uniform : probabilities[backsOffTo][row];
        p = (candidates.weight(column, row) + ALONE * back) / (total + ALONE);
      }
      to[row] = p;
      sum += p;
    }
    to[rows] = Math.max(0, 1 - sum);
  }

  private static void ownFeatures(SessionContext context, int item, float[][] x, int row) {
    int age = -1;
    int times = 0;
    int length = Math.min(context.length(), 32);
    for (int ago = 0; ago < length; ago++) {
      if (context.back(ago) == item) {
        age = age < 0 ? ago : age;
        times++;
      }
    }
    x[OTHERS][row] = 0;
    x[IS_LAST][row] = age == 0 ? 1 : 0;
    x[IS_BEFORE_LAST][row] = age == 1 ? 1 : 0;
    x[SEEN][row] = times > 0 ? 1 : 0;
    x[NEARNESS][row] = times > 0 ? 1f / (1 + age) : 0;
    x[TIMES][row] = times > 1 ? (float) Math.log(times) : 0;
  }

  /** Fills what is alike for all candidates. */
  void situation(SessionContext context, Candidates candidates, float[] z) {
    for (int c = 0; c < columns.size(); c++) {
      z[c] = 0.2f * Approximate.log(1 + candidates.total(c));
    }
    int n = columns.size();
    z[n] = context.length() == 0 ? 1 : 0;
    z[n + 1] = context.length() == 1 ? 1 : 0;
    z[n + 2] = 0.4f * Approximate.log(1f + context.length());
    z[n + 3] = repeats(context);
  }

  /** The share of the latest items that were there before. */
  private static float repeats(SessionContext context) {
    int length = Math.min(context.length(), 8);
    int repeated = 0;
    for (int i = 0; i < length; i++) {
      for (int j = i + 1; j < length; j++) {
        if (context.back(i) == context.back(j)) {
          repeated++;
          break;
        }
      }
    }
    return length == 0 ? 0 : (float) repeated / length;
  }
}
