package magnus.benchmarks.recommendation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import magnus.recommendation.evaluation.DoublyRobust;
import magnus.recommendation.evaluation.Estimate;
import magnus.recommendation.evaluation.LoggedList;
import magnus.recommendation.ranking.Custom;
import magnus.recommendation.ranking.ListPolicy;
import magnus.recommendation.ranking.Ranking;
import magnus.recommendation.ranking.Taste;

/**
 * Estimates what another ranking would have gained from lists that the serving one showed, again
 * and again with new users, and compares with the truth, which the simulation knows: the exact
 * expectation over all lists of the other ranking, for many users.
 */
final class OffPolicyStudy {

  private static final int USERS = 80;
  private static final int LISTS = 12;
  private static final int TRUTH_USERS = 8_000;
  private static final Ranking SERVING = Ranking.shipped();
  private static final Custom CUSTOM = Custom.unknown(Candidates.TRAITS);

  /** More even, and without hope for the unknown. */
  private static final Ranking OTHER = new Ranking(SERVING.kernel(), new ListPolicy(0.05, 0.05), 0);

  private final long seed;
  private final double[] common;
  private final int repetitions;

  OffPolicyStudy(long seed, double[] common, int repetitions) {
    this.seed = seed * 1_000_003 + 11;
    this.common = common;
    this.repetitions = repetitions;
  }

  Map<String, Object> figures() {
    DoublyRobust robust = new DoublyRobust(OTHER.policy(), OffPolicyStudy::scores);
    double truth =
        IntStream.range(0, TRUTH_USERS)
                .parallel()
                .mapToDouble(
                    u ->
                        episode(seed + 500_000_000L + u).stream()
                            .mapToDouble(d -> robust.gain(d.list(), d.truth()))
                            .sum())
                .sum()
            / ((double) TRUTH_USERS * LISTS);
    List<Estimate> estimates =
        IntStream.range(0, repetitions)
            .parallel()
            .mapToObj(r -> robust.estimate(lists(seed + (long) r * USERS)))
            .toList();
    double within = estimates.stream().filter(e -> e.covers(truth)).count();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("repetitions", repetitions);
    figures.put("users_each", USERS);
    figures.put("lists_each", USERS * LISTS);
    figures.put("truth", truth);
    figures.put("mean_estimate", mean(estimates.stream().mapToDouble(Estimate::mean).toArray()));
    figures.put("within_interval", within / repetitions);
    figures.put(
        "half_width",
        mean(estimates.stream().mapToDouble(e -> (e.high() - e.low()) / 2).toArray()));
    figures.put(
        "effective_lists",
        mean(estimates.stream().mapToDouble(Estimate::effectiveLists).toArray()));
    figures.put(
        "gain_of_serving",
        mean(
            IntStream.range(0, USERS)
                .boxed()
                .flatMap(u -> episode(seed + u).stream())
                .mapToDouble(Episode.Day::shown)
                .toArray()));
    return figures;
  }

  private static double mean(double[] all) {
    double sum = 0;
    for (double one : all) {
      sum += one;
    }
    return sum / all.length;
  }

  private List<LoggedList> lists(long first) {
    return IntStream.range(0, USERS)
        .boxed()
        .flatMap(u -> episode(first + u).stream())
        .map(Episode.Day::list)
        .toList();
  }

  private List<Episode.Day> episode(long user) {
    return Episode.run(user, common, LISTS, SERVING, SERVING.policy(), CUSTOM, SERVING::scores);
  }

  private static double[] scores(LoggedList list) {
    return OTHER.scores(Taste.of(OTHER.kernel(), CUSTOM, list.before()), list.alternatives());
  }
}
