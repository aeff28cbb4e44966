package magnus.risk.var;

import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.risk.metrics.Moments;

/**
 * Student's t distribution fitted to the sample: location is the mean, scale and (from a grid)
 * degrees of freedom by maximum likelihood. Expected shortfall in closed form (A. J. McNeil, R.
 * Frey, P. Embrechts, "Quantitative Risk Management", 2005, equation 2.26).
 */
record StudentTail() implements TailShape {

  private static final double[] DEGREES = {2, 2.5, 3, 3.5, 4, 5, 6, 8, 11, 16, 30, 100};
  private static final int ROUNDS = 15;

  @Override
  public String name() {
    return "student";
  }

  @Override
  public String description() {
    return "Student t with mean, scale and degrees of freedom";
  }

  @Override
  public Result<TailLoss> of(double[] sample, Confidence confidence) {
    double mean = Moments.mean(sample);
    double deviation = Moments.standardDeviation(sample);
    if (!(deviation > 0)) {
      return Result.failure(FailureReason.NOT_COMPUTABLE, "The returns stood still.");
    }
    double best = Double.POSITIVE_INFINITY;
    double scale = deviation;
    double degrees = DEGREES[0];
    for (double candidate : DEGREES) {
      double fitted = scale(sample, mean, deviation, candidate);
      double loss = loss(sample, mean, fitted, candidate);
      if (loss < best) {
        best = loss;
        scale = fitted;
        degrees = candidate;
      }
    }
    return Result.success(tail(mean, scale, degrees, confidence));
  }

  /** The maximum-likelihood scale by expectation–maximisation (C. Liu, D. Rubin, 1995). */
  private static double scale(double[] sample, double mean, double start, double degrees) {
    double square = start * start * (degrees > 2 ? (degrees - 2) / degrees : 0.3);
    for (int round = 0; round < ROUNDS; round++) {
      double sum = 0;
      for (double r : sample) {
        double d = (r - mean) * (r - mean);
        sum += (degrees + 1) * d / (degrees + d / square);
      }
      square = sum / sample.length;
    }
    return Math.sqrt(square);
  }

  /** Of a t distribution with that location and scale, degrees above 1. */
  static TailLoss tail(double mean, double scale, double degrees, Confidence confidence) {
    double q = StudentT.upperQuantile(confidence.tail(), degrees);
    double beyond =
        StudentT.density(q, degrees) / confidence.tail() * (degrees + q * q) / (degrees - 1);
    return new TailLoss(scale * q - mean, scale * beyond - mean);
  }

  private static double loss(double[] sample, double mean, double scale, double degrees) {
    double sum = 0;
    for (double r : sample) {
      double z = (r - mean) / scale;
      sum += Math.log1p(z * z / degrees);
    }
    double constant =
        StudentT.logGamma((degrees + 1) / 2)
            - StudentT.logGamma(degrees / 2)
            - 0.5 * Math.log(degrees * Math.PI)
            - Math.log(scale);
    return (degrees + 1) / 2 * sum - sample.length * constant;
  }
}
