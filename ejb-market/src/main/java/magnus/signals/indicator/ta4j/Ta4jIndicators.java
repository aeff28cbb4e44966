package magnus.signals.indicator.ta4j;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import magnus.signals.indicator.AdjustedBars;
import magnus.signals.indicator.Indicators;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.EMAIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.adx.MinusDIIndicator;
import org.ta4j.core.indicators.adx.PlusDIIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsLowerIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsMiddleIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.Num;

/**
 * ta4j's indicators in doubles. What the library gives before an indicator has seen its window is
 * cut off; recursive ones (Wilder's means) wait for four windows, after which less than 2 % of
 * their value comes from where they began.
 */
public final class Ta4jIndicators implements Indicators.Library {

  private static final int WILDER = 14;
  private static final int BAND = 20;
  private static final int SETTLED = 4 * WILDER;
  private static final int MACD_SETTLED = 4 * 26;

  @Override
  public Indicators of(AdjustedBars bars) {
    BarSeries series =
        new BaseBarSeriesBuilder().withName(bars.symbol()).withNumTypeOf(DoubleNum.class).build();
    for (int i = 0; i < bars.size(); i++) {
      series.addBar(
          Duration.ofDays(1),
          bars.date(i).plusDays(1).atStartOfDay(ZoneOffset.UTC),
          bars.open()[i],
          bars.high()[i],
          bars.low()[i],
          bars.close()[i],
          0);
    }
    ClosePriceIndicator close = new ClosePriceIndicator(series);
    MACDIndicator macd = new MACDIndicator(close);
    SMAIndicator mean20 = new SMAIndicator(close, BAND);
    StandardDeviationIndicator deviation = new StandardDeviationIndicator(close, BAND);
    BollingerBandsMiddleIndicator middle = new BollingerBandsMiddleIndicator(mean20);
    return new Indicators(
        values(new RSIIndicator(close, WILDER), SETTLED),
        values(macd, MACD_SETTLED),
        values(new EMAIndicator(macd, 9), MACD_SETTLED),
        values(mean20, BAND),
        values(new SMAIndicator(close, 50), 50),
        values(new SMAIndicator(close, 200), 200),
        values(new BollingerBandsUpperIndicator(middle, deviation), BAND),
        values(new BollingerBandsLowerIndicator(middle, deviation), BAND),
        values(new ATRIndicator(series, WILDER), SETTLED),
        values(new ADXIndicator(series, WILDER), 2 * SETTLED),
        values(new PlusDIIndicator(series, WILDER), SETTLED),
        values(new MinusDIIndicator(series, WILDER), SETTLED));
  }

  /** In ascending order, as the library's caches want it. */
  private static double[] values(Indicator<Num> indicator, int settled) {
    double[] values = new double[indicator.getBarSeries().getBarCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = indicator.getValue(i).doubleValue();
    }
    Arrays.fill(values, 0, Math.min(values.length, settled - 1), Double.NaN);
    return values;
  }
}
