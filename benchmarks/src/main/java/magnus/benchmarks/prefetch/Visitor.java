package magnus.benchmarks.prefetch;

import java.util.SplittableRandom;
import magnus.benchmarks.cache.Investor;
import magnus.benchmarks.cache.ReplayDay;

/**
 * A user with his habits.
 *
 * @param visitsPerDay how often he comes, on average
 * @param hours two times of the day at which he likes to come, in seconds from 08:30
 * @param routes chances of the ways that he is used to; they sum to 1
 * @param favourites symbols in the order in which he looks at them: his largest holdings
 * @param sector that he follows
 * @param mondays the symbol that he begins Monday mornings with
 */
record Visitor(
    double visitsPerDay, int[] hours, double[] routes, int[] favourites, int sector, int mondays) {

  private static final int FAVOURITES = 4;
  private static final double MEDIAN_VISITS = 4;
  private static final double VISITS_SPREAD = 0.8;

  /** What each cohort does, relatively: long-term investors, traders of options, researchers. */
  private static final double[][] COHORTS = {
    {6, 5, 5, 3, 0.5, 0.5}, {4, 0.5, 1, 1, 7, 1.5}, {2, 1.5, 1, 1, 0.5, 7}
  };

  /** How many users are of each cohort. */
  private static final double[] SHARES = {0.5, 0.3, 0.2};

  /** How much users of a cohort differ: exponential weights of the routes to this power. */
  private static final double HABIT = 2;

  static Visitor draw(Investor investor, SplittableRandom random) {
    int cohort = draw(SHARES, random);
    double[] routes = COHORTS[cohort].clone();
    double sum = 0;
    for (int i = 0; i < routes.length; i++) {
      routes[i] *= Math.pow(-Math.log(1 - random.nextDouble()), HABIT);
      sum += routes[i];
    }
    for (int i = 0; i < routes.length; i++) {
      routes[i] /= sum;
    }
    int[] favourites = new int[Math.min(FAVOURITES, investor.holds().length)];
    System.arraycopy(investor.holds(), 0, favourites, 0, favourites.length);
    return new Visitor(
        MEDIAN_VISITS * Math.exp(VISITS_SPREAD * random.nextGaussian()),
        new int[] {random.nextInt(1_800, 9_000), random.nextInt(9_000, 27_000)},
        routes,
        favourites,
        random.nextInt(ReplayDay.SECTORS),
        investor.list()[0]);
  }

  /** An index, each as likely as its weight says. */
  static int draw(double[] weights, SplittableRandom random) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double left = random.nextDouble() * sum;
    for (int i = 0; i < weights.length; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }
}
