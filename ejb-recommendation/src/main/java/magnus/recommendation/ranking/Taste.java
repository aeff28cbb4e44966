package magnus.recommendation.ranking;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a user thinks of recommendations, learned from his answers: a Gaussian process over log odds
 * with the parts of {@link Kernel} around what users in general think, fitted by Laplace's
 * approximation (Rasmussen and Williams 2006, algorithms 3.1 and 3.2). Uncertain where he said
 * little: hence it knows what to explore. Older answers than the last {@value #MOST_ANSWERS} do not
 * count.
 */
public final class Taste {

  /** Beyond, the oldest have faded; and the work grows with their cube. */
  public static final int MOST_ANSWERS = 250;

  private static final int MOST_STEPS = 30;
  private static final double CLOSE = 1e-6;

  private final Kernel kernel;
  private final Custom custom;
  private final List<Answer> answers;
  private final double[] pull;
  private final double[] rootCurvature;
  private final Cholesky inner;

  private Taste(
      Kernel kernel,
      Custom custom,
      List<Answer> answers,
      double[] pull,
      double[] rootCurvature,
      Cholesky inner) {
    this.kernel = kernel;
    this.custom = custom;
    this.answers = answers;
    this.pull = pull;
    this.rootCurvature = rootCurvature;
    this.inner = inner;
  }

  /**
   * @param all his answers, the oldest first
   */
  public static Taste of(Kernel kernel, Custom custom, List<Answer> all) {
    List<Answer> answers =
        List.copyOf(all.subList(Math.max(0, all.size() - MOST_ANSWERS), all.size()));
    int n = answers.size();
    double[][] likeness = new double[n][n];
    double[] base = new double[n];
    for (int i = 0; i < n; i++) {
      Answer a = answers.get(i);
      base[i] = custom.of(a.kind(), a.traits());
      for (int j = 0; j <= i; j++) {
        Answer b = answers.get(j);
        likeness[i][j] = kernel.of(a.kind().equals(b.kind()), a.traits(), b.traits(), i - j);
        likeness[j][i] = likeness[i][j];
      }
    }
    double[] own = new double[n];
    double[] pull = new double[n];
    double[] root = new double[n];
    Cholesky inner = Cholesky.of(new double[0][0]);
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] wanted = new double[n];
      for (int i = 0; i < n; i++) {
        Answer a = answers.get(i);
        double p = Logistic.of(base[i] + own[i]);
        double curvature = a.weight() * p * (1 - p);
        root[i] = Math.sqrt(curvature);
        wanted[i] = curvature * own[i] + a.weight() * (a.liked() - p);
      }
      inner = inner(likeness, root);
      double[] scaled = times(likeness, wanted);
      for (int i = 0; i < n; i++) {
        scaled[i] *= root[i];
      }
      double[] solved = inner.solve(scaled);
      for (int i = 0; i < n; i++) {
        pull[i] = wanted[i] - root[i] * solved[i];
      }
      double[] next = times(likeness, pull);
      double moved = 0;
      for (int i = 0; i < n; i++) {
        moved = Math.max(moved, Math.abs(next[i] - own[i]));
      }
      own = next;
      if (moved < CLOSE) {
        break;
      }
    }
    return new Taste(kernel, custom, answers, pull, root, inner);
  }

  private static Cholesky inner(double[][] likeness, double[] root) {
    int n = root.length;
    double[][] b = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        b[i][j] = root[i] * likeness[i][j] * root[j] + (i == j ? 1 : 0);
      }
    }
    return Cholesky.of(b);
  }

  private static double[] times(double[][] m, double[] v) {
    double[] result = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      for (int j = 0; j < v.length; j++) {
        result[i] += m[i][j] * v[j];
      }
    }
    return result;
  }

  /** How many answers it was learned from. */
  public int answers() {
    return answers.size();
  }

  /** What it began with. */
  public Custom custom() {
    return custom;
  }

  /** What he thinks of a recommendation that he would be shown next. */
  public Opinion opinion(String kind, double[] traits) {
    int n = answers.size();
    double general = custom.of(kind, traits);
    Map<Kernel.Part, Double> own = new EnumMap<>(Kernel.Part.class);
    double mean = general;
    double[] likeness = new double[n];
    for (Kernel.Part part : Kernel.Part.values()) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        Answer a = answers.get(i);
        double k = kernel.of(part, a.kind().equals(kind), a.traits(), traits, n - i);
        likeness[i] += k;
        sum += k * pull[i];
      }
      own.put(part, sum);
      mean += sum;
    }
    for (int i = 0; i < n; i++) {
      likeness[i] *= rootCurvature[i];
    }
    double variance = kernel.of(true, traits, traits, 0);
    for (double v : inner.forward(likeness)) {
      variance -= v * v;
    }
    return new Opinion(mean, Math.sqrt(Math.max(0, variance)), general, own);
  }
}
