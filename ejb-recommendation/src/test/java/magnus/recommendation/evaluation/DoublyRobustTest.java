package magnus.recommendation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import magnus.recommendation.ranking.Alternative;
import magnus.recommendation.ranking.ListPolicy;
import org.junit.jupiter.api.Test;

class DoublyRobustTest {

  private static final ListPolicy SERVING = new ListPolicy(0.3, 0.2);
  private static final ListPolicy OTHER = new ListPolicy(0.2, 0.1);
  private static final double[] SERVED = {0.2, 0.3, 0.5, 0.1};
  private static final double[] WANTED = {0.6, 0.3, 0.2, 0.4};
  private static final double[] TRUTH = {0.4, 0.1, 0.2, 0.3};

  private static List<Alternative> alternatives() {
    List<Alternative> all = new ArrayList<>();
    for (int i = 0; i < TRUTH.length; i++) {
      all.add(new Alternative("id" + i, "k" + i, "a" + i, 0.5, new double[] {i / 4.0}));
    }
    return all;
  }

  private static List<LoggedList> log(long seed, int users) {
    SplittableRandom random = new SplittableRandom(seed);
    List<LoggedList> log = new ArrayList<>();
    for (int u = 0; u < users; u++) {
      for (int l = 0; l < 5; l++) {
        List<ListPolicy.Place> places = SERVING.draw(alternatives(), SERVED, 2, random);
        double[] gains =
            places.stream()
                .mapToDouble(p -> random.nextDouble() < TRUTH[p.index()] / 0.5 ? 0.5 : 0)
                .toArray();
        log.add(new LoggedList("u" + u, List.of(), alternatives(), places, gains));
      }
    }
    return log;
  }

  @Test
  void theSameRankingWeighsEveryListOnce() {
    Estimate same = new DoublyRobust(SERVING, l -> SERVED).estimate(log(1, 40));
    assertThat(same.effectiveLists()).isCloseTo(200, within(1e-6));
  }

  @Test
  void theIntervalHoldsTheTruthOfAnotherRankingNearlyAlways() {
    DoublyRobust robust = new DoublyRobust(OTHER, l -> WANTED);
    double truth = robust.gain(log(2, 1).get(0), TRUTH);
    int within = 0;
    double sum = 0;
    for (int r = 0; r < 100; r++) {
      Estimate estimate = robust.estimate(log(100 + r, 60));
      within += estimate.covers(truth) ? 1 : 0;
      sum += estimate.mean();
    }
    assertThat(sum / 100).isCloseTo(truth, within(0.01));
    assertThat(within).isBetween(88, 100);
  }
}
