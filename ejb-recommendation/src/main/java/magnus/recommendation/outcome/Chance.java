package magnus.recommendation.outcome;

import java.util.List;

/** Whether amounts say more than chance would. */
public final class Chance {

  private static final double Z = 1.959963984540054;

  private Chance() {}

  /**
   * An amount with its 95 % interval.
   *
   * @param distinguishable whether zero lies outside
   */
  public record Interval(double amount, double low, double high, boolean distinguishable) {

    static Interval of(double amount, double deviation) {
      double reach = Z * deviation;
      return new Interval(
          amount, amount - reach, amount + reach, deviation > 0 && Math.abs(amount) > reach);
    }
  }

  /**
   * One amount.
   *
   * @param deviation one standard deviation of what chance does to it in its time
   */
  public static Interval one(double amount, double deviation) {
    return Interval.of(amount, deviation);
  }

  /**
   * The sum of many, whose chances are taken to move together as far as {@code correlation} says:
   * amounts of the same weeks do.
   */
  public static Interval sum(List<Double> amounts, List<Double> deviations, double correlation) {
    double total = amounts.stream().mapToDouble(a -> a).sum();
    double squares = deviations.stream().mapToDouble(d -> d * d).sum();
    double straight = deviations.stream().mapToDouble(d -> d).sum();
    double variance = squares + correlation * (straight * straight - squares);
    return Interval.of(total, Math.sqrt(Math.max(0, variance)));
  }
}
