package magnus.risk.var;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The returns that a forecaster may know: the first {@code known} of a series, and no way to the
 * rest. What was fitted to a beginning of the series is kept for as long as it is walked over.
 */
public final class PastReturns {

  private final double[] all;
  private final int known;
  private final Map<Key, Fit> fitted;

  private PastReturns(double[] all, int known, Map<Key, Fit> fitted) {
    this.all = all;
    this.known = known;
    this.fitted = fitted;
  }

  /** The first {@code known} returns of the series. */
  public static PastReturns first(int known, double[] series) {
    if (known < 0 || known > series.length) {
      throw new IllegalArgumentException(known + " of " + series.length + " returns");
    }
    return new PastReturns(series, known, new ConcurrentHashMap<>());
  }

  /** What was known when the series was shorter. */
  public PastReturns upTo(int earlier) {
    if (earlier < 0 || earlier > known) {
      throw new IllegalArgumentException(earlier + " of " + known + " returns");
    }
    return new PastReturns(all, earlier, fitted);
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

  /**
   * What a model fits to these returns; fitted once as long as the series is walked over day by
   * day.
   *
   * @param model equal for equal models
   */
  <T> T fit(Object model, Class<T> type, Function<PastReturns, T> fitting) {
    Key key = new Key(model, type);
    Fit fit = fitted.get(key);
    if (fit == null || fit.known() != known) {
      fit = new Fit(known, fitting.apply(this));
      fitted.put(key, fit);
    }
    return type.cast(fit.value());
  }

  private record Key(Object model, Class<?> type) {}

  private record Fit(int known, Object value) {}
}
