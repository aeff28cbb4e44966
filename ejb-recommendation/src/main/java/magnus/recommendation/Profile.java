package magnus.recommendation;

import java.util.List;

/**
 * What a user said of himself, or what is assumed until he does.
 *
 * @param asked whether he answered; else these are assumptions
 * @param horizonYears until he needs the money, 1 to 50
 * @param taxed whether gains in his accounts are taxed
 * @param shortRate share of a gain on what was held up to a year, 0 to 0.6
 * @param longRate share of a gain on what was held longer, 0 to 0.6
 * @param mutedKinds kinds of which he wants no more
 */
public record Profile(
    boolean asked,
    RiskTolerance riskTolerance,
    int horizonYears,
    boolean taxed,
    double shortRate,
    double longRate,
    List<String> mutedKinds) {

  public Profile {
    mutedKinds = List.copyOf(mutedKinds);
  }

  /** Before he is asked: neither cautious nor bold, ten years, taxed at middling rates. */
  static Profile assumed(List<String> mutedKinds) {
    return new Profile(false, RiskTolerance.BALANCED, 10, true, 0.24, 0.15, mutedKinds);
  }
}
