package magnus.signals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import magnus.market.Source;
import magnus.signals.indicator.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Technical signals of a symbol after its last close that is known, each with what became of it
 * whenever it said so before. Prices have splits undone and dividends reinvested.
 *
 * @param date of the last close
 * @param from the first day of the history that the records are measured on
 * @param window sessions after which a claim is judged
 * @param claims how many claims are looked at together: one of them must stand out that much more
 * @param trend what the trend's indicators say together
 */
public record SignalReport(
    String symbol,
    Instant asOf,
    Source source,
    LocalDate date,
    double close,
    LocalDate from,
    int sessions,
    int window,
    int claims,
    TrendView trend,
    List<Item> items) {

  /**
   * The trend.
   *
   * @param direction HIGHER, LOWER, or NOTHING where there is none
   * @param strength average directional index, 0 to 100; null while there are too few days
   * @param change63 price change over 63 sessions, as a fraction
   */
  public record TrendView(
      Reading direction, @Nullable Double strength, @Nullable Double change63, String words) {}

  /**
   * One signal.
   *
   * @param kind RSI, MACD, MOVING_AVERAGES, BOLLINGER, TREND or RANGE
   * @param values the figures that it is read from
   * @param says what it is commonly read as
   * @param verdict what its record says of that
   * @param records of all that it may say
   */
  public record Item(
      String kind,
      String title,
      Map<String, Double> values,
      Reading reading,
      String says,
      String verdict,
      List<History> records) {}

  /**
   * How often a claim came true.
   *
   * @param hitRate share of claims that came true; null where it was never made
   * @param baseRate share of all days with that outcome; null without days
   * @param low lower end of the 95 % interval of hit rate less base rate
   * @param chance probability of such a difference by chance alone, for this claim by itself
   * @param distinguishable from chance, with all claims looked at together
   */
  public record History(
      Reading claim,
      boolean now,
      int days,
      int claims,
      int episodes,
      @Nullable Double hitRate,
      @Nullable Double baseRate,
      double low,
      double high,
      double chance,
      boolean distinguishable,
      String words) {}
}
