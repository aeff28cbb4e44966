package magnus.prefetch.sequence;

import java.util.Arrays;

/** The best few of many, in falling order; of equals the lower number first. */
final class Best {

  private final int[] items;
  private final double[] scores;
  private int size;

  Best(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("the best " + most);
    }
    items = new int[most];
    scores = new double[most];
  }

  void offer(int item, double score) {
    if (size == items.length && !before(score, item, size - 1)) {
      return;
    }
    int place = size < items.length ? size++ : size - 1;
    while (place > 0 && before(score, item, place - 1)) {
      items[place] = items[place - 1];
      scores[place] = scores[place - 1];
      place--;
    }
    items[place] = item;
    scores[place] = score;
  }

  private boolean before(double score, int item, int place) {
    return score > scores[place] || (score == scores[place] && item < items[place]);
  }

  Ranking ranking() {
    return new Ranking(Arrays.copyOf(items, size), Arrays.copyOf(scores, size));
  }
}
