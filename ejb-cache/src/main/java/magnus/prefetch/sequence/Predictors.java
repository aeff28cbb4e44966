package magnus.prefetch.sequence;

/** The predictors that there are. */
public final class Predictors {

  private Predictors() {}

  /** What came after the last item, as Guess.js predicts: the floor. */
  public static NextPredictor markov(int k) {
    return new SinglePredictor(new MarkovExpert(1, k, 200_000, 4096), "markov-1");
  }
}
