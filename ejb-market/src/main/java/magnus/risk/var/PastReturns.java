package magnus.risk.var;

import java.util.Arrays;

/**
 * The returns that a forecaster may know: the first {@code known} of a series, and no way to the
 * rest.
 */
public final class PastReturns {

  private final double[] all;
  private final int known;

  private PastReturns(double[] all, int known) {
    this.all = all;
    this.known = known;
  }

  /** The first {@code known} returns of the series. */
  public static PastReturns first(int known, double[] series) {
    if (known < 0 || known > series.length) {
      throw new IllegalArgumentException(known + " of " + series.length + " returns");
    }
    return new PastReturns(series, known);
  }

  public int size() {
    return known;
  }

  /** The i-th return, from 0, the oldest first. */
  public double get(int i) {
    if (i >= known) {
      throw new IndexOutOfBoundsException("return " + i + " is not known yet, only " + known);
    }
    return all[i];
  }

  /** The newest n returns, the oldest first. */
  public double[] newest(int n) {
    return Arrays.copyOfRange(all, Math.max(0, known - n), known);
  }
}
