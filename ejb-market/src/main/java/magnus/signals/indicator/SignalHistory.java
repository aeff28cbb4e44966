package magnus.signals.indicator;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a signal said on every day of a history, each from that day's bars and those before, and
 * what came within a window of sessions after it.
 *
 * @param window sessions
 */
public record SignalHistory(AdjustedBars bars, Indicators on, int window) {

  /** Moves of so many earlier windows say what a usual one is. */
  private static final int USUAL = 252;

  private static final int LEAST_USUAL = 60;

  /** The record of each of the signal's claims. */
  public Map<Reading, TrackRecord> records(Signal signal) {
    int n = bars.size();
    Reading[] readings = new Reading[n];
    boolean[] judged = new boolean[n];
    int count = 0;
    for (int i = 0; i + window < n; i++) {
      readings[i] = reading(signal, i);
      judged[i] = isKnown(signal, i);
      count += judged[i] ? 1 : 0;
    }
    double[] usual = signal.claims().contains(Reading.RESTLESS) ? usualMoves() : new double[0];
    Map<Reading, TrackRecord> records = new EnumMap<>(Reading.class);
    for (Reading claim : signal.claims()) {
      boolean[] claimed = new boolean[count];
      boolean[] came = new boolean[count];
      int k = 0;
      for (int i = 0; i < n; i++) {
        if (judged[i] && (usual.length == 0 || usual[i] > 0)) {
          claimed[k] = readings[i] == claim;
          came[k++] = came(claim, i, usual);
        }
      }
      records.put(claim, TrackRecord.of(Arrays.copyOf(claimed, k), Arrays.copyOf(came, k), window));
    }
    return records;
  }

  /** What the signal says after that day's close. */
  public Reading reading(Signal signal, int i) {
    return isKnown(signal, i) ? signal.read(on, bars, i) : Reading.NOTHING;
  }

  /** The figures behind it; empty while there are too few days. */
  public Map<String, Double> values(Signal signal, int i) {
    return isKnown(signal, i) ? signal.values(on, bars, i) : Map.of();
  }

  /** In words. */
  public String says(Signal signal, int i) {
    return isKnown(signal, i)
        ? signal.says(on, bars, i)
        : "There are too few days of prices for it yet.";
  }

  private boolean isKnown(Signal signal, int i) {
    return signal.values(on, bars, i).values().stream().noneMatch(v -> v.isNaN());
  }

  private boolean came(Reading claim, int i, double[] usual) {
    double now = bars.close()[i];
    double then = bars.close()[i + window];
    return switch (claim) {
      case HIGHER -> then > now;
      case LOWER -> then < now;
      case RESTLESS -> Math.abs(Math.log(then / now)) > usual[i];
      case CALM -> Math.abs(Math.log(then / now)) < usual[i];
      case NOTHING -> false;
    };
  }

  /** By day the median move over a window, of those that had ended by then; 0 where too few. */
  private double[] usualMoves() {
    int n = bars.size();
    double[] moves = new double[n];
    for (int i = window; i < n; i++) {
      moves[i] = Math.abs(Math.log(bars.close()[i] / bars.close()[i - window]));
    }
    double[] usual = new double[n];
    for (int i = window + LEAST_USUAL; i < n; i++) {
      double[] past = Arrays.copyOfRange(moves, Math.max(window, i - USUAL + 1), i + 1);
      Arrays.sort(past);
      usual[i] = past[past.length / 2];
    }
    return usual;
  }
}
