package magnus.recommendation.ranking;

/**
 * How alike two recommendations are to a user's taste: a sum of parts, so that an opinion is a sum
 * of the same parts and can be explained by them. Each is the variance that the part may have in
 * log odds. What concerns kinds fades with the answers between: tastes drift.
 *
 * @param level what the user thinks of advice as such
 * @param kind what he thinks of one kind
 * @param traits what he thinks of each figure, in all kinds
 * @param kindTraits what he thinks of each figure within one kind
 * @param shape bends and thresholds over the figures that no straight line has
 * @param width of these bends, in the figures' unit
 * @param memory answers after which a kind's part is alike by 1/e
 */
public record Kernel(
    double level,
    double kind,
    double traits,
    double kindTraits,
    double shape,
    double width,
    double memory) {

  /** Chosen on simulated users whose seeds no reported figure uses. */
  public static Kernel shipped() {
    return new Kernel(0.5, 3.0, 0.4, 0.15, 0.3, 2.0, 150);
  }

  /** The parts of an opinion. */
  public enum Part {
    LEVEL,
    KIND,
    TRAITS,
    SHAPE
  }

  /** Likeness in one part of two recommendations that lie so many answers apart. */
  double of(Part part, boolean sameKind, double[] a, double[] b, double apart) {
    return switch (part) {
      case LEVEL -> level;
      case KIND -> sameKind ? (kind + kindTraits * dot(a, b)) * Math.exp(-apart / memory) : 0;
      case TRAITS -> traits * dot(a, b);
      case SHAPE -> shape * Math.exp(-distance(a, b) / (2 * width * width));
    };
  }

  double of(boolean sameKind, double[] a, double[] b, double apart) {
    double sum = 0;
    for (Part part : Part.values()) {
      sum += of(part, sameKind, a, b, apart);
    }
    return sum;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }
}
