package magnus.prefetch.plan;

import java.util.HashMap;
import java.util.Map;

/**
 * How often what was loaded on a chance was used in the end, learned for each shelf: a line through
 * the log odds, after Platt (Probabilistic outputs for support vector machines, 1999), moved a
 * little by each entry that ends. It knows what a price cannot: that a portfolio's values are asked
 * for by the page after next as well, and that a chain's end comes early when prices move.
 */
public final class Experience {

  private static final double STEP = 0.03;
  private static final double EDGE = 0.005;

  private final Map<String, double[]> lines = new HashMap<>();

  /** The chance of being used, where the price says {@code chance}. */
  public synchronized double used(String shelf, double chance) {
    double[] line = lines.get(shelf);
    return line == null ? chance : at(line, odds(chance));
  }

  /** An entry loaded on a chance has been used, or has ended without. */
  public synchronized void settled(String shelf, double chance, boolean used) {
    double[] line = lines.computeIfAbsent(shelf, s -> new double[] {0, 1});
    double odds = odds(chance);
    double miss = (used ? 1 : 0) - at(line, odds);
    line[0] += STEP * miss;
    // Never falling: what is likelier is not used less.
    line[1] = Math.min(2, Math.max(0.2, line[1] + STEP * 0.2 * miss * odds));
  }

  private static double odds(double chance) {
    double inside = Math.min(1 - EDGE, Math.max(EDGE, chance));
    return Math.log(inside / (1 - inside));
  }

  private static double at(double[] line, double odds) {
    return 1 / (1 + Math.exp(-line[0] - line[1] * odds));
  }
}
