package magnus.market.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import magnus.basics.time.Session;
import magnus.basics.time.TradingCalendar;
import magnus.market.BarSeries;
import magnus.market.Quote;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

class IntradayPathTest {

  @Property(tries = 200)
  void runsFromOpenToCloseWithinTheRangeAndTouchesBothEnds(
      @ForAll @Scale(4) @DoubleRange(min = -0.05, max = 0.05) double close,
      @ForAll @Scale(4) @DoubleRange(min = 0.001, max = 0.05) double above,
      @ForAll @Scale(4) @DoubleRange(min = 0.001, max = 0.05) double below,
      @ForAll long seed) {
    double high = Math.max(0, close) + above;
    double low = Math.min(0, close) - below;
    IntradayPath path = new IntradayPath(0, high, low, close, seed, 5, 6);
    assertThat(path.at(0)).isCloseTo(0, within(1e-12));
    assertThat(path.at(1)).isCloseTo(close, within(1e-12));
    double highest = -1;
    double lowest = 1;
    double last = 0;
    double variation = 0;
    for (int i = 0; i <= 4680; i++) {
      double level = path.at(i / 4680.0);
      highest = Math.max(highest, level);
      lowest = Math.min(lowest, level);
      variation += (level - last) * (level - last);
      last = level;
    }
    assertThat(highest).isLessThanOrEqualTo(high).isCloseTo(high, within((high - low) * 0.06));
    assertThat(lowest).isGreaterThanOrEqualTo(low).isCloseTo(low, within((high - low) * 0.06));
    // Quadratic variation near the variance that the range implies (Parkinson).
    double implied = (high - low) * (high - low) / (4 * Math.log(2));
    assertThat(variation / implied).isBetween(0.4, 1.8);
  }

  @Property(tries = 60)
  void quotesAgreeWithTheDaysBar(@ForAll @DoubleRange(min = 0, max = 1) double share) {
    SimulatedMarket market = SimulatedMarket.of(SimulatedFeed.DEFAULT_SEED);
    LocalDate date = LocalDate.of(2019, 11, 29); // a half day
    Session session = TradingCalendar.newYork().getSession(date);
    Instant at =
        session
            .open()
            .plusSeconds(
                (long) (share * Duration.between(session.open(), session.close()).toSeconds()));
    for (String symbol : new String[] {"MSFT", "APA", "SPY", "VIX"}) {
      BarSeries bars = market.bars(symbol);
      int i = bars.indexOnOrBefore(date);
      Quote quote = market.feed.quote(symbol, at).find().orElseThrow();
      assertThat(quote.last().doubleValue()).isBetween(bars.low()[i], bars.high()[i]);
      assertThat(quote.volume()).isBetween(0L, (long) bars.volume()[i]);
      assertThat(quote.previousClose().doubleValue()).isEqualTo(bars.close()[i - 1]);
      assertThat(Duration.between(quote.at(), at).toSeconds()).isBetween(0L, 6L);
      assertThat(market.feed.quote(symbol, at)).isEqualTo(market.feed.quote(symbol, at));
    }
  }
}
