package magnus.market.imported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import magnus.basics.time.TradingCalendar;
import magnus.market.BarSeries;
import magnus.market.Catalyst;
import magnus.market.DateRange;
import magnus.market.ListedOption;
import magnus.market.MarketData;
import magnus.market.OptionChain.Right;
import magnus.market.OptionCloses;
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
    said.put("instruments", market.searchInstruments("", 10_000, asOf).toString());
    market
        .bars(SYMBOLS, FROM, LATE, asOf)
        .forEach((s, bars) -> said.put("bars " + s, bars.map(MergedMarketTest::text).toString()));
    said.put("quotes", market.quotes(SYMBOLS, asOf).toString());
    said.put("vix", market.vix(FROM, LATE, asOf).map(MergedMarketTest::text).toString());
    said.put("rate", "" + market.riskFreeRate(asOf));
    said.put("catalysts", market.catalysts(FROM, LATE, asOf).toString());
    for (String symbol : SYMBOLS) {
      ListedOption option = option(symbol, new BigDecimal("95"), Right.CALL);
      market
          .optionCloses(Map.of(option, new DateRange(LocalDate.of(2015, 5, 20), LATE)), asOf)
          .forEach(
              (o, closes) ->
                  said.put(
                      "closes " + o,
                      closes
                          .map(c -> Arrays.toString(c.prices()) + Arrays.toString(c.sources()))
                          .toString()));
      said.put("price " + symbol, market.optionPrices(List.of(option), asOf).toString());
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
  void optionsOnImportedPricesWithoutAChainHaveLabelledModelValues() {
    Instant asOf = ImportedFeedTest.MOMENTS.get(0);
    double spot = market.quote("SPY", asOf).find().orElseThrow().last().doubleValue();
    LocalDate day = LocalDate.of(2015, 6, 9);
    ListedOption call = option("SPY", BigDecimal.valueOf(Math.round(spot)), Right.CALL);
    ListedOption put = option("SPY", BigDecimal.valueOf(Math.round(spot)), Right.PUT);
    var closes = market.optionCloses(Map.of(call, week(day), put, week(day)), asOf);
    OptionCloses calls = closes.get(call).find().orElseThrow();
    OptionCloses puts = closes.get(put).find().orElseThrow();
    assertThat(calls.sources()).containsOnly(Source.MODEL);
    assertThat(calls.date(calls.size() - 1)).isEqualTo(day);
    double close = market.bars("SPY", day, day, asOf).find().orElseThrow().close()[0];
    double parity = calls.prices()[calls.size() - 1] - puts.prices()[puts.size() - 1];
    assertThat(parity).isCloseTo(close - call.strike().doubleValue(), within(0.02 * close));
    var now = market.optionPrices(List.of(call), asOf).get(call).find().orElseThrow();
    assertThat(now.source()).isEqualTo(Source.MODEL);
    assertThat(now.price().doubleValue()).isPositive();
  }

  @Test
  void aChainsOwnPricesComeFirstAndItsVolatilityFillsTheGaps() {
    Instant asOf = ImportedFeedTest.MOMENTS.get(0);
    LocalDate day = LocalDate.of(2015, 6, 9);
    ListedOption listed =
        new ListedOption("AAPL", day.plusWeeks(1), new BigDecimal("100"), Right.CALL);
    OptionCloses closes =
        market.optionCloses(Map.of(listed, week(day)), asOf).get(listed).find().orElseThrow();
    assertThat(closes.sources()[closes.size() - 1]).isEqualTo(Source.IMPORTED);
    assertThat(closes.sources()).contains(Source.MODEL);
  }

  @Test
  void onItsLastCloseAModelledOptionPaysWhatExercisePays() {
    LocalDate day = LocalDate.of(2015, 6, 9);
    Instant asOf = calendar.getSession(day).close();
    double close = market.bars("SPY", day, day, asOf).find().orElseThrow().close()[0];
    ListedOption put = new ListedOption("SPY", day, new BigDecimal("150"), Right.PUT);
    OptionCloses closes =
        market.optionCloses(Map.of(put, week(day)), asOf).get(put).find().orElseThrow();
    assertThat(closes.prices()[closes.size() - 1])
        .isCloseTo(Math.max(0, 150 - close), within(1e-9));
  }

  @Test
  void optionsOnOtherSymbolsStaySimulated() {
    Instant asOf = ImportedFeedTest.MOMENTS.get(0);
    ListedOption option = option("XOM", new BigDecimal("80"), Right.PUT);
    var closes =
        market.optionCloses(Map.of(option, week(LocalDate.of(2015, 6, 9))), asOf).get(option);
    assertThat(closes.find().orElseThrow().sources()).containsOnly(Source.SIMULATED);
    assertThat(market.optionPrices(List.of(option), asOf).get(option).find().orElseThrow().source())
        .isEqualTo(Source.SIMULATED);
  }

  private static ListedOption option(String underlying, BigDecimal strike, Right right) {
    return new ListedOption(underlying, LocalDate.of(2015, 9, 18), strike, right);
  }

  private static DateRange week(LocalDate last) {
    return new DateRange(last.minusDays(7), last);
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
  void anInstrumentIsNotFoundBeforeItsFirstPriceIsKnown() {
    Instant opens = calendar.getSession(MemoryData.FIRST).open();
    Instant closes = calendar.getSession(MemoryData.FIRST).close();
    String bhf = "BHF";
    assertThat(simulated.findInstrument(bhf, closes)).isEmpty();
    assertThat(market.findInstrument(bhf, opens)).isEmpty();
    assertThat(market.findInstrument(bhf, closes)).isPresent();
    assertThat(market.searchInstruments(bhf, 10, opens)).isEmpty();
    assertThat(market.searchInstruments(bhf, 10, closes)).hasSize(1);
    ImportedFeed imported = new ImportedFeed(new MemoryData());
    assertThat(imported.instruments(opens)).isEmpty();
    assertThat(imported.findInstrument("AAPL", opens)).isEmpty();
    assertThat(imported.instruments(closes)).extracting(i -> i.symbol()).contains("AAPL", "SPY");
  }

  @Test
  void searchFindsBoth() {
    Instant asOf = ImportedFeedTest.MOMENTS.get(0);
    assertThat(market.searchInstruments("", 10_000, asOf))
        .extracting(i -> i.symbol())
        .contains("AAPL", "BHF", simulatedOnly())
        .isSorted();
    assertThat(market.findInstrument("SPY", asOf).orElseThrow().sector()).isNotEqualTo("Unknown");
  }
}
