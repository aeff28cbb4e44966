package magnus.benchmarks.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import magnus.recommendation.evaluation.Calibration;
import magnus.recommendation.ranking.Answer;
import magnus.recommendation.ranking.Custom;
import magnus.recommendation.ranking.ListPolicy;
import magnus.recommendation.ranking.Ranking;

/**
 * Regret: how much less the shown list truly gains, in expectation, than the best one that the same
 * rules of a list allow. An interaction is one answered recommendation; lists have three. The rule
 * and the learner meet the same users and the same candidates.
 */
final class RegretStudy {

  static final Ranking RANKING = Ranking.shipped();

  /** Takes the best score for certain. */
  private static final ListPolicy CERTAIN = new ListPolicy(1e-6, 0);

  private static final int LISTS = 34;

  /** 51 answers have been given before this list. */
  private static final int AFTER_50 = 17;

  private static final int DRAWS = 2000;

  private final long seed;
  private final double[] common;
  private final int users;

  RegretStudy(long seed, double[] common, int users) {
    this.seed = seed * 1_000_003;
    this.common = common;
    this.users = users;
  }

  static List<List<Answer>> answersOf(long seed, double[] common, int users) {
    Custom unknown = Custom.unknown(Candidates.TRAITS);
    return IntStream.range(0, users)
        .parallel()
        .mapToObj(
            u ->
                Episode.run(
                    seed + u,
                    common,
                    AFTER_50 + 1,
                    RANKING,
                    RANKING.policy(),
                    unknown,
                    RANKING::scores))
        .map(run -> run.get(AFTER_50).list().before())
        .toList();
  }

  Map<String, Object> figures(Custom custom) {
    List<List<Episode.Day>> rule = runs(CERTAIN, custom, (taste, day) -> Ranking.ruleScores(day));
    List<List<Episode.Day>> learner = runs(RANKING.policy(), custom, RANKING::scores);
    Map<String, Object> figures = new LinkedHashMap<>();
    put(figures, "interactions_1_15", rule, learner, 0, 5);
    put(figures, "interactions_16_30", rule, learner, 5, 10);
    put(figures, "interactions_31_51", rule, learner, 10, AFTER_50);
    put(figures, "after_50", rule, learner, AFTER_50, LISTS);
    put(figures, "from_the_first", rule, learner, 0, LISTS);
    Calibration calibration = new Calibration();
    for (List<Episode.Day> run : learner) {
      for (Episode.Day day : run) {
        for (int k = 0; k < day.said().length; k++) {
          calibration.add(day.stated()[k], day.said()[k]);
        }
      }
    }
    figures.put("calibration_error", calibration.error());
    List<Map<String, Object>> bins = new ArrayList<>();
    for (Calibration.Bin bin : calibration.bins()) {
      bins.add(Map.of("stated", bin.stated(), "happened", bin.happened(), "count", bin.count()));
    }
    figures.put("calibration", bins);
    return figures;
  }

  private List<List<Episode.Day>> runs(ListPolicy policy, Custom custom, Episode.Scoring scoring) {
    return IntStream.range(0, users)
        .parallel()
        .mapToObj(u -> Episode.run(seed + u, common, LISTS, RANKING, policy, custom, scoring))
        .toList();
  }

  private void put(
      Map<String, Object> figures,
      String name,
      List<List<Episode.Day>> rule,
      List<List<Episode.Day>> learner,
      int from,
      int to) {
    double[] ofRule = regrets(rule, from, to);
    double[] ofLearner = regrets(learner, from, to);
    Map<String, Object> part = new LinkedHashMap<>();
    part.put("regret_rule", Arrays.stream(ofRule).average().orElseThrow());
    part.put("regret_learned", Arrays.stream(ofLearner).average().orElseThrow());
    part.put("reduction", reduction(ofRule, ofLearner, IntStream.range(0, users).toArray()));
    double[] draws = bootstrap(ofRule, ofLearner);
    part.put("reduction_low", draws[(int) (0.025 * DRAWS)]);
    part.put("reduction_high", draws[(int) (0.975 * DRAWS)]);
    figures.put(name, part);
  }

  /** Per user and list. */
  private static double[] regrets(List<List<Episode.Day>> runs, int from, int to) {
    return runs.stream()
        .mapToDouble(
            run ->
                run.subList(from, to).stream()
                    .mapToDouble(Episode.Day::regret)
                    .average()
                    .orElseThrow())
        .toArray();
  }

  private static double reduction(double[] rule, double[] learner, int[] who) {
    double ofRule = 0;
    double ofLearner = 0;
    for (int u : who) {
      ofRule += rule[u];
      ofLearner += learner[u];
    }
    return 1 - ofLearner / ofRule;
  }

  /** Reductions over users drawn anew, ascending. */
  private double[] bootstrap(double[] rule, double[] learner) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] draws = new double[DRAWS];
    for (int d = 0; d < DRAWS; d++) {
      draws[d] = reduction(rule, learner, random.ints(users, 0, users).toArray());
    }
    Arrays.sort(draws);
    return draws;
  }
}
