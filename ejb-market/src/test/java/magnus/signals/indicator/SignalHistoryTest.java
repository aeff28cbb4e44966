package magnus.signals.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import magnus.market.BarSeries;
import magnus.market.CorporateAction;
import magnus.market.Source;
import magnus.signals.indicator.ta4j.Ta4jIndicators;
import org.junit.jupiter.api.Test;

class SignalHistoryTest {

  private static BarSeries bars(double[] close) {
    int[] days = new int[close.length];
    for (int i = 0; i < days.length; i++) {
      days[i] = 18_000 + i;
    }
    return new BarSeries(
        "X", Source.SIMULATED, days, close, close, close, close, new double[close.length]);
  }

  private static double[] walk(long seed, int n) {
    Random random = new Random(seed);
    double[] close = new double[n];
    double price = 100;
    for (int i = 0; i < n; i++) {
      price *= Math.exp(0.0003 + 0.012 * random.nextGaussian());
      close[i] = price;
    }
    return close;
  }

  @Test
  void noisePassesForNoise() {
    int found = 0;
    int looked = 0;
    for (int seed = 0; seed < 40; seed++) {
      AdjustedBars bars = AdjustedBars.of(bars(walk(seed, 1_500)), List.of());
      SignalHistory history = new SignalHistory(bars, new Ta4jIndicators().of(bars), 5);
      boolean any = false;
      for (Signal signal : Signal.values()) {
        for (TrackRecord record : history.records(signal).values()) {
          any |= record.distinguishable(12);
        }
      }
      looked++;
      found += any ? 1 : 0;
    }
    assertThat(found).as("random walks in which something stood out, of " + looked).isLessThan(8);
  }

  @Test
  void aClaimThatHoldsStandsOut() {
    int n = 2_000;
    boolean[] claimed = new boolean[n];
    boolean[] came = new boolean[n];
    Random random = new Random(3);
    for (int i = 0; i < n; i++) {
      claimed[i] = i / 10 % 4 == 0;
      came[i] = random.nextDouble() < (claimed[i] ? 0.7 : 0.5);
    }
    TrackRecord record = TrackRecord.of(claimed, came, 5);
    assertThat(record.distinguishable(12)).isTrue();
    assertThat(record.low()).isPositive().isLessThan(record.edge());
    assertThat(record.claims()).isEqualTo(500);
    assertThat(record.episodes()).isEqualTo(100);
  }

  @Test
  void aSplitIsNoFall() {
    double[] close = walk(1, 300);
    double[] traded = close.clone();
    for (int i = 150; i < 300; i++) {
      traded[i] /= 4;
    }
    BarSeries bars = bars(traded);
    CorporateAction split =
        new CorporateAction(
            "X",
            LocalDate.ofEpochDay(bars.days()[150]),
            CorporateAction.Kind.SPLIT,
            BigDecimal.valueOf(4),
            Source.SIMULATED);
    AdjustedBars adjusted = AdjustedBars.of(bars, List.of(split));
    assertThat(adjusted.close()[299]).isCloseTo(traded[299], within(1e-9));
    assertThat(adjusted.close()[150] / adjusted.close()[149])
        .isCloseTo(close[150] / close[149], within(1e-9));
  }

  @Test
  void nothingIsSaidWithTooFewDays() {
    AdjustedBars bars = AdjustedBars.of(bars(walk(2, 40)), List.of());
    SignalHistory history = new SignalHistory(bars, new Ta4jIndicators().of(bars), 5);
    assertThat(history.reading(Signal.MOVING_AVERAGES, 39)).isEqualTo(Reading.NOTHING);
    assertThat(history.values(Signal.MOVING_AVERAGES, 39)).isEmpty();
    assertThat(history.says(Signal.MOVING_AVERAGES, 39)).contains("too few days");
  }
}
