package magnus.recommendation.ranking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Learns what users in general think: a logistic regression with Gaussian penalty by Newton's
 * method over the answers of all of them, each user counting as much however often he answered.
 */
public final class CustomLearning {

  /** Fewer users would tell one of them what another thinks. */
  public static final int LEAST_USERS = 10;

  private static final double PENALTY = 1.0;
  private static final double MOST_PER_USER = 30;
  private static final int STEPS = 12;

  private CustomLearning() {}

  /**
   * @param users each one's answers
   * @param traits how many figures a recommendation has
   * @return unknown where fewer than {@value #LEAST_USERS} answered
   */
  public static Custom learn(List<List<Answer>> users, int traits) {
    List<List<Answer>> telling = users.stream().filter(u -> !u.isEmpty()).toList();
    if (telling.size() < LEAST_USERS) {
      return Custom.unknown(traits);
    }
    TreeSet<String> names = new TreeSet<>();
    telling.forEach(u -> u.forEach(a -> names.add(a.kind())));
    List<String> kinds = List.copyOf(names);
    Map<String, Integer> places = new HashMap<>();
    kinds.forEach(k -> places.put(k, 1 + traits + places.size()));
    int size = 1 + traits + kinds.size();
    double[] weights = new double[size];
    for (int step = 0; step < STEPS; step++) {
      newton(telling, places, traits, weights);
    }
    Map<String, Double> byKind = new HashMap<>();
    places.forEach((kind, place) -> byKind.put(kind, weights[place]));
    double[] byTrait = new double[traits];
    System.arraycopy(weights, 1, byTrait, 0, traits);
    return new Custom(weights[0], byKind, byTrait, telling.stream().mapToLong(List::size).sum());
  }

  private static void newton(
      List<List<Answer>> users, Map<String, Integer> places, int traits, double[] weights) {
    int size = weights.length;
    double[] gradient = new double[size];
    double[][] curvature = new double[size][size];
    for (int i = 0; i < size; i++) {
      gradient[i] = -PENALTY * weights[i];
      curvature[i][i] = PENALTY;
    }
    int[] at = new int[traits + 2];
    double[] x = new double[traits + 2];
    for (List<Answer> answers : users) {
      double share = Math.min(1, MOST_PER_USER / answers.size());
      for (Answer a : answers) {
        fill(a, places, traits, at, x);
        double logOdds = 0;
        for (int i = 0; i < at.length; i++) {
          logOdds += weights[at[i]] * x[i];
        }
        double p = Logistic.of(logOdds);
        double off = share * a.weight() * (a.liked() - p);
        double bend = share * a.weight() * p * (1 - p);
        for (int i = 0; i < at.length; i++) {
          gradient[at[i]] += off * x[i];
          for (int j = 0; j < at.length; j++) {
            curvature[at[i]][at[j]] += bend * x[i] * x[j];
          }
        }
      }
    }
    double[] step = Cholesky.of(curvature).solve(gradient);
    for (int i = 0; i < size; i++) {
      weights[i] += step[i];
    }
  }

  private static void fill(
      Answer a, Map<String, Integer> places, int traits, int[] at, double[] x) {
    at[0] = 0;
    x[0] = 1;
    for (int i = 0; i < traits; i++) {
      at[i + 1] = i + 1;
      x[i + 1] = a.traits()[i];
    }
    at[traits + 1] = places.getOrDefault(a.kind(), 0);
    x[traits + 1] = 1;
  }
}
