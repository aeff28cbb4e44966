package magnus.risk.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.market.BarSeries;
import magnus.market.CorporateAction;
import magnus.market.CorporateAction.Kind;
import magnus.market.Source;
import magnus.risk.metrics.DailyReturns;
import org.junit.jupiter.api.Test;

class MarketHistoryTest {

  /** Sessions are the days 100 to 160. */
  private static final int[] SESSIONS = IntStream.rangeClosed(100, 160).toArray();

  private static Result<BarSeries> bars(int from, int to, IntToDoubleFunction close) {
    return series(IntStream.rangeClosed(from, to).toArray(), close);
  }

  private static Result<BarSeries> series(int[] days, IntToDoubleFunction close) {
    double[] c = IntStream.of(days).mapToDouble(close).toArray();
    return Result.success(new BarSeries("X", Source.IMPORTED, days, c, c, c, c, c));
  }

  private static MarketHistory align(
      Map<String, Result<BarSeries>> bars, CorporateAction... actions) {
    return MarketHistory.align(
        SESSIONS,
        new TreeMap<>(bars),
        symbol -> List.of(actions).stream().filter(a -> a.symbol().equals(symbol)).toList());
  }

  private static CorporateAction action(int day, Kind kind, String amount, Source source) {
    return new CorporateAction(
        "A", LocalDate.ofEpochDay(day), kind, new BigDecimal(amount), source);
  }

  @Test
  void splitsAndDividendsAreReturns() {
    Result<BarSeries> prices = bars(100, 160, d -> d < 120 ? 100 : d < 130 ? 26 : 25);
    double[] r =
        align(
                Map.of("A", prices),
                action(120, Kind.SPLIT, "4", Source.IMPORTED),
                action(130, Kind.DIVIDEND, "1.5", Source.IMPORTED))
            .find("A")
            .orElseThrow();
    assertThat(r).hasSize(60);
    assertThat(r[19]).isCloseTo(0.04, within(1e-12));
    assertThat(r[29]).isCloseTo((25 + 1.5) / 26 - 1, within(1e-12));
    assertThat(r[10]).isZero();
  }

  @Test
  void anotherSourcesActionsAreNotInThesePrices() {
    Result<BarSeries> prices = bars(100, 160, d -> 100);
    double[] r =
        align(Map.of("A", prices), action(120, Kind.SPLIT, "4", Source.SIMULATED))
            .find("A")
            .orElseThrow();
    assertThat(r[19]).isZero();
  }

  @Test
  void aMissedSessionKeepsTheLastClose() {
    int[] days = IntStream.rangeClosed(100, 160).filter(d -> d != 130).toArray();
    MarketHistory history =
        align(Map.of("A", series(days, d -> d < 130 ? 100 : 110), "B", bars(100, 160, d -> d)));
    double[] r = history.find("A").orElseThrow();
    assertThat(r[29]).isZero();
    assertThat(r[30]).isCloseTo(0.1, within(1e-12));
    assertThat(history.days()).isEqualTo(60);
  }

  @Test
  void aSessionThatNobodyTradedIsNone() {
    int[] days = IntStream.rangeClosed(100, 160).filter(d -> d != 130).toArray();
    assertThat(align(Map.of("A", series(days, d -> d))).days()).isEqualTo(59);
  }

  @Test
  void shortHistoriesDoNotCutEverybodys() {
    MarketHistory history =
        align(
            Map.of(
                "LONG", bars(90, 160, d -> d),
                "HALF", bars(125, 160, d -> d),
                "SHORT", bars(135, 160, d -> d),
                "STALE", bars(90, 150, d -> d),
                "NONE", Result.failure(FailureReason.NO_DATA, "There is no symbol NONE.")));
    assertThat(history.days()).isEqualTo(35);
    assertThat(history.find("LONG")).isPresent();
    assertThat(history.find("HALF")).isPresent();
    assertThat(history.missing().keySet()).containsExactly("NONE", "SHORT", "STALE");
    assertThat(history.missing().get("SHORT")).isEqualTo("There are 25 daily returns, 30 needed.");
    assertThat(history.missing().get("STALE")).contains(LocalDate.ofEpochDay(150).toString());
    assertThat(history.sessions()[0]).isEqualTo(125);
  }

  @Test
  void allShortIsStillAHistory() {
    MarketHistory history = align(Map.of("A", bars(135, 160, d -> d), "B", bars(139, 160, d -> d)));
    assertThat(history.missing()).isEmpty();
    assertThat(history.days()).isEqualTo(21);
  }

  @Test
  void nothingIsNothing() {
    MarketHistory history = align(Map.of());
    assertThat(history.days()).isZero();
    assertThat(history.find("A")).isEmpty();
    assertThat(MarketHistory.align(new int[0], Map.of(), s -> List.of()).days()).isZero();
  }

  @Test
  void theMarketCountsOnlyWhereItTraded() {
    MarketHistory history = align(Map.of("A", bars(100, 160, d -> d)));
    int[] days = IntStream.rangeClosed(100, 160).filter(d -> d != 130).toArray();
    DailyReturns market = history.observed(series(days, d -> d).find().orElseThrow(), List.of());
    assertThat(market.size()).isEqualTo(58);
    assertThat(market.get(0)).isCloseTo(1 / 100.0, within(1e-15));
  }

  @Test
  void endsWhereMostPricesEndWhenMostAreOld() {
    MarketHistory history =
        align(
            Map.of(
                "A", bars(100, 140, d -> d),
                "B", bars(100, 141, d -> d),
                "C", bars(100, 110, d -> d),
                "D", bars(100, 160, d -> d)));
    assertThat(history.sessions()).endsWith(141);
    assertThat(history.missing()).containsOnlyKeys("C");
    assertThat(history.find("D").orElseThrow()).hasSize(41);
  }

  @Test
  void oneOldHistoryDoesNotEndEverybodys() {
    MarketHistory history =
        align(
            Map.of(
                "A", bars(100, 130, d -> d),
                "B", bars(100, 160, d -> d),
                "C", bars(100, 160, d -> d)));
    assertThat(history.sessions()).endsWith(160);
    assertThat(history.missing()).containsOnlyKeys("A");
  }
}
