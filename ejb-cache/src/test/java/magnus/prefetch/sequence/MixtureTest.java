package magnus.prefetch.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MixtureTest extends NextPredictorContract {

  @Override
  NextPredictor predictor(int k) {
    return Predictors.live(k);
  }

  @Test
  void predictsWhatTheUserAloneDoes() {
    NextPredictor mixture = predictor(3);
    for (int session = 0; session < 600; session++) {
      int user = session % 6;
      SessionContext context = Walks.context(user, session);
      mixture.learn(context, 1);
      mixture.learn(context.then(1), 10 + user);
    }
    mixture.settle();
    for (int user = 0; user < 6; user++) {
      Ranking ranking = mixture.predict(Walks.context(user, 9_999).withItems(new int[] {1}), 3);
      assertThat(ranking.items()[0]).isEqualTo(10 + user);
      assertThat(ranking.probabilities()[0]).isGreaterThan(0.5);
    }
  }

  @Test
  void aLogFittedAtOncePredictsAsWell() {
    Mixture mixture = Predictors.live(1);
    List<Step> steps = new ArrayList<>();
    for (int session = 0; session < 3_000; session++) {
      steps.addAll(Walks.session(session));
    }
    mixture.fit(steps, step -> step.context().length() > 0);
    NextPredictor markov = Predictors.markov(1);
    steps.forEach(step -> markov.learn(step.context(), step.next()));
    assertThat(hits(mixture)).isGreaterThanOrEqualTo(hits(markov));
  }

  private static int hits(NextPredictor predictor) {
    int hits = 0;
    for (int session = 500_000; session < 500_500; session++) {
      for (Step step : Walks.session(session)) {
        if (step.context().length() > 0) {
          hits += predictor.predict(step.context(), 1).placeOf(step.next()) == 0 ? 1 : 0;
        }
      }
    }
    return hits;
  }

  @Test
  void newcomersAreAnsweredByWhatWasJudgedOnTheirQuestions() {
    // Everybody comes once and opens 0 first: his first step is all that he does unknown.
    Mixture mixture = Predictors.live(3);
    SplittableRandom random = new SplittableRandom(5);
    for (int user = 0; user < 2_000; user++) {
      SessionContext begun =
          new SessionContext(user, -1, user, new int[0], 20, 1, 1, 0, new int[0]);
      mixture.learn(begun, 0);
      mixture.learn(begun.then(0), 1 + Math.min(random.nextInt(6), random.nextInt(6)));
    }
    mixture.settle();
    Ranking ranking = mixture.predict(SessionContext.anonymous(9_999, 0), 8);
    assertThat(ranking.items()[0]).isEqualTo(1);
    int again = ranking.placeOf(0);
    assertThat(again < 0 ? 0 : ranking.probabilities()[again]).isLessThan(0.02);
  }
}
