package magnus.recommendation.ranking;

/**
 * What a user said to one recommendation.
 *
 * @param liked 1 accepted, 0 turned down; between for "not now"
 * @param weight how much it tells: 1 for a plain answer, less for one that says little
 */
public record Answer(String kind, double[] traits, double liked, double weight) {

  public Answer {
    if (!(liked >= 0 && liked <= 1) || !(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException(
          "an answer of " + liked + " with weight " + weight + " is not within 0..1");
    }
  }
}
