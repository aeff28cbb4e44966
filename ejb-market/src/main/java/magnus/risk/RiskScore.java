package magnus.risk;

import java.time.Instant;
import java.util.List;
import magnus.portfolio.Missing;

/**
 * How risky what a portfolio holds is, 0 (cash) to 100, by fixed rules: each part's figure counts
 * in proportion up to the figure that counts in full. A part that cannot be computed gives its
 * weight to the others, in proportion. Magnus's own scale, no probability and no advice.
 *
 * @param score the sum of the parts' points
 * @param band LOW below 20, MODERATE below 40, ELEVATED below 60, HIGH below 80, VERY_HIGH; UNKNOWN
 *     where no part could be computed
 */
public record RiskScore(
    Instant asOf,
    double score,
    String band,
    List<Part> parts,
    List<Missing> missing,
    List<NotComputed> notComputed) {

  /**
   * One part.
   *
   * @param name word of the part
   * @param figure what was measured, fraction
   * @param full the figure at which the part counts in full
   * @param points what it adds to the score
   * @param most what it adds at most
   * @param words a sentence that says what was measured
   * @param source path of the figure in the interface's answers
   */
  public record Part(
      String name,
      double figure,
      double full,
      double points,
      double most,
      String words,
      String source) {}

  /** The word of a score. */
  static String bandOf(double score) {
    return score < 20
        ? "LOW"
        : score < 40 ? "MODERATE" : score < 60 ? "ELEVATED" : score < 80 ? "HIGH" : "VERY_HIGH";
  }
}
