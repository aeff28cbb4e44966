package magnus.risk.scenario;

import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;

/**
 * The likeliest joint move that loses a given amount: on the surface of that loss, the point with
 * the least Mahalanobis distance (P. Glasserman, C. Kang, W. Kang, "Stress scenario selection by
 * empirical likelihood", Quantitative Finance 15, 2015, for elliptical distributions). For shares
 * alone it is −Σe scaled; with options the direction follows the gradient at the point found, until
 * it stays.
 *
 * @param moves returns by underlying, not below −1
 * @param loss what they lose, money
 * @param distance √(x'Σ⁻¹x), in standard deviations of the covariance's period
 */
public record ReverseStress(double[] moves, double loss, double distance) {

  private static final int ROUNDS = 40;
  private static final double STEP = 1e-4;
  private static final double FARTHEST = 1e3;

  /** Gain in money of what is held in one underlying, when it returns so much. */
  public interface Gain {
    double of(int underlying, double move);
  }

  public static Result<ReverseStress> likeliest(double[][] covariance, Gain gain, double loss) {
    int n = covariance.length;
    double[] moves = new double[n];
    double distance = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double[] gradient = new double[n];
      for (int i = 0; i < n; i++) {
        gradient[i] = (gain.of(i, moves[i] + STEP) - gain.of(i, moves[i] - STEP)) / (2 * STEP);
      }
      double[] direction = new double[n];
      double variance = 0;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          direction[i] -= covariance[i][j] * gradient[j];
        }
        variance -= direction[i] * gradient[i];
      }
      if (!(variance > 0)) {
        return unreachable();
      }
      double root = Math.sqrt(variance);
      double low = 0;
      double high = 1;
      while (lossAt(gain, direction, high / root) < loss) {
        low = high;
        high *= 2;
        if (high > FARTHEST) {
          return unreachable();
        }
      }
      for (int i = 0; i < 60; i++) {
        double middle = (low + high) / 2;
        if (lossAt(gain, direction, middle / root) < loss) {
          low = middle;
        } else {
          high = middle;
        }
      }
      double change = Math.abs(high - distance);
      distance = high;
      for (int i = 0; i < n; i++) {
        moves[i] = Math.max(-1, direction[i] * high / root);
      }
      if (change < 1e-9 * high) {
        break;
      }
    }
    double lost = 0;
    for (int i = 0; i < n; i++) {
      lost -= gain.of(i, moves[i]);
    }
    return Result.success(new ReverseStress(moves, lost, distance));
  }

  private static double lossAt(Gain gain, double[] direction, double scale) {
    double lost = 0;
    for (int i = 0; i < direction.length; i++) {
      lost -= gain.of(i, Math.max(-1, direction[i] * scale));
    }
    return lost;
  }

  private static Result<ReverseStress> unreachable() {
    return Result.failure(FailureReason.NOT_COMPUTABLE, "No move of what is held loses that much.");
  }
}
