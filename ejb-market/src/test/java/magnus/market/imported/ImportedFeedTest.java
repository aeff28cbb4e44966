package magnus.market.imported;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import magnus.market.Catalyst;
import magnus.market.feed.MarketFeed;
import magnus.market.feed.MarketFeedContract;
import org.junit.jupiter.api.Test;

class ImportedFeedTest extends MarketFeedContract {

  static final List<Instant> MOMENTS =
      List.of(
          Instant.parse("2015-06-10T15:00:00Z"), // within a session
          Instant.parse("2015-06-10T12:00:00Z"), // before the open
          Instant.parse("2015-06-10T20:00:00Z"), // at the close
          Instant.parse("2015-06-13T15:00:00Z"), // Saturday
          Instant.parse("2015-07-03T15:00:00Z"), // Independence Day, observed
          Instant.parse("2015-11-27T18:30:00Z")); // after the early close of a half day

  private final ImportedFeed feed = new ImportedFeed(new MemoryData());

  @Override
  protected MarketFeed feed() {
    return feed;
  }

  @Override
  protected MarketFeed feedWithAnotherFutureAfter(Instant asOf) {
    return new ImportedFeed(
        new MemoryData(calendar.nextSession(calendar.lastOpened(asOf).date()).date()));
  }

  @Override
  protected List<String> symbols() {
    return List.of("AAPL", "BHF", "SPY", "VIX");
  }

  @Override
  protected List<Instant> moments() {
    return MOMENTS;
  }

  @Test
  void theDayItselfIsNotKnownBeforeItsClose() {
    LocalDate day = LocalDate.of(2015, 6, 10);
    ImportedFeed other = new ImportedFeed(new MemoryData(day));
    Instant before = calendar.getSession(day).close().minusMillis(1);
    assertThat(other.quotes(symbols(), before)).isEqualTo(feed.quotes(symbols(), before));
    assertThat(other.optionChain("AAPL", before)).isEqualTo(feed.optionChain("AAPL", before));
    Instant close = calendar.getSession(day).close();
    assertThat(other.quotes(symbols(), close)).isNotEqualTo(feed.quotes(symbols(), close));
    assertThat(other.optionChain("AAPL", close)).isNotEqualTo(feed.optionChain("AAPL", close));
  }

  @Test
  void seriesThatBeginsLaterIsNotKnownToExist() {
    Instant early = Instant.parse("2012-06-01T15:00:00Z");
    assertThat(feed.bars("AAPL", LocalDate.MIN, LocalDate.MAX, early).isSuccess()).isFalse();
    assertThat(feed.quote("AAPL", early).isSuccess()).isFalse();
    assertThat(feed.pricedSymbols(early)).isEmpty();
    assertThat(feed.span("AAPL", early)).isEmpty();
  }

  @Test
  void spanEndsAtWhatIsKnown() {
    assertThat(feed.span("AAPL", MOMENTS.get(0)).orElseThrow().last()).isEqualTo("2015-06-09");
  }

  @Test
  void quoteOfASeriesThatHasEndedIsItsLast() {
    var quote = feed.quote("AAPL", Instant.parse("2020-01-02T15:00:00Z")).find().orElseThrow();
    assertThat(quote.at()).isEqualTo("2016-12-30T21:00:00Z");
  }

  @Test
  void chainWithoutASpotTakesTheDaysClose() {
    Instant asOf = MOMENTS.get(0);
    var chain = feed.optionChain("AAPL", asOf).find().orElseThrow();
    assertThat(chain.at()).isEqualTo("2015-06-09T20:00:00Z");
    assertThat(chain.spot())
        .isEqualByComparingTo(feed.quote("AAPL", asOf).find().orElseThrow().last());
    assertThat(chain.contracts()).hasSize(6);
  }

  @Test
  void earningsWithoutAnAnnouncementAreKnownThirtyDaysAhead() {
    LocalDate from = LocalDate.of(2015, 1, 1);
    LocalDate to = LocalDate.of(2016, 1, 1);
    Instant asOf = MOMENTS.get(0);
    assertThat(feed.catalysts(from, to, asOf))
        .filteredOn(c -> c.kind() == Catalyst.Kind.EARNINGS && "AAPL".equals(c.symbol()))
        .isNotEmpty()
        .allMatch(c -> !c.date().isAfter(LocalDate.of(2015, 7, 10)));
  }
}
