package magnus.benchmarks.cache;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws what the error-bounded policy gives for each ε: calls of the source against error. */
final class FrontierPicture {

  private static final int WIDTH = 760;
  private static final int HEIGHT = 460;
  private static final int LEFT = 80;
  private static final int BOTTOM = 60;
  private static final int TOP = 50;
  private static final int RIGHT = 30;

  /**
   * One policy's outcome.
   *
   * @param epsilon 0 for policies without one
   * @param calls relative to those of fixed lifespans
   * @param meanError basis points
   */
  record Point(double epsilon, double calls, double meanError, double highError, double hitRate) {

    static Point of(double epsilon, Tally tally, Tally fixed) {
      return new Point(
          epsilon,
          (double) tally.calls() / fixed.calls(),
          tally.meanError(),
          tally.highError(),
          tally.hitRate());
    }

    double saved() {
      return 1 - calls;
    }

    Map<String, Object> figures() {
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("epsilon_bp", epsilon);
      figures.put("calls_of_fixed", calls);
      figures.put("mean_error_bp", meanError);
      figures.put("p99_error_bp", highError);
      figures.put("hit_rate", hitRate);
      return figures;
    }
  }

  private final double mostCalls;
  private final double mostError;
  private final StringBuilder svg = new StringBuilder();

  private FrontierPicture(double mostCalls, double mostError) {
    this.mostCalls = mostCalls;
    this.mostError = mostError;
  }

  /** An SVG document. */
  static String draw(List<Point> frontier, Point fixed, Point rule, Point shipped) {
    double calls = Math.max(fixed.calls(), rule.calls());
    double error = Math.max(fixed.meanError(), rule.meanError());
    for (Point point : frontier) {
      calls = Math.max(calls, point.calls());
      error = Math.max(error, point.meanError());
    }
    FrontierPicture picture =
        new FrontierPicture(Math.ceil(calls * 5.2) / 5, Math.ceil(error * 1.05));
    return picture.svg(frontier, fixed, rule, shipped);
  }

  private String svg(List<Point> frontier, Point fixed, Point rule, Point shipped) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                + " font-size=\"13\" fill=\"#1f2937\">%n"
                + "<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>%n",
            WIDTH,
            HEIGHT,
            WIDTH,
            HEIGHT));
    text(LEFT, 28, "start", "Error served against calls of the source");
    axes();
    StringBuilder path = new StringBuilder();
    for (Point point : frontier) {
      path.append(path.isEmpty() ? "M" : "L").append(x(point)).append(' ').append(y(point));
    }
    svg.append("<path d=\"")
        .append(path)
        .append("\" fill=\"none\" stroke=\"#2563eb\" stroke-width=\"2\"/>\n");
    for (Point point : frontier) {
      dot(point, "#2563eb", 3);
      text(
          x(point) + 7,
          y(point) - 6,
          "start",
          "ε "
              + (point.epsilon() == Math.rint(point.epsilon())
                  ? "" + (int) point.epsilon()
                  : "" + point.epsilon()));
    }
    named(fixed, "fixed", "#b91c1c", 22);
    named(rule, "rule", "#b45309", 36);
    named(shipped, "shipped", "#047857", 22);
    return svg.append("</svg>\n").toString();
  }

  private void axes() {
    for (int i = 0; i <= 5; i++) {
      double calls = mostCalls * i / 5;
      double error = mostError * i / 5;
      Point across = new Point(0, calls, 0, 0, 0);
      Point up = new Point(0, 0, error, 0, 0);
      line(x(across), TOP, x(across), HEIGHT - BOTTOM);
      line(LEFT, y(up), WIDTH - RIGHT, y(up));
      text(x(across), HEIGHT - BOTTOM + 18, "middle", String.format(Locale.ROOT, "%.2f", calls));
      text(LEFT - 8, y(up) + 4, "end", String.format(Locale.ROOT, "%.1f", error));
    }
    text(
        (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 16, "middle", "calls, those of fixed lifespans = 1");
    svg.append(
        String.format(
            Locale.ROOT,
            "<text transform=\"translate(24 %d) rotate(-90)\" text-anchor=\"middle\">mean absolute"
                + " error, basis points</text>%n",
            (TOP + HEIGHT - BOTTOM) / 2));
  }

  private void named(Point point, String name, String colour, int below) {
    dot(point, colour, 6);
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" fill=\"%s\" font-weight=\"bold\">%s"
                + "</text>%n",
            x(point),
            y(point) + below,
            colour,
            name));
  }

  private void dot(Point point, String colour, int radius) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%d\" fill=\"%s\"/>%n",
            x(point),
            y(point),
            radius,
            colour));
  }

  private void line(double x1, double y1, double x2, double y2) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#e5e7eb\"/>%n",
            x1,
            y1,
            x2,
            y2));
  }

  private void text(double x, double y, String anchor, String words) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            words));
  }

  private double x(Point point) {
    return LEFT + (WIDTH - RIGHT - LEFT) * point.calls() / mostCalls;
  }

  private double y(Point point) {
    return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * point.meanError() / mostError;
  }
}
