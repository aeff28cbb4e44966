package magnus.risk.var;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/**
 * Minimum of a smooth function of few variables without derivatives (J. A. Nelder, R. Mead, "A
 * Simplex Method for Function Minimization", Computer Journal 7, 1965). Deterministic.
 */
final class SimplexSearch {

  private static final int MOST_STEPS = 400;
  private static final double FLAT = 1e-5;

  private SimplexSearch() {}

  private record Vertex(double[] x, double value) {}

  /** From a start and a first step that is the same for each variable. */
  static double[] minimum(ToDoubleFunction<double[]> f, double[] start, double step) {
    int n = start.length;
    Vertex[] simplex = new Vertex[n + 1];
    simplex[0] = new Vertex(start, f.applyAsDouble(start));
    for (int i = 0; i < n; i++) {
      double[] x = start.clone();
      x[i] += step;
      simplex[i + 1] = new Vertex(x, f.applyAsDouble(x));
    }
    Comparator<Vertex> byValue = Comparator.comparingDouble(Vertex::value);
    for (int round = 0; round < MOST_STEPS; round++) {
      Arrays.sort(simplex, byValue);
      if (simplex[n].value() - simplex[0].value() < FLAT) {
        break;
      }
      double[] centre = new double[n];
      for (int v = 0; v < n; v++) {
        for (int i = 0; i < n; i++) {
          centre[i] += simplex[v].x()[i] / n;
        }
      }
      Vertex worst = simplex[n];
      Vertex mirrored = along(f, centre, worst.x(), -1);
      if (mirrored.value() < simplex[0].value()) {
        Vertex further = along(f, centre, worst.x(), -2);
        simplex[n] = further.value() < mirrored.value() ? further : mirrored;
      } else if (mirrored.value() < simplex[n - 1].value()) {
        simplex[n] = mirrored;
      } else {
        Vertex nearer =
            along(f, centre, mirrored.value() < worst.value() ? mirrored.x() : worst.x(), 0.5);
        if (nearer.value() < Math.min(mirrored.value(), worst.value())) {
          simplex[n] = nearer;
        } else {
          for (int v = 1; v <= n; v++) {
            simplex[v] = along(f, simplex[0].x(), simplex[v].x(), 0.5);
          }
        }
      }
    }
    Arrays.sort(simplex, byValue);
    return simplex[0].x();
  }

  private static Vertex along(
      ToDoubleFunction<double[]> f, double[] centre, double[] other, double factor) {
    double[] x = new double[centre.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = centre[i] + factor * (other[i] - centre[i]);
    }
    return new Vertex(x, f.applyAsDouble(x));
  }
}
