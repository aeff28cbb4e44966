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

  private final List<Column> columns;
  private final int width;
  private final float[] probabilities;

  Features(List<Column> columns) {
    this.columns = columns;
    width = OWN + columns.size();
    probabilities = new float[columns.size()];
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
   */
  void fill(SessionContext context, Candidates candidates, int items, float[] x) {
    float uniform = 1f / (items + 1);
    int n = columns.size();
    int[] backsOffTo = new int[n];
    float[] priors = new float[n];
    float[] scales = new float[n];
    for (int c = 0; c < n; c++) {
      Column column = columns.get(c);
      backsOffTo[c] = column.backsOffTo();
      priors[c] = column.prior();
      scales[c] = 1 / (candidates.total(c) + column.prior());
    }
    for (int row = 0; row < candidates.size(); row++) {
      int at = row * width;
      for (int c = 0; c < n; c++) {
        if (priors[c] <= 0) {
          probabilities[c] = uniform;
          x[at + OWN + c] = 0.3f * candidates.weight(c, row);
          continue;
        }
        if (candidates.total(c) <= 0) {
          probabilities[c] = backsOffTo[c] < 0 ? uniform : probabilities[backsOffTo[c]];
          x[at + OWN + c] = 0;
          continue;
        }
        float back = backsOffTo[c] < 0 ? uniform : probabilities[backsOffTo[c]];
        float probability = (candidates.weight(c, row) + priors[c] * back) * scales[c];
        probabilities[c] = probability;
        x[at + OWN + c] = 0.5f * Approximate.log(probability / back);
      }
      ownFeatures(context, candidates.item(row), x, at);
    }
    int other = candidates.size() * width;
    Arrays.fill(x, other, other + width, 0);
    x[other + OTHERS] = 1;
  }

  private static void ownFeatures(SessionContext context, int item, float[] x, int at) {
    int age = -1;
    int times = 0;
    int length = Math.min(context.length(), 32);
    for (int ago = 0; ago < length; ago++) {
      if (context.back(ago) == item) {
        age = age < 0 ? ago : age;
        times++;
      }
    }
    x[at + OTHERS] = 0;
    x[at + IS_LAST] = age == 0 ? 1 : 0;
    x[at + IS_BEFORE_LAST] = age == 1 ? 1 : 0;
    x[at + SEEN] = times > 0 ? 1 : 0;
    x[at + NEARNESS] = times > 0 ? 1f / (1 + age) : 0;
    x[at + TIMES] = times > 1 ? (float) Math.log(times) : 0;
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
