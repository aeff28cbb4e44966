package magnus.benchmarks.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import magnus.recommendation.evaluation.LoggedList;
import magnus.recommendation.ranking.Alternative;
import magnus.recommendation.ranking.Answer;
import magnus.recommendation.ranking.Custom;
import magnus.recommendation.ranking.ListPolicy;
import magnus.recommendation.ranking.Opinion;
import magnus.recommendation.ranking.Ranking;
import magnus.recommendation.ranking.Taste;

/** One simulated user for so many lists, with one ranking. */
final class Episode {

  static final int LENGTH = 3;

  /** Scores a day's alternatives from the answers so far. */
  interface Scoring {
    double[] scores(Taste taste, List<Alternative> day);
  }

  /**
   * A day's outcome.
   *
   * @param best true expected gain of the best list that the same rules allow
   * @param shown of the list that was shown
   * @param stated probabilities before the answers
   * @param said 1 for accepted
   * @param truth true expected gain of every alternative of the list
   */
  record Day(
      LoggedList list, double best, double shown, double[] stated, int[] said, double[] truth) {

    double regret() {
      return best - shown;
    }
  }

  private Episode() {}

  static double[] common(long seed) {
    SplittableRandom random = new SplittableRandom(seed * 31 + 5);
    double[] common = new double[Candidates.KINDS];
    for (int i = 0; i < common.length; i++) {
      common[i] = 0.5 * random.nextGaussian();
    }
    return common;
  }

  static List<Day> run(
      long seed,
      double[] common,
      int lists,
      Ranking ranking,
      ListPolicy policy,
      Custom custom,
      Scoring scoring) {
    SplittableRandom source = new SplittableRandom(seed);
    SimulatedUser user = new SimulatedUser(source.nextLong(), common);
    SplittableRandom days = source.split();
    SplittableRandom draws = source.split();
    SplittableRandom replies = source.split();
    List<Answer> answers = new ArrayList<>();
    List<Day> run = new ArrayList<>();
    for (int l = 0; l < lists; l++) {
      user.nextList();
      List<Alternative> day = Candidates.of(days.split());
      Taste taste = Taste.of(ranking.kernel(), custom, answers);
      List<Answer> before = List.copyOf(answers);
      List<ListPolicy.Place> places = policy.draw(day, scoring.scores(taste, day), LENGTH, draws);
      double[] gains = new double[places.size()];
      double[] stated = new double[places.size()];
      int[] said = new int[places.size()];
      double shown = 0;
      for (int k = 0; k < places.size(); k++) {
        Alternative a = day.get(places.get(k).index());
        Opinion opinion = taste.opinion(a.kind(), a.traits());
        stated[k] = opinion.probability();
        double truth = user.probability(a);
        said[k] = replies.nextDouble() < truth ? 1 : 0;
        gains[k] = said[k] * a.worth();
        shown += truth * a.worth();
        answers.add(new Answer(a.kind(), a.traits(), said[k], 1));
      }
      run.add(
          new Day(
              new LoggedList("u" + seed, before, day, places, gains),
              best(user, day),
              shown,
              stated,
              said,
              day.stream().mapToDouble(a -> a.worth() * user.probability(a)).toArray()));
    }
    return run;
  }

  /** One of each kind at most: the best of each kind, then the best kinds. */
  private static double best(SimulatedUser user, List<Alternative> day) {
    double[] byKind = new double[Candidates.KINDS];
    for (Alternative a : day) {
      int kind = Candidates.kind(a);
      byKind[kind] = Math.max(byKind[kind], a.worth() * user.probability(a));
    }
    Arrays.sort(byKind);
    double sum = 0;
    for (int k = 0; k < LENGTH; k++) {
      sum += byKind[byKind.length - 1 - k];
    }
    return sum;
  }
}
