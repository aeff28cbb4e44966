package magnus.prefetch.sequence;

import java.util.List;

/** The predictors that there are. */
public final class Predictors {

  private Predictors() {}

  /** What came after the last item, as Guess.js predicts: the floor. */
  public static NextPredictor markov(int k) {
    return new SinglePredictor(new MarkovExpert(1, k, 200_000, 4096), "markov-1");
  }

  /**
   * Every predictor there is, for catalogues of ten thousands of items and logs that are learned at
   * once ({@link Mixture#fit}).
   *
   * @param k how many users must have done something before others are shown it
   */
  public static Mixture mixture(int k) {
    List<Expert> experts =
        List.of(
            new AttentionExpert(3, 400_000),
            new PopularityExpert(k),
            new CircumstanceExpert(k, 50_000, 128),
            new GapExpert(k, 6, 100_000, 64),
            new NeighbourExpert(k, 120_000, 10, 500, 250),
            new HistoryExpert(Mixture.MOST_USERS),
            new MarkovExpert(4, k, 1_000_000, 128));
    Column.Names columns =
        upToOrderTwo("attention")
            .add("markov-3", "markov-2", 1)
            .add("markov-3-of-late", "markov-3", 1)
            .add("markov-4", "markov-3", 1)
            .add("markov-4-of-late", "markov-4", 1);
    return new Mixture(experts, columns.columns(), 256, 24, k);
  }

  /**
   * The same mixture at the pace of a portal with some thousands of pages, which a node serves:
   * chains up to order two, fewer candidates, neighbours and hidden units, an embedding in the
   * place of the attention network, every step learned once as it comes.
   *
   * @param k as above
   */
  public static Mixture live(int k) {
    return new Mixture(liveExperts(k), upToOrderTwo("embedding").columns(), 64, 16, k);
  }

  static List<Expert> liveExperts(int k) {
    return List.of(
        new EmbeddingExpert(0, 50_000),
        new PopularityExpert(k),
        new CircumstanceExpert(k, 20_000, 16),
        new GapExpert(k, 3, 20_000, 16),
        new NeighbourExpert(k, 20_000, 3, 16, 16),
        new HistoryExpert(Mixture.MOST_USERS),
        new MarkovExpert(2, k, 200_000, 24));
  }

  private static Column.Names upToOrderTwo(String scores) {
    return Column.list()
        .scores(scores)
        .add("popularity", "", 1)
        .add("popularity-of-day", "popularity", 200)
        .add("popularity-of-late", "popularity-of-day", 100)
        .add("time-of-day", "popularity-of-late", 20)
        .add("week-time", "time-of-day", 5)
        .add("condition", "popularity-of-late", 20)
        .add("event", "popularity-of-late", 20)
        .add("cohort", "popularity-of-late", 20)
        .add("cohort-1", "cohort", 3)
        .add("held", "", 1)
        .add("gaps", "popularity-of-late", 5)
        .add("together", "gaps", 5)
        .add("knn", "gaps", 1)
        .add("knn-next", "gaps", 0.5f)
        .add("knn-twins", "gaps", 0.1f)
        .add("own", "popularity-of-late", 2)
        .add("own-1", "gaps", 1)
        .add("own-2", "own-1", 0.5f)
        .add("own-time", "own", 1)
        .add("markov-1", "popularity-of-late", 5)
        .add("markov-1-of-late", "markov-1", 2)
        .add("markov-2", "markov-1", 2)
        .add("markov-2-of-late", "markov-2", 1);
  }

  /** What one more user costs at most in the mixtures, in bytes, beside the tables of all users. */
  public static long bytesPerUser() {
    return HistoryExpert.bytesPerUser() + Mixture.bytesPerUser();
  }

  /**
   * Every predictor alone, without those that need a user or circumstances, and without the
   * attention network, which {@link Mixture#single} shows.
   */
  public static Panel panel(int k) {
    return new Panel(
        List.of(
            new MarkovExpert(4, k, 1_000_000, 1024),
            new CompactTreeExpert(120_000, 300),
            new NeighbourExpert(k, 120_000, 10, 300, 200),
            new GapExpert(k, 6, 100_000, 64),
            new PopularityExpert(k)));
  }
}
