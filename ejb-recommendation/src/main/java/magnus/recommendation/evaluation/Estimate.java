package magnus.recommendation.evaluation;

/**
 * A mean gain per list with its 95 % interval.
 *
 * @param lists on which it rests
 * @param users on which it rests; intervals take a user's lists as one observation
 * @param effectiveLists lists that would tell as much if the other ranking had been shown itself
 *     (Kish 1965): far below {@code lists} the rankings overlap too little
 */
public record Estimate(
    double mean, double low, double high, int lists, int users, double effectiveLists) {

  /** Whether the truth lies inside. */
  public boolean covers(double truth) {
    return low <= truth && truth <= high;
  }
}
