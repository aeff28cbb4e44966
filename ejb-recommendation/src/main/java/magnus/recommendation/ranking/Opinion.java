package magnus.recommendation.ranking;

import java.util.Map;

/**
 * What is known of a user's view of one recommendation, in log odds of acceptance.
 *
 * @param custom what users in general think
 * @param own by part, what his answers add; custom and these add up to {@code mean}
 * @param deviation how uncertain the sum is
 */
public record Opinion(double mean, double deviation, double custom, Map<Kernel.Part, Double> own) {

  /**
   * The probability that he accepts, averaged over what is uncertain (MacKay's approximation of the
   * logistic–normal integral, 1992).
   */
  public double probability() {
    return Logistic.of(mean / Math.sqrt(1 + Math.PI * deviation * deviation / 8));
  }

  /** The probability if his view is better than its mean by so many deviations. */
  public double hopeful(double deviations) {
    return Logistic.of(mean + deviations * deviation);
  }
}
