package magnus.market.simulated;

import java.util.random.RandomGenerator;

/**
 * The random numbers of one subject on one day for one purpose: SplitMix64 (Steele, Lea, Flood:
 * "Fast splittable pseudorandom number generators", 2014) started from a hash of all four. Written
 * out here, since neither the sequence nor the Gaussians of the JDK's generators are promised to
 * stay the same across releases.
 */
final class RandomStream implements RandomGenerator {

  private static final long GAMMA = 0x9E3779B97F4A7C15L;
  private static final double ULP = 0x1p-53;

  private long state;

  RandomStream(long seed, long subject, long day, Purpose purpose) {
    state = mix(mix(mix(seed * GAMMA + subject) + day * GAMMA) + purpose.ordinal() * GAMMA);
  }

  /**
   * What the numbers are for, so that one use does not shift another. The order is part of the
   * model.
   */
  enum Purpose {
    TRAITS,
    RETURNS,
    EARNINGS_DATE,
    EARNINGS_GAP,
    FDA_CALENDAR,
    FDA_OUTCOME,
    RATES,
    INTRADAY,
    CONTRACTS
  }

  /** A stable 64-bit name of a subject (FNV-1a). */
  static long subject(String name) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
    }
    return mix(hash);
  }

  @Override
  public long nextLong() {
    state += GAMMA;
    return mix(state);
  }

  /** Uniform in the open interval (0, 1). */
  @Override
  public double nextDouble() {
    return ((nextLong() >>> 11) + 0.5) * ULP;
  }

  @Override
  public double nextGaussian() {
    return NormalDistribution.quantile(nextDouble());
  }

  static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
