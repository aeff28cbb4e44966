package magnus.cache;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import magnus.basics.json.Json;

/**
 * What lifespan policies cost and what they are wrong by, as the benchmark {@code cache-replay}
 * measured it on replayed working days. The benchmark writes the file that Magnus comes with.
 *
 * @param measuredOn the day of the measurement
 * @param command that makes the file again
 * @param bars name of the file of daily bars
 * @param volatility name of the file of VIX
 * @param users in the replayed portal
 * @param days that the points were replayed on
 * @param fixed lifespans by type alone
 * @param fixedBatching the same with a call for many quotes
 * @param rule factors by volatility, session and catalysts
 * @param bounded the error-bounded policy, ascending by ε
 * @param shippedEpsilonBp which of these Magnus comes with
 * @param allDays of the whole replay
 * @param shippedAllDays the shipped setting over all of them
 * @param fixedAllDays fixed lifespans over all of them
 */
public record Frontier(
    LocalDate measuredOn,
    String command,
    String bars,
    String volatility,
    int users,
    long seed,
    List<LocalDate> days,
    Point fixed,
    Point fixedBatching,
    Point rule,
    List<Point> bounded,
    double shippedEpsilonBp,
    int allDays,
    Point shippedAllDays,
    Point fixedAllDays) {

  private static final String SHIPPED = "frontier.json";

  /**
   * One policy's outcome.
   *
   * @param epsilonBp absent for policies without one
   * @param callsOfFixed calls of the source, those of fixed lifespans on the same days being 1
   * @param meanErrorBp mean absolute error of what was served, in basis points
   * @param p99ErrorBp its 99th percentile
   * @param hitRate answers that did not wait for a source, of all
   */
  public record Point(
      Optional<Double> epsilonBp,
      double callsOfFixed,
      double meanErrorBp,
      double p99ErrorBp,
      double hitRate) {}

  public Frontier {
    days = List.copyOf(days);
    bounded = List.copyOf(bounded);
  }

  /** The last one that was measured. */
  public static Frontier shipped() {
    try (InputStream in = Frontier.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException(SHIPPED + " is missing beside Frontier");
      }
      return Json.mapper().readValue(in, Frontier.class);
    } catch (IOException e) {
      throw new UncheckedIOException(SHIPPED + " cannot be read", e);
    }
  }
}
