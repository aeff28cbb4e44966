package magnus.signals.forecast;

import java.util.function.ToDoubleFunction;

/**
 * The chances of ending above a price and of touching it before, told now and, for a price as far
 * away, on every past day whose outcome is known.
 */
public record ChanceGrade(Told above, Told touch) {

  /**
   * One chance.
   *
   * @param now told after the last close
   * @param mean told on the past days
   * @param came share of these on which it came true
   * @param brier mean squared error (G. W. Brier, "Verification of Forecasts Expressed in Terms of
   *     Probability", Monthly Weather Review 78, 1950)
   * @param walkBrier of a random walk with constant volatility
   */
  public record Told(
      double now, int days, double mean, double came, double brier, double walkBrier) {}

  /**
   * @param distance logarithm of the price over the close
   * @param first day that is graded
   */
  public static ChanceGrade of(
      ForecastMethod method, Prices prices, int sessions, double distance, int first) {
    Walk walk = new Walk(method, prices, sessions, true);
    Walk plain = new Walk(ForecastMethod.randomWalk(), prices, sessions, false);
    Sum above = new Sum(w -> w.above(distance));
    Sum touch = new Sum(w -> w.touch(distance));
    for (int day = first; day + sessions < prices.size(); day++) {
      walk.to(day);
      plain.to(day);
      above.add(walk, plain, prices.growth(day, sessions) > distance);
      touch.add(walk, plain, touched(prices, day, sessions, distance));
    }
    walk.to(prices.size() - 1);
    return new ChanceGrade(above.told(walk), touch.told(walk));
  }

  private static boolean touched(Prices prices, int day, int sessions, double distance) {
    double level = prices.close()[day] * Math.exp(distance);
    for (int k = day + 1; k <= day + sessions; k++) {
      if (distance >= 0 ? prices.high()[k] >= level : prices.low()[k] <= level) {
        return true;
      }
    }
    return false;
  }

  private static final class Sum {

    private final ToDoubleFunction<Walk> chance;
    private int days;
    private int came;
    private double told;
    private double errors;
    private double walkErrors;

    Sum(ToDoubleFunction<Walk> chance) {
      this.chance = chance;
    }

    void add(Walk walk, Walk plain, boolean isTrue) {
      double p = chance.applyAsDouble(walk);
      double q = chance.applyAsDouble(plain);
      double outcome = isTrue ? 1 : 0;
      days++;
      came += isTrue ? 1 : 0;
      told += p;
      errors += (p - outcome) * (p - outcome);
      walkErrors += (q - outcome) * (q - outcome);
    }

    Told told(Walk walk) {
      return new Told(
          chance.applyAsDouble(walk),
          days,
          told / days,
          (double) came / days,
          errors / days,
          walkErrors / days);
    }
  }
}
