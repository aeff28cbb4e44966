package magnus.persistence.statement;

import java.time.Instant;
import java.util.List;

/**
 * What is expected of a quarter of an hour.
 *
 * @param windows how many earlier ones it was made from
 * @param expected statements, of all kinds
 * @param lines the kinds expected most often, in no order
 */
public record StoredForecast(Instant window, int windows, double expected, List<Line> lines) {

  public StoredForecast {
    lines = List.copyOf(lines);
  }

  /** A kind of statement of a shelf's loads, or of none (the empty name). */
  public record Line(String fingerprint, String shelf, double count, double millis) {}
}
