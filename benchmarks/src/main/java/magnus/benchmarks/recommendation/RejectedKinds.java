package magnus.benchmarks.recommendation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import magnus.recommendation.ranking.Alternative;
import magnus.recommendation.ranking.Answer;
import magnus.recommendation.ranking.Custom;
import magnus.recommendation.ranking.Taste;

/**
 * The probability that the first place of the next list shows a kind, over the days on which it is
 * the likeliest kind there: before, after one plain refusal of it, after two. ("Not this kind"
 * takes a kind out before the ranking sees it.)
 */
final class RejectedKinds {

  private static final int ANSWERED = 10;
  private static final int REFUSALS = 2;

  private final long seed;
  private final double[] common;
  private final int users;

  RejectedKinds(long seed, double[] common, int users) {
    this.seed = seed * 1_000_003 + 7;
    this.common = common;
    this.users = users;
  }

  Map<String, Object> figures() {
    double[] sums = new double[REFUSALS + 1];
    Custom custom = Custom.unknown(Candidates.TRAITS);
    for (int u = 0; u < users; u++) {
      List<Episode.Day> run =
          Episode.run(
              seed + u,
              common,
              ANSWERED + 1,
              RegretStudy.RANKING,
              RegretStudy.RANKING.policy(),
              custom,
              RegretStudy.RANKING::scores);
      List<Answer> answers = new ArrayList<>(run.get(ANSWERED).list().before());
      List<Alternative> day = Candidates.of(new SplittableRandom(seed + u));
      double[] first = chances(custom, answers, day);
      int likeliest = 0;
      for (int i = 0; i < first.length; i++) {
        likeliest = first[i] > first[likeliest] ? i : likeliest;
      }
      Alternative refused = day.get(likeliest);
      for (int r = 0; r <= REFUSALS; r++) {
        double[] p = chances(custom, answers, day);
        for (int i = 0; i < p.length; i++) {
          sums[r] += day.get(i).kind().equals(refused.kind()) ? p[i] : 0;
        }
        answers.add(new Answer(refused.kind(), refused.traits(), 0, 1));
      }
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("shown_before", sums[0] / users);
    figures.put("after_one_refusal", sums[1] / users);
    figures.put("after_two_refusals", sums[2] / users);
    return figures;
  }

  private static double[] chances(Custom custom, List<Answer> answers, List<Alternative> day) {
    Taste taste = Taste.of(RegretStudy.RANKING.kernel(), custom, answers);
    return RegretStudy.RANKING
        .policy()
        .probabilities(day, RegretStudy.RANKING.scores(taste, day), List.of());
  }
}
