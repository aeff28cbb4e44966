package magnus.options;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * TOPSIS (C. L. Hwang, K. Yoon, "Multiple Attribute Decision Making", 1981): how near an
 * opportunity is to the ideal, compared with how far it is from the worst. Ideal and worst are
 * fixed, which keeps ranks when the list changes (M. García-Cascales, T. Lamata, Mathematical and
 * Computer Modelling 56, 2012), and distances are squared, which lets the score fall apart into one
 * part for each criterion: score = Σ w²g² / (Σ w²g² + Σ w²(1−g)²) with weight w and grade g.
 *
 * @param value from 0 to 100
 * @param parts one for each criterion; their points add up to the value
 */
public record Score(double value, List<Part> parts) {

  /**
   * What one criterion gives.
   *
   * @param figure as measured
   * @param grade from 0 to 1
   * @param weight share of the weights
   * @param points part of the score
   */
  public record Part(
      Criterion criterion,
      String title,
      double figure,
      double grade,
      double weight,
      double points) {}

  /** By the criteria's order; NaN where a figure is unknown, which counts as half. */
  public static Score of(double[] figures, Weights weights) {
    return new Score(value(figures, weights), explain(figures, weights));
  }

  /** The value alone. */
  public static double value(double[] figures, Weights weights) {
    double near = 0;
    double far = 0;
    for (Criterion c : Criterion.values()) {
      double g = grade(c, figures);
      double w = weights.of(c);
      near += w * w * g * g;
      far += w * w * (1 - g) * (1 - g);
    }
    return 100 * near / (near + far);
  }

  private static double grade(Criterion c, double[] figures) {
    double figure = figures[c.ordinal()];
    return Double.isNaN(figure) ? 0.5 : c.grade(figure);
  }

  private static List<Part> explain(double[] figures, Weights weights) {
    Map<Criterion, Double> squares = new EnumMap<>(Criterion.class);
    double all = 0;
    for (Criterion c : Criterion.values()) {
      double g = grade(c, figures);
      double w = weights.of(c);
      squares.put(c, w * w * g * g);
      all += w * w * (g * g + (1 - g) * (1 - g));
    }
    List<Part> parts = new ArrayList<>();
    for (Criterion c : Criterion.values()) {
      double figure = figures[c.ordinal()];
      parts.add(
          new Part(
              c,
              c.title(),
              Double.isNaN(figure) ? 0 : figure,
              grade(c, figures),
              weights.of(c),
              100 * squares.getOrDefault(c, 0.0) / all));
    }
    return parts;
  }
}
