package magnus.market.simulated;

/**
 * One instrument's days of one year. Prices in cents (VIX: hundredths of a point), unadjusted;
 * volume in shares; {@code state} the logarithm of its own volatility against its average, as of
 * the close.
 */
record Columns(int[] open, int[] high, int[] low, int[] close, float[] volume, float[] state) {

  static Columns of(int days) {
    return new Columns(
        new int[days],
        new int[days],
        new int[days],
        new int[days],
        new float[days],
        new float[days]);
  }

  /** Rounds to cents and keeps low ≤ open, close ≤ high. */
  void set(int index, double o, double h, double l, double c, double shares) {
    open[index] = cents(o);
    close[index] = cents(c);
    high[index] = Math.max(cents(h), Math.max(open[index], close[index]));
    low[index] = Math.min(cents(l), Math.min(open[index], close[index]));
    volume[index] = (float) Math.rint(shares);
  }

  private static int cents(double price) {
    return (int) Math.max(1, Math.rint(price * 100));
  }
}
