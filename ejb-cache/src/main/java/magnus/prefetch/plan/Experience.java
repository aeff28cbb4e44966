package magnus.prefetch.plan;

import java.util.HashMap;
import java.util.Map;

/**
 * How often what was loaded on a chance was used in the end, learned for each shelf. It knows what
 * a price cannot: that a portfolio's values are asked for by the page after next as well, and that
 * a chain's end comes early when prices move.
 */
public final class Experience {

  private final Map<String, LogOddsLine> lines = new HashMap<>();

  /** The chance of being used, where the price says {@code chance}. */
  public synchronized double used(String shelf, double chance) {
    LogOddsLine line = lines.get(shelf);
    return line == null ? chance : line.at(chance);
  }

  /** An entry loaded on a chance has been used, or has ended without. */
  public synchronized void settled(String shelf, double chance, boolean used) {
    lines.computeIfAbsent(shelf, s -> new LogOddsLine(0, 1)).learn(chance, used);
  }
}
