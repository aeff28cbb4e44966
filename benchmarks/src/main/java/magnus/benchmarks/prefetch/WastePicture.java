package magnus.benchmarks.prefetch;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import magnus.benchmarks.prefetch.PrefetchReplay.Point;

/** Draws frontiers: what loading ahead gives against the share of it that nobody used. */
final class WastePicture {

  private static final int WIDTH = 760;
  private static final int HEIGHT = 460;
  private static final int LEFT = 80;
  private static final int BOTTOM = 60;
  private static final int TOP = 50;
  private static final int RIGHT = 30;
  private static final String[] COLOURS = {"#2563eb", "#b45309", "#047857", "#7c3aed"};

  private final double most;
  private final StringBuilder svg = new StringBuilder();

  private WastePicture(double most) {
    this.most = most;
  }

  /**
   * An SVG document.
   *
   * @param benefit what is on the upright axis, a share
   * @param lines by their names
   */
  static String draw(String title, String benefit, Map<String, List<Point>> lines) {
    double most =
        lines.values().stream().flatMap(List::stream).mapToDouble(Point::benefit).max().orElse(1);
    return new WastePicture(Math.max(0.1, Math.ceil(10.5 * most) / 10)).svg(title, benefit, lines);
  }

  private String svg(String title, String benefit, Map<String, List<Point>> lines) {
    append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
            + " font-size=\"13\" fill=\"#1f2937\">%n<rect width=\"%d\" height=\"%d\""
            + " fill=\"#ffffff\"/>%n",
        WIDTH, HEIGHT, WIDTH, HEIGHT);
    text(LEFT, 28, "start", title, "#1f2937");
    for (int i = 0; i <= 5; i++) {
      double across = i / 5.0;
      double up = most * i / 5;
      rule(x(across), TOP, x(across), HEIGHT - BOTTOM);
      rule(LEFT, y(up), WIDTH - RIGHT, y(up));
      text(x(across), HEIGHT - BOTTOM + 18, "middle", percent(across), "#1f2937");
      text(LEFT - 8, y(up) + 4, "end", percent(up), "#1f2937");
    }
    text(
        (LEFT + WIDTH - RIGHT) / 2.0,
        HEIGHT - 16,
        "middle",
        "share of what was loaded ahead that nobody used",
        "#1f2937");
    append(
        "<text transform=\"translate(24 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>%n",
        (TOP + HEIGHT - BOTTOM) / 2, benefit);
    int number = 0;
    for (Map.Entry<String, List<Point>> line : lines.entrySet()) {
      line(line.getKey(), line.getValue(), COLOURS[number++ % COLOURS.length]);
    }
    return svg.append("</svg>\n").toString();
  }

  private void line(String name, List<Point> points, String colour) {
    StringBuilder path = new StringBuilder();
    for (Point point : points) {
      path.append(
          String.format(
              Locale.ROOT,
              "%s%.1f %.1f",
              path.isEmpty() ? "M" : "L",
              x(point.wasted()),
              y(point.benefit())));
    }
    append("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n", path, colour);
    for (Point point : points) {
      append(
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n",
          x(point.wasted()), y(point.benefit()), colour);
    }
    Point last = points.get(points.size() - 1);
    text(x(last.wasted()) - 8, y(last.benefit()) - 8, "end", name, colour);
  }

  private static String percent(double share) {
    return Math.round(100 * share) + " %";
  }

  private void rule(double x1, double y1, double x2, double y2) {
    append(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#e5e7eb\"/>%n",
        x1, y1, x2, y2);
  }

  private void text(double x, double y, String anchor, String words, String colour) {
    append(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
        x, y, anchor, colour, words);
  }

  private void append(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }

  private static double x(double wasted) {
    return LEFT + (WIDTH - RIGHT - LEFT) * wasted;
  }

  private double y(double benefit) {
    return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * Math.max(0, benefit) / most;
  }
}
