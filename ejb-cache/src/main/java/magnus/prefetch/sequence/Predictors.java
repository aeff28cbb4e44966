package magnus.prefetch.sequence;

import java.util.List;

/** The predictors that there are. */
public final class Predictors {

  private Predictors() {}

  private static final int HIDDEN = 24;

  /** What came after the last item, as Guess.js predicts: the floor. */
  public static NextPredictor markov(int k) {
    return new SinglePredictor(new MarkovExpert(1, k, 200_000, 4096), "markov-1");
  }

  /**
   * The mixture that ships: every predictor there is.
   *
   * @param k how many users must have done something before others are shown it
   */
  public static Mixture mixture(int k) {
    return mixture(k, 384, 4, new NeighbourExpert(k, 120_000, 10, 500, 500), 128);
  }

  /**
   * The same mixture for a portal's few thousand pages and its pace: fewer candidates, neighbours
   * and replays, nothing else is different.
   *
   * @param k as above
   */
  public static Mixture live(int k) {
    return mixture(k, 64, 0, new NeighbourExpert(k, 20_000, 4, 24, 24), 24);
  }

  /** What one more user costs at most, in bytes, in the mixtures. */
  public static long bytesPerUser() {
    return HistoryExpert.bytesPerUser() + Mixture.bytesPerUser();
  }

  private static Mixture mixture(
      int k, int candidates, int replays, NeighbourExpert neighbours, int successors) {
    List<Expert> experts =
        List.of(
            new EmbeddingExpert(k, replays, 200_000),
            new PopularityExpert(k),
            new CircumstanceExpert(k, 50_000, successors),
            new GapExpert(k, 100_000, successors / 2),
            neighbours,
            new MarkovExpert(4, k, 1_000_000, successors),
            new HistoryExpert(Mixture.MOST_USERS));
    List<Column> columns =
        Column.list()
            .scores("embedding")
            .add("popularity", "", 1)
            .add("popularity-of-late", "popularity", 50)
            .add("time-of-day", "popularity-of-late", 20)
            .add("week-time", "time-of-day", 5)
            .add("condition", "popularity-of-late", 20)
            .add("event", "popularity-of-late", 20)
            .add("cohort", "popularity-of-late", 20)
            .add("cohort-1", "cohort", 3)
            .add("held", "", 1)
            .add("gaps", "popularity-of-late", 5)
            .add("knn", "gaps", 1)
            .add("knn-next", "gaps", 0.5f)
            .add("knn-twins", "gaps", 0.1f)
            .add("markov-1", "popularity-of-late", 5)
            .add("markov-1-of-late", "markov-1", 2)
            .add("markov-2", "markov-1", 2)
            .add("markov-2-of-late", "markov-2", 1)
            .add("markov-3", "markov-2", 1)
            .add("markov-3-of-late", "markov-3", 1)
            .add("markov-4", "markov-3", 1)
            .add("markov-4-of-late", "markov-4", 1)
            .add("own", "popularity-of-late", 2)
            .add("own-1", "markov-1", 1)
            .add("own-2", "own-1", 0.5f)
            .add("own-time", "own", 1)
            .columns();
    return new Mixture(experts, columns, candidates, HIDDEN);
  }

  /** Every predictor alone, without those that need a user or circumstances. */
  public static Panel panel(int k) {
    return new Panel(
        List.of(
            new MarkovExpert(4, k, 1_000_000, 1024),
            new CompactTreeExpert(120_000, 300),
            new NeighbourExpert(k, 120_000, 10, 300, 200),
            new GapExpert(k, 100_000, 64)));
  }
}
