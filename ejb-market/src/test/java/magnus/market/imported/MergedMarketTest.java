package magnus.market.imported;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import magnus.basics.time.TradingCalendar;
import magnus.market.BarSeries;
import magnus.market.Catalyst;
import magnus.market.MarketData;
import magnus.market.Source;
import magnus.market.feed.MergedMarket;
import magnus.market.simulated.SimulatedFeed;
import org.junit.jupiter.api.Test;

/** The two markets as one: who answers what, and that no answer knows the future. */
class MergedMarketTest {

  private static final LocalDate FROM = LocalDate.of(2012, 1, 1);
  private static final LocalDate LATE = LocalDate.of(2018, 1, 1);
  private static final List<String> SYMBOLS = List.of("AAPL", "BHF", "SPY", "MSFT", "XOM");

  private final SimulatedFeed simulated = new SimulatedFeed(SimulatedFeed.DEFAULT_SEED);
  private final MarketData market = new MergedMarket(new ImportedFeed(new MemoryData()), simulated);
  private final TradingCalendar calendar = TradingCalendar.newYork();

  private String simulatedOnly() {
    return simulated.instruments().stream()
        .map(i -> i.symbol())
        .filter(s -> !List.of("AAPL", "BHF", "SPY", "VIX").contains(s))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anotherImportedFutureChangesNoAnswer() {
    for (Instant asOf : ImportedFeedTest.MOMENTS) {
      LocalDate next = calendar.nextSession(calendar.lastOpened(asOf).date()).date();
      MarketData other = new MergedMarket(new ImportedFeed(new MemoryData(next)), simulated);
      assertThat(everything(other, asOf)).isEqualTo(everything(market, asOf));
    }
  }

  private static Map<String, String> everything(MarketData market, Instant asOf) {
    Map<String, String> said = new LinkedHashMap<>();
    market
        .bars(SYMBOLS, FROM, LATE, asOf)
        .forEach((s, bars) -> said.put("bars " + s, bars.map(MergedMarketTest::text).toString()));
    said.put("quotes", market.quotes(SYMBOLS, asOf).toString());
    said.put("vix", market.vix(FROM, LATE, asOf).map(MergedMarketTest::text).toString());
    said.put("rate", "" + market.riskFreeRate(asOf));
    said.put("catalysts", market.catalysts(FROM, LATE, asOf).toString());
    for (String symbol : SYMBOLS) {
      said.put("chain " + symbol, market.optionChain(symbol, asOf).toString());
      said.put("actions " + symbol, market.corporateActions(symbol, FROM, LATE, asOf).toString());
    }
    return said;
  }

  private static String text(BarSeries bars) {
    StringBuilder text = new StringBuilder(bars.source().name());
    for (int i = 0; i < bars.size(); i++) {
      text.append('\n').append(bars.date(i)).append(' ').append(bars.close()[i]);
    }
    return text.toString();
  }

  @Test
  void importedPricesTakeThePlaceOfSimulatedOnes() {
    Instant asOf = ImportedFeedTest.MOMENTS.get(0);
    assertThat(market.quote("AAPL", asOf).find().orElseThrow().source()).isEqualTo(Source.IMPORTED);
    assertThat(market.bars("AAPL", FROM, LATE, asOf).find().orElseThrow().source())
        .isEqualTo(Source.IMPORTED);
    assertThat(market.vix(FROM, LATE, asOf).find().orElseThrow().source())
        .isEqualTo(Source.IMPORTED);
  }

  @Test
  void otherSymbolsStaySimulatedAndSaySo() {
    Instant asOf = ImportedFeedTest.MOMENTS.get(0);
    String symbol = simulatedOnly();
    assertThat(market.quote(symbol, asOf).find().orElseThrow().source())
        .isEqualTo(Source.SIMULATED);
    assertThat(market.bars(symbol, FROM, LATE, asOf).find().orElseThrow().source())
        .isEqualTo(Source.SIMULATED);
  }

  @Test
  void beforeItsFirstImportedDayASymbolIsSimulated() {
    Instant before = Instant.parse("2012-06-01T15:00:00Z");
    assertThat(market.quote("SPY", before).find().orElseThrow().source())
        .isEqualTo(Source.SIMULATED);
  }

  @Test
  void simulatedChainIsNotShownBesideImportedPrices() {
    Instant asOf = ImportedFeedTest.MOMENTS.get(0);
    assertThat(market.optionChain("SPY", asOf).isSuccess()).isFalse();
    assertThat(market.optionChain("AAPL", asOf).find().orElseThrow().source())
        .isEqualTo(Source.IMPORTED);
    assertThat(market.optionChain(simulatedOnly(), asOf).isSuccess()).isTrue();
  }

  @Test
  void simulatedEventsOfImportedSymbolsAreLeftOut() {
    List<Catalyst> all = market.catalysts(FROM, LATE, ImportedFeedTest.MOMENTS.get(0));
    assertThat(all)
        .filteredOn(c -> "AAPL".equals(c.symbol()))
        .isNotEmpty()
        .allMatch(c -> c.source() == Source.IMPORTED);
    assertThat(all).anyMatch(c -> c.source() == Source.SIMULATED);
    assertThat(all).anyMatch(c -> c.source() == Source.CALENDAR);
  }

  @Test
  void searchFindsBoth() {
    assertThat(market.searchInstruments("", 10_000))
        .extracting(i -> i.symbol())
        .contains("AAPL", "BHF", simulatedOnly())
        .isSorted();
    assertThat(market.findInstrument("SPY").orElseThrow().sector()).isNotEqualTo("Unknown");
  }
}
