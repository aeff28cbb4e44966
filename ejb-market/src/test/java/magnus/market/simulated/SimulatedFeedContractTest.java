package magnus.market.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import magnus.basics.time.TradingCalendar;
import magnus.market.feed.MarketFeed;
import magnus.market.feed.MarketFeedContract;
import org.junit.jupiter.api.Test;

class SimulatedFeedContractTest extends MarketFeedContract {

  private static final Seeds SEEDS = Seeds.constant(77);
  private static final SimulatedFeed FEED = new SimulatedFeed(SEEDS);

  @Override
  protected MarketFeed feed() {
    return FEED;
  }

  @Override
  protected MarketFeed feedWithAnotherFutureAfter(Instant asOf) {
    LocalDate opened = calendar.lastOpened(asOf).date();
    return new SimulatedFeed(SEEDS.changedFrom(opened.plusDays(1), 4711));
  }

  @Override
  protected List<String> symbols() {
    return List.of("AAPL", "BMRN", "KEY", "SPY", "XLE", "TLT");
  }

  @Override
  protected List<Instant> moments() {
    return List.of(
        Instant.parse("2016-05-18T15:42:07.250Z"), // within a session
        Instant.parse("2014-01-02T14:29:59Z"), // before the year's first opening
        Instant.parse("2014-01-02T14:30:00Z"), // at the bell
        Instant.parse("2015-11-27T19:00:00Z"), // after the close of a half day
        Instant.parse("2013-07-20T12:00:00Z")); // a Saturday
  }

  /** The day's own randomness too is unknown before its bell. */
  @Test
  void beforeTheBellTheDayIsUnknown() {
    Instant bell = TradingCalendar.newYork().getSession(LocalDate.of(2014, 1, 2)).open();
    SimulatedFeed other = new SimulatedFeed(SEEDS.changedFrom(LocalDate.of(2014, 1, 2), 4711));
    assertThat(everything(other, bell.minusMillis(1)))
        .isEqualTo(everything(FEED, bell.minusMillis(1)));
    assertThat(everything(other, bell)).isNotEqualTo(everything(FEED, bell));
  }
}
