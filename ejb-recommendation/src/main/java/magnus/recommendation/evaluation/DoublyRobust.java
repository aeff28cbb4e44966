package magnus.recommendation.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import magnus.recommendation.ranking.Alternative;
import magnus.recommendation.ranking.Answer;
import magnus.recommendation.ranking.Custom;
import magnus.recommendation.ranking.CustomLearning;
import magnus.recommendation.ranking.ListPolicy;

/**
 * The doubly robust estimate of what another ranking would have gained per list (Dudík, Langford
 * and Li 2011; for lists, place by place, the cascade of Kiyohara et al. 2022). Right when the
 * logged probabilities are; the model of gains only makes it sharper, and is fitted on the other
 * users' answers. Values the lists in the situations that the serving ranking led to.
 */
public final class DoublyRobust {

  private static final int FOLDS = 4;

  private final ListPolicy policy;
  private final Function<LoggedList, double[]> scores;

  /**
   * @param scores of a list's alternatives by the ranking to be judged, from what was known before
   *     the list
   */
  public DoublyRobust(ListPolicy policy, Function<LoggedList, double[]> scores) {
    this.policy = policy;
    this.scores = scores;
  }

  /**
   * @throws IllegalArgumentException with lists of fewer than two users
   */
  public Estimate estimate(List<LoggedList> lists) {
    Map<String, List<LoggedList>> byUser = new LinkedHashMap<>();
    lists.forEach(l -> byUser.computeIfAbsent(l.user(), u -> new ArrayList<>()).add(l));
    if (byUser.size() < 2) {
      throw new IllegalArgumentException("lists of one user give no interval");
    }
    List<Custom> models = models(byUser);
    int m = byUser.size();
    double[] sums = new double[m];
    int[] counts = new int[m];
    double weights = 0;
    double squares = 0;
    int u = 0;
    for (List<LoggedList> own : byUser.values()) {
      for (LoggedList list : own) {
        Walk walk = new Walk(list, expected(list, models.get(u % FOLDS)));
        sums[u] += walk.value();
        counts[u]++;
        weights += walk.weight;
        squares += walk.weight * walk.weight;
      }
      u++;
    }
    return interval(sums, counts, squares == 0 ? 0 : weights * weights / squares);
  }

  private static List<Custom> models(Map<String, List<LoggedList>> byUser) {
    List<Custom> models = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<List<Answer>> others = new ArrayList<>();
      int traits = 0;
      int u = 0;
      for (List<LoggedList> own : byUser.values()) {
        traits = own.get(0).alternatives().get(0).traits().length;
        if (u++ % FOLDS != fold) {
          others.add(own.stream().flatMap(l -> answers(l).stream()).toList());
        }
      }
      models.add(CustomLearning.learn(others, traits));
    }
    return models;
  }

  private static double[] expected(LoggedList list, Custom custom) {
    return list.alternatives().stream()
        .mapToDouble(a -> a.worth() * custom.probability(a.kind(), a.traits()))
        .toArray();
  }

  private static List<Answer> answers(LoggedList list) {
    List<Answer> answers = new ArrayList<>();
    for (int k = 0; k < list.places().size(); k++) {
      Alternative a = list.alternatives().get(list.places().get(k).index());
      double liked = a.worth() > 0 ? Math.min(1, list.gains()[k] / a.worth()) : 0;
      answers.add(new Answer(a.kind(), a.traits(), liked, 1));
    }
    return answers;
  }

  private static Estimate interval(double[] sums, int[] counts, double effective) {
    int m = sums.length;
    double sum = 0;
    int lists = 0;
    for (int u = 0; u < m; u++) {
      sum += sums[u];
      lists += counts[u];
    }
    double mean = sum / lists;
    double squares = 0;
    for (int u = 0; u < m; u++) {
      double off = sums[u] - mean * counts[u];
      squares += off * off;
    }
    double error = Math.sqrt(squares * m / (m - 1.0)) / lists;
    double reach = StudentQuantile.of(m - 1) * error;
    return new Estimate(mean, mean - reach, mean + reach, lists, m, effective);
  }

  /**
   * What the ranking to be judged gains on a list if each alternative gains so much: exact, by
   * going through all lists that it may draw.
   */
  public double gain(LoggedList list, double[] gains) {
    return new Walk(list, gains).future(List.of(), list.places().size());
  }

  /** Through the places of one list. */
  private final class Walk {

    private final LoggedList list;
    private final double[] scored;
    private final double[] model;
    private double weight = 1;

    Walk(LoggedList list, double[] model) {
      this.list = list;
      this.scored = scores.apply(list);
      this.model = model;
    }

    double value() {
      int length = list.places().size();
      List<Integer> above = new ArrayList<>();
      double value = 0;
      for (int k = 0; k < length; k++) {
        ListPolicy.Place place = list.places().get(k);
        double[] p = policy.probabilities(list.alternatives(), scored, above);
        value += weight * expected(p, above, length);
        weight *= p[place.index()] / place.propensity();
        above.add(place.index());
        value += weight * (list.gains()[k] - model[place.index()]);
        value -= weight * future(above, length);
      }
      return value;
    }

    /** What the model expects from here to the list's end, when places are drawn so. */
    private double expected(double[] p, List<Integer> above, int length) {
      double sum = 0;
      for (int i = 0; i < p.length; i++) {
        if (p[i] > 0) {
          List<Integer> next = new ArrayList<>(above);
          next.add(i);
          sum += p[i] * (model[i] + future(next, length));
        }
      }
      return sum;
    }

    private double future(List<Integer> above, int length) {
      return above.size() >= length
          ? 0
          : expected(policy.probabilities(list.alternatives(), scored, above), above, length);
    }
  }
}
