package magnus.signals.indicator;

/**
 * Indicators by day, each from that day's bar and those before it; NaN while there are too few.
 * Prices are those of {@link AdjustedBars}. Definitions are J. W. Wilder's, "New Concepts in
 * Technical Trading Systems", 1978 (RSI, ATR, ADX with its directional indicators), G. Appel's
 * (MACD) and J. Bollinger's (bands of two standard deviations around the mean of 20 days).
 *
 * @param rsi relative strength index of 14 days, 0 to 100
 * @param macd difference of the exponential means of 12 and 26 days
 * @param macdSignal exponential mean of 9 days of {@code macd}
 * @param mean20 mean of 20 closes
 * @param mean50 mean of 50 closes
 * @param mean200 mean of 200 closes
 * @param upperBand upper Bollinger band
 * @param lowerBand lower Bollinger band
 * @param range average true range of 14 days
 * @param directional average directional index of 14 days, 0 to 100: strength of a trend
 * @param plus positive directional indicator
 * @param minus negative directional indicator
 */
public record Indicators(
    double[] rsi,
    double[] macd,
    double[] macdSignal,
    double[] mean20,
    double[] mean50,
    double[] mean200,
    double[] upperBand,
    double[] lowerBand,
    double[] range,
    double[] directional,
    double[] plus,
    double[] minus) {

  /** Who computes them. */
  @FunctionalInterface
  public interface Library {
    Indicators of(AdjustedBars bars);
  }
}
