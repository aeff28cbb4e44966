package magnus.signals.indicator.ta4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import magnus.market.BarSeries;
import magnus.market.Source;
import magnus.signals.indicator.AdjustedBars;
import magnus.signals.indicator.Indicators;
import org.junit.jupiter.api.Test;

/** Against second computations from the definitions, and against knowing the future. */
class Ta4jIndicatorsTest {

  private static final AdjustedBars BARS = walk(400);

  private static AdjustedBars walk(int n) {
    Random random = new Random(7);
    double[] close = new double[n];
    double[] high = new double[n];
    double[] low = new double[n];
    int[] days = new int[n];
    double price = 100;
    for (int i = 0; i < n; i++) {
      price *= Math.exp(0.015 * random.nextGaussian());
      days[i] = 18_000 + i;
      close[i] = price;
      high[i] = price * (1 + 0.01 * random.nextDouble());
      low[i] = price * (1 - 0.01 * random.nextDouble());
    }
    return AdjustedBars.of(
        new BarSeries("X", Source.SIMULATED, days, close, high, low, close, new double[n]),
        List.of());
  }

  @Test
  void relativeStrengthAgreesWithWildersMeans() {
    double[] rsi = new Ta4jIndicators().of(BARS).rsi();
    double gain = 0;
    double loss = 0;
    for (int i = 1; i < BARS.size(); i++) {
      double change = BARS.close()[i] - BARS.close()[i - 1];
      gain += (Math.max(0, change) - gain) / 14;
      loss += (Math.max(0, -change) - loss) / 14;
      if (i > 200) {
        assertThat(rsi[i]).isCloseTo(100 - 100 / (1 + gain / loss), within(1e-3));
      }
    }
  }

  @Test
  void bandsAreTwoDeviationsAroundTheMean() {
    Indicators on = new Ta4jIndicators().of(BARS);
    double[] last = Arrays.copyOfRange(BARS.close(), 280, 300);
    double mean = Arrays.stream(last).average().orElseThrow();
    double deviation = Math.sqrt(Arrays.stream(last).map(c -> (c - mean) * (c - mean)).sum() / 20);
    assertThat(on.mean20()[299]).isCloseTo(mean, within(1e-9));
    assertThat(on.upperBand()[299]).isCloseTo(mean + 2 * deviation, within(1e-9));
    assertThat(on.lowerBand()[299]).isCloseTo(mean - 2 * deviation, within(1e-9));
  }

  @Test
  void whatComesLaterChangesNothing() {
    Indicators whole = new Ta4jIndicators().of(BARS);
    Indicators part = new Ta4jIndicators().of(BARS.first(300));
    assertThat(part.rsi()).isEqualTo(Arrays.copyOf(whole.rsi(), 300));
    assertThat(part.macdSignal()).isEqualTo(Arrays.copyOf(whole.macdSignal(), 300));
    assertThat(part.range()).isEqualTo(Arrays.copyOf(whole.range(), 300));
    assertThat(part.directional()).isEqualTo(Arrays.copyOf(whole.directional(), 300));
  }

  @Test
  void fewBarsGiveNothing() {
    assertThat(new Ta4jIndicators().of(BARS.first(5)).rsi()).containsOnly(Double.NaN);
  }
}
