package magnus.prefetch.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkovTest extends NextPredictorContract {

  @Override
  NextPredictor predictor(int k) {
    return Predictors.markov(k);
  }

  @Test
  void probabilitiesAreTheSharesOfWhatCameNext() {
    NextPredictor markov = predictor(1);
    SessionContext context = SessionContext.anonymous(1, 5);
    for (int next : new int[] {6, 7, 6, 6}) {
      markov.learn(context, next);
    }
    Ranking ranking = markov.predict(context, 5);
    assertThat(ranking.items()).containsExactly(6, 7);
    assertThat(ranking.probabilities()).containsExactly(0.75, 0.25);
  }
}
