package magnus.cache.event.learned;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import magnus.basics.json.Json;
import magnus.cache.DataType;
import magnus.cache.Occurrence;

/**
 * Coefficients with everything that speaks for or against them.
 *
 * @param coefficients in the order of the features
 * @param threshold probability from which an entry is dropped; the best one on the training dates
 * @param verdicts where it may decide
 */
public record LearnedModel(
    Provenance provenance,
    List<String> features,
    List<Double> coefficients,
    double threshold,
    List<Verdict> verdicts) {

  private static final String SHIPPED = "decision.json";

  /**
   * Where it comes from.
   *
   * @param epsilon basis points from which an option chain counted as changed; other types in the
   *     proportion of their calls' costs
   * @param penalty of the squared coefficients
   */
  public record Provenance(
      String madeBy,
      String bars,
      String volatility,
      double epsilon,
      double penalty,
      LocalDate trainedFrom,
      LocalDate trainedTo,
      long trainedOn,
      LocalDate heldOutFrom,
      LocalDate heldOutTo,
      long heldOut,
      String caveat) {}

  /**
   * The comparison for one kind of event and type of data on the held-out dates.
   *
   * @param gain balance of the learned decision less that of the rule
   * @param gainLow what the gain exceeds with 97.5 % confidence, by resampling dates
   * @param inForce whether the learned decision decides: only where {@code gainLow} is above 0
   */
  public record Verdict(
      Occurrence.Kind kind,
      DataType type,
      Score rule,
      Score learned,
      double gain,
      double gainLow,
      boolean inForce) {}

  public LearnedModel {
    features = List.copyOf(features);
    coefficients = List.copyOf(coefficients);
    verdicts = List.copyOf(verdicts);
    if (!features.equals(Features.NAMES) || features.size() != coefficients.size()) {
      throw new IllegalArgumentException(
          "the model's features " + features + " are not " + Features.NAMES);
    }
  }

  /** The one that Magnus comes with. */
  public static LearnedModel shipped() {
    try (InputStream in = LearnedModel.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException(SHIPPED + " is missing beside LearnedModel");
      }
      return Json.mapper().readValue(in, LearnedModel.class);
    } catch (IOException e) {
      throw new UncheckedIOException(SHIPPED + " cannot be read", e);
    }
  }

  /** Probability that the value changes by more than ε. */
  public double probability(double[] row) {
    double[] plain = coefficients.stream().mapToDouble(Double::doubleValue).toArray();
    return LogisticRegression.probability(plain, row);
  }

  public Optional<Verdict> findVerdict(Occurrence.Kind kind, DataType type) {
    return verdicts.stream().filter(v -> v.kind() == kind && v.type() == type).findFirst();
  }

  /** Whether it may decide. */
  public boolean inForce(Occurrence.Kind kind, DataType type) {
    return findVerdict(kind, type).map(Verdict::inForce).orElse(false);
  }
}
