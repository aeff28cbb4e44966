package magnus.prefetch.sequence;

/**
 * Items with their probabilities, the most likely first.
 *
 * @param items distinct items
 * @param probabilities of each, in falling order; their sum is at most 1, what is missing belongs
 *     to all other items
 */
public record Ranking(int[] items, double[] probabilities) {

  public static final Ranking EMPTY = new Ranking(new int[0], new double[0]);

  public Ranking {
    if (items.length != probabilities.length) {
      throw new IllegalArgumentException(
          items.length + " items, " + probabilities.length + " probabilities");
    }
  }

  public int size() {
    return items.length;
  }

  /**
   * The place of {@code item}, 0 for the first.
   *
   * @return -1 if it is not among them
   */
  public int placeOf(int item) {
    for (int i = 0; i < items.length; i++) {
      if (items[i] == item) {
        return i;
      }
    }
    return -1;
  }
}
