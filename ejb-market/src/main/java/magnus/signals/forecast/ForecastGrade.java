package magnus.signals.forecast;

import java.util.Arrays;

/**
 * How forecasts of a horizon fared, beside the random walk's on the same days.
 *
 * @param days graded
 * @param below by level the share of outcomes below the quantile forecast
 * @param loss mean pinball loss over all levels, of logarithmic returns
 * @param walkLoss the same of the random walk with constant volatility
 * @param losses by day, for adding up
 * @param walkLosses by day
 */
public record ForecastGrade(
    int sessions,
    int days,
    double[] below,
    double loss,
    double walkLoss,
    double[] losses,
    double[] walkLosses) {

  /** Of the quantiles. */
  public static final double[] LEVELS = {0.05, 0.25, 0.5, 0.75, 0.95};

  private static final double WIDE = 1.959964;

  /**
   * Grades the forecasts made from day {@code first} up to, not including, day {@code end}.
   *
   * @param end at most the number of prices less the horizon
   */
  public static ForecastGrade of(
      ForecastMethod method, Prices prices, int sessions, int first, int end) {
    Walk walk = new Walk(method, prices, sessions, false);
    Walk plain = new Walk(ForecastMethod.randomWalk(), prices, sessions, false);
    int last = Math.min(end, prices.size() - sessions);
    double[] losses = new double[Math.max(0, last - first)];
    double[] walkLosses = new double[losses.length];
    double[] below = new double[LEVELS.length];
    int days = 0;
    for (int day = first; day < last; day++) {
      walk.to(day);
      plain.to(day);
      if (!(walk.deviation() > 0) || !(plain.deviation() > 0)) {
        continue;
      }
      double outcome = prices.growth(day, sessions);
      for (int l = 0; l < LEVELS.length; l++) {
        double quantile = walk.quantile(LEVELS[l]);
        below[l] += outcome < quantile ? 1 : 0;
        losses[days] += pinball(outcome, quantile, LEVELS[l]) / LEVELS.length;
        walkLosses[days] += pinball(outcome, plain.quantile(LEVELS[l]), LEVELS[l]) / LEVELS.length;
      }
      days++;
    }
    for (int l = 0; l < below.length; l++) {
      below[l] /= days;
    }
    losses = Arrays.copyOf(losses, days);
    walkLosses = Arrays.copyOf(walkLosses, days);
    return new ForecastGrade(
        sessions, days, below, mean(losses), mean(walkLosses), losses, walkLosses);
  }

  /** R. Koenker, G. Bassett, "Regression Quantiles", Econometrica 46, 1978. */
  static double pinball(double outcome, double quantile, double level) {
    double over = outcome - quantile;
    return over >= 0 ? level * over : (level - 1) * over;
  }

  private static double mean(double[] x) {
    return Arrays.stream(x).average().orElse(Double.NaN);
  }

  /** Share of outcomes between the outer quantiles; 0.90 were right. */
  public double coverage90() {
    return below[4] - below[0];
  }

  /** Share of outcomes between the quartiles; 0.50 were right. */
  public double coverage50() {
    return below[3] - below[1];
  }

  /** By which share its loss is below the random walk's. */
  public double skill() {
    return 1 - loss / walkLoss;
  }

  /** The 95 % interval of {@link #skill}, allowing for outcomes that overlap. */
  public double[] skillInterval() {
    double[] gain = new double[days];
    for (int i = 0; i < days; i++) {
      gain[i] = walkLosses[i] - losses[i] - (walkLoss - loss);
    }
    double error = Math.sqrt(LongRun.variance(gain, 2 * sessions) / days) / walkLoss;
    return new double[] {skill() - WIDE * error, skill() + WIDE * error};
  }
}
