package magnus.market.simulated;

/**
 * The standard normal distribution with the same bits on every JVM: only arithmetic, {@link
 * StrictMath} and correctly rounded square roots.
 */
final class NormalDistribution {

  private static final double SQRT_2_PI = 2.506628274631000502415765284811;

  private NormalDistribution() {}

  /** Density. */
  static double density(double x) {
    return StrictMath.exp(-0.5 * x * x) / SQRT_2_PI;
  }

  /**
   * Cumulative probability, absolute error below 1e-14: Hart's algorithm 5666 as given by G. West,
   * "Better approximations to cumulative normal functions", 2005.
   */
  static double cumulative(double x) {
    double z = Math.abs(x);
    double tail;
    if (z > 37) {
      tail = 0;
    } else if (z < 7.07106781186547) {
      double p = 3.52624965998911e-02 * z + 0.700383064443688;
      p = p * z + 6.37396220353165;
      p = p * z + 33.912866078383;
      p = p * z + 112.079291497871;
      p = p * z + 221.213596169931;
      p = p * z + 220.206867912376;
      double q = 8.83883476483184e-02 * z + 1.75566716318264;
      q = q * z + 16.064177579207;
      q = q * z + 86.7807322029461;
      q = q * z + 296.564248779674;
      q = q * z + 637.333633378831;
      q = q * z + 793.826512519948;
      q = q * z + 440.413735824752;
      tail = StrictMath.exp(-0.5 * z * z) * p / q;
    } else {
      double b = z + 0.65;
      b = z + 4 / b;
      b = z + 3 / b;
      b = z + 2 / b;
      b = z + 1 / b;
      tail = StrictMath.exp(-0.5 * z * z) / b / SQRT_2_PI;
    }
    return x > 0 ? 1 - tail : tail;
  }

  /**
   * The x below which a share p lies, relative error about 1e-16: M. Wichura, "Algorithm AS 241",
   * Applied Statistics 37 (1988), PPND16.
   *
   * @param p strictly between 0 and 1
   */
  static double quantile(double p) {
    double q = p - 0.5;
    if (Math.abs(q) <= 0.425) {
      double r = 0.180625 - q * q;
      return q * central(r);
    }
    double r = Math.sqrt(-StrictMath.log(q < 0 ? p : 1 - p));
    double x = r <= 5 ? near(r - 1.6) : far(r - 5);
    return q < 0 ? -x : x;
  }

  private static double central(double r) {
    double n = 2.5090809287301226727e+3 * r + 3.3430575583588128105e+4;
    n = n * r + 6.7265770927008700853e+4;
    n = n * r + 4.5921953931549871457e+4;
    n = n * r + 1.3731693765509461125e+4;
    n = n * r + 1.9715909503065514427e+3;
    n = n * r + 1.3314166789178437745e+2;
    n = n * r + 3.3871328727963666080e+0;
    double d = 5.2264952788528545610e+3 * r + 2.8729085735721942674e+4;
    d = d * r + 3.9307895800092710610e+4;
    d = d * r + 2.1213794301586595867e+4;
    d = d * r + 5.3941960214247511077e+3;
    d = d * r + 6.8718700749205790830e+2;
    d = d * r + 4.2313330701600911252e+1;
    return n / (d * r + 1);
  }

  private static double near(double r) {
    double n = 7.74545014278341407640e-4 * r + 2.27238449892691845833e-2;
    n = n * r + 2.41780725177450611770e-1;
    n = n * r + 1.27045825245236838258e+0;
    n = n * r + 3.64784832476320460504e+0;
    n = n * r + 5.76949722146069140550e+0;
    n = n * r + 4.63033784615654529590e+0;
    n = n * r + 1.42343711074968357734e+0;
    double d = 1.05075007164441684324e-9 * r + 5.47593808499534494600e-4;
    d = d * r + 1.51986665636164571966e-2;
    d = d * r + 1.48103976427480074590e-1;
    d = d * r + 6.89767334985100004550e-1;
    d = d * r + 1.67638483018380384940e+0;
    d = d * r + 2.05319162663775882187e+0;
    return n / (d * r + 1);
  }

  private static double far(double r) {
    double n = 2.01033439929228813265e-7 * r + 2.71155556874348757815e-5;
    n = n * r + 1.24266094738807843860e-3;
    n = n * r + 2.65321895265761230930e-2;
    n = n * r + 2.96560571828504891230e-1;
    n = n * r + 1.78482653991729133580e+0;
    n = n * r + 5.46378491116411436990e+0;
    n = n * r + 6.65790464350110377720e+0;
    double d = 2.04426310338993978564e-15 * r + 1.42151175831644588870e-7;
    d = d * r + 1.84631831751005468180e-5;
    d = d * r + 7.86869131145613259100e-4;
    d = d * r + 1.48753612908506148525e-2;
    d = d * r + 1.36929880922735805310e-1;
    d = d * r + 5.99832206555887937690e-1;
    return n / (d * r + 1);
  }
}
