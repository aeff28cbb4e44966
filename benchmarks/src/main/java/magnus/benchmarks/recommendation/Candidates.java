package magnus.benchmarks.recommendation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import magnus.recommendation.ranking.Alternative;

/** What could be recommended on a day: the same for every ranking that is compared. */
final class Candidates {

  static final int KINDS = 8;

  /** The first is the worth. */
  static final int TRAITS = 6;

  static final int A_DAY = 12;

  private Candidates() {}

  static List<Alternative> of(SplittableRandom random) {
    List<Alternative> day = new ArrayList<>();
    for (int i = 0; i < A_DAY; i++) {
      double[] traits = new double[TRAITS];
      for (int t = 0; t < TRAITS; t++) {
        traits[t] = random.nextDouble(-1, 1);
      }
      String kind = "k" + random.nextInt(KINDS);
      double worth = random.nextDouble(0.3, 1);
      traits[0] = 2 * worth - 1;
      String action = "a" + random.nextInt(1000);
      day.add(new Alternative(kind + action, kind, action, worth, traits));
    }
    return day;
  }

  static int kind(Alternative a) {
    return Integer.parseInt(a.kind().substring(1));
  }
}
