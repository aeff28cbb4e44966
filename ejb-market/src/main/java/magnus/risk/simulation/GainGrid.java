package magnus.risk.simulation;

import java.util.function.DoubleUnaryOperator;

/**
 * What all positions in one underlying gain together, as a function of its return: revalued in full
 * at equally distant returns, cubic between four of them (Lagrange), and revalued directly beyond
 * the grid. However many options there are, a path costs one interpolation an underlying.
 */
public final class GainGrid {

  private final DoubleUnaryOperator gain;
  private final double lowest;
  private final double step;
  private final double[] nodes;
  private final double error;

  private GainGrid(DoubleUnaryOperator gain, double lowest, double step, double[] nodes) {
    this.gain = gain;
    this.lowest = lowest;
    this.step = step;
    this.nodes = nodes;
    double worst = 0;
    for (int i = 1; i < nodes.length - 2; i += 4) {
      double between = lowest + (i + 0.5) * step;
      worst = Math.max(worst, Math.abs(of(between) - gain.applyAsDouble(between)));
    }
    this.error = worst;
  }

  /**
   * @param gain of a return
   * @param reach the grid spans returns from minus this to this, and not below −1
   * @param count of nodes, at least 8
   */
  public static GainGrid of(DoubleUnaryOperator gain, double reach, int count) {
    double lowest = Math.max(-1, -reach);
    double step = (reach - lowest) / (count - 1);
    double[] nodes = new double[count];
    for (int i = 0; i < count; i++) {
      nodes[i] = gain.applyAsDouble(lowest + i * step);
    }
    return new GainGrid(gain, lowest, step, nodes);
  }

  /** The largest error found between nodes, in money; a quarter of all intervals is looked at. */
  public double error() {
    return error;
  }

  /** Gain at that return, at or above −1. */
  public double of(double simulated) {
    double r = Math.max(-1, simulated);
    double at = (r - lowest) / step;
    int i = (int) at;
    if (!(at >= 1) || i >= nodes.length - 2) {
      return gain.applyAsDouble(r);
    }
    double u = at - i;
    double before = nodes[i - 1];
    double here = nodes[i];
    double next = nodes[i + 1];
    double after = nodes[i + 2];
    double c1 = next - before / 3 - here / 2 - after / 6;
    double c2 = (before + next) / 2 - here;
    double c3 = (after - before) / 6 + (here - next) / 2;
    return here + u * (c1 + u * (c2 + u * c3));
  }
}
