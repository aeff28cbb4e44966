package magnus.recommendation.ranking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Draws a list place by place, with probabilities that are known exactly and can be logged: a
 * softmax over scores (Plackett 1975, Luce 1959), mixed with an even chance, among what the places
 * above still allow. No list has one kind or one action twice.
 *
 * @param temperature of the softmax, in units of the score: the smaller, the more it exploits
 * @param floor share of the even chance: what makes every possible list estimable
 */
public record ListPolicy(double temperature, double floor) {

  public ListPolicy {
    if (!(temperature > 0) || !(floor >= 0 && floor <= 1)) {
      throw new IllegalArgumentException(
          "temperature " + temperature + " must be positive and floor " + floor + " within 0..1");
    }
  }

  /** Chosen on simulated users whose seeds no reported figure uses. */
  public static ListPolicy shipped() {
    return new ListPolicy(0.02, 0.01);
  }

  /**
   * One place of a list.
   *
   * @param index of the alternative
   * @param propensity probability that this one was taken here, given the places above
   */
  public record Place(int index, double propensity) {}

  /**
   * A list of at most {@code length} places; shorter where kinds run out.
   *
   * @param scores of the alternatives, the higher the better
   */
  public List<Place> draw(
      List<Alternative> alternatives, double[] scores, int length, RandomGenerator random) {
    List<Place> list = new ArrayList<>();
    List<Integer> above = new ArrayList<>();
    while (list.size() < length) {
      double[] p = probabilities(alternatives, scores, above);
      int taken = pick(p, random.nextDouble());
      if (taken < 0) {
        break;
      }
      list.add(new Place(taken, p[taken]));
      above.add(taken);
    }
    return List.copyOf(list);
  }

  private static int pick(double[] probabilities, double chance) {
    double sum = 0;
    int last = -1;
    for (int i = 0; i < probabilities.length; i++) {
      if (probabilities[i] > 0) {
        last = i;
        sum += probabilities[i];
        if (chance < sum) {
          return i;
        }
      }
    }
    return last;
  }

  /** The probability of each alternative at the next place; all zero where none is allowed. */
  public double[] probabilities(
      List<Alternative> alternatives, double[] scores, List<Integer> above) {
    boolean[] allowed = allowed(alternatives, above);
    int n = 0;
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < scores.length; i++) {
      if (allowed[i]) {
        n++;
        best = Math.max(best, scores[i]);
      }
    }
    double[] p = new double[scores.length];
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      if (allowed[i]) {
        p[i] = Math.exp((scores[i] - best) / temperature);
        sum += p[i];
      }
    }
    for (int i = 0; i < p.length; i++) {
      p[i] = allowed[i] ? (1 - floor) * p[i] / sum + floor / n : 0;
    }
    return p;
  }

  /** Which alternatives may stand below those above. */
  public static boolean[] allowed(List<Alternative> alternatives, List<Integer> above) {
    Set<String> taken = new HashSet<>();
    for (int i : above) {
      taken.add("kind " + alternatives.get(i).kind());
      taken.add("action " + alternatives.get(i).action());
    }
    boolean[] allowed = new boolean[alternatives.size()];
    for (int i = 0; i < allowed.length; i++) {
      Alternative a = alternatives.get(i);
      allowed[i] = !taken.contains("kind " + a.kind()) && !taken.contains("action " + a.action());
    }
    return allowed;
  }
}
