package magnus.recommendation.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ListPolicyTest {

  private static final ListPolicy POLICY = new ListPolicy(0.1, 0.05);
  private static final double[] SCORES = {0.5, 0.4, 0.3, 0.35, 0.1};

  private static Alternative of(String id, String kind, String action) {
    return new Alternative(id, kind, action, 0.5, new double[0]);
  }

  private static final List<Alternative> ALL =
      List.of(
          of("1", "A", "sell X"),
          of("2", "A", "sell Y"),
          of("3", "B", "sell X"),
          of("4", "B", "buy Z"),
          of("5", "C", "buy W"));

  @Test
  void aListHasNoKindAndNoActionTwice() {
    for (int seed = 0; seed < 200; seed++) {
      Set<String> seen = new HashSet<>();
      for (ListPolicy.Place place : POLICY.draw(ALL, SCORES, 3, new SplittableRandom(seed))) {
        assertThat(seen.add(ALL.get(place.index()).kind())).isTrue();
        assertThat(seen.add(ALL.get(place.index()).action())).isTrue();
      }
    }
  }

  @Test
  void loggedProbabilitiesAreThoseOfTheDraw() {
    int draws = 40_000;
    double[] counts = new double[ALL.size()];
    SplittableRandom random = new SplittableRandom(7);
    double[] stated = POLICY.probabilities(ALL, SCORES, List.of());
    for (int i = 0; i < draws; i++) {
      ListPolicy.Place first = POLICY.draw(ALL, SCORES, 1, random).get(0);
      assertThat(first.propensity()).isEqualTo(stated[first.index()]);
      counts[first.index()]++;
    }
    assertThat(Arrays.stream(stated).sum()).isCloseTo(1, within(1e-12));
    for (int i = 0; i < stated.length; i++) {
      assertThat(counts[i] / draws).isCloseTo(stated[i], within(0.01));
      assertThat(stated[i]).isGreaterThanOrEqualTo(0.05 / 5);
    }
  }

  @Test
  void whatIsTakenAboveLeavesNoChanceBelow() {
    double[] below = POLICY.probabilities(ALL, SCORES, List.of(0));
    assertThat(below[0] + below[1] + below[2]).isZero();
    assertThat(below[3] + below[4]).isCloseTo(1, within(1e-12));
  }
}
