package magnus.signals.forecast;

/**
 * Prices of consecutive sessions, adjusted for splits and dividends. The arrays are the record's
 * own; where no highs and lows are known, the closes stand in.
 */
public record Prices(double[] close, double[] high, double[] low) {

  /** Without highs and lows. */
  public static Prices of(double[] close) {
    return new Prices(close, close, close);
  }

  int size() {
    return close.length;
  }

  /** Logarithm of the growth over {@code sessions} from the close of day i. */
  double growth(int i, int sessions) {
    return Math.log(close[i + sessions] / close[i]);
  }

  /** Squared logarithmic return of day i; 0 for the first. */
  double square(int i) {
    if (i == 0) {
      return 0;
    }
    double r = Math.log(close[i] / close[i - 1]);
    return r * r;
  }
}
