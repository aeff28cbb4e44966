package magnus.prefetch.sequence;

/** Logarithm and exponential, fast and a little wrong; the same on every machine. */
final class Approximate {

  private static final float LN2 = 0.6931472f;

  private Approximate() {}

  /** ln x, wrong by less than 1e-3, for x of at least the least normal float. */
  static float log(float x) {
    int bits = Float.floatToRawIntBits(x);
    int exponent = (bits >>> 23) - 127;
    float m = Float.intBitsToFloat((bits & 0x7FFFFF) | 0x3F800000) - 1;
    // ln(1 + m) on [0, 1]: Abramowitz and Stegun, 4.1.43
    float mantissa =
        m
            * (0.99949556f
                + m * (-0.49190896f + m * (0.28947478f + m * (-0.13606275f + m * 0.03215845f))));
    return exponent * LN2 + mantissa;
  }

  /** e to the x, wrong by less than one part in 1,000; 0 below -87. Not for x above 80. */
  static float exp(float x) {
    float t = Math.max(x, -87) * 1.442695f;
    int whole = (int) (t + 127) - 127;
    float f = t - whole;
    // 2 to the f on [0, 1], by its Taylor series in f ln 2
    float power =
        1 + f * (0.6931472f + f * (0.2402265f + f * (0.0555041f + f * (0.0096181f + f * 0.0018f))));
    return Float.intBitsToFloat((whole + 127) << 23) * power;
  }
}
