package magnus.recommendation.ranking;

/**
 * A candidate as the ranking sees it.
 *
 * @param identity stays the same for the same advice
 * @param action what would be done to what; a list has each action once, whatever kind dresses it
 * @param worth of its money to this user, 0 to 1 ({@link Worth})
 * @param traits figures from −1 to 1, equally many in the same order for every alternative
 */
public record Alternative(
    String identity, String kind, String action, double worth, double[] traits) {

  public Alternative {
    if (!(worth >= 0 && worth <= 1)) {
      throw new IllegalArgumentException("worth " + worth + " of " + identity + " is not in 0..1");
    }
    for (double trait : traits) {
      if (!(Math.abs(trait) <= 1)) {
        throw new IllegalArgumentException("trait " + trait + " of " + identity + " is beyond 1");
      }
    }
  }
}
