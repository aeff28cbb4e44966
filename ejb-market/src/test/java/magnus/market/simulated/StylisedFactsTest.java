package magnus.market.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import magnus.market.BarSeries;
import magnus.market.Catalyst;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What returns of real markets have in common (R. Cont, "Empirical properties of asset returns:
 * stylized facts and statistical issues", 2001), asked of sixteen simulated years with several
 * seeds. The bounds are wide enough for a seed's luck and narrow enough to notice a broken model.
 */
class StylisedFactsTest {

  @ParameterizedTest
  @ValueSource(longs = {SimulatedFeed.DEFAULT_SEED, 41, 58})
  void theIndexIsWildInClustersWithFatTailsAndNoMemoryOfDirection(long seed) {
    double[] r = SimulatedMarket.of(seed).returns("SPY");
    double volatility = Statistics.deviation(r) * Math.sqrt(252);
    double[] size = Statistics.absolute(r);
    double clustering = 0;
    for (int lag = 1; lag <= 20; lag++) {
      clustering += Statistics.lagged(size, size, lag) / 20;
    }
    double memory = Statistics.lagged(r, r, 1);
    double leverage = Statistics.lagged(r, size, 1);
    System.out.printf(
        "seed %d SPY: volatility %.3f, kurtosis %.1f, |r| autocorrelation lag 1 %.2f, mean of 20"
            + " %.2f, r %.3f, leverage %.2f%n",
        seed,
        volatility,
        Statistics.kurtosis(r),
        Statistics.lagged(size, size, 1),
        clustering,
        memory,
        leverage);
    assertThat(volatility).isBetween(0.12, 0.24);
    assertThat(Statistics.kurtosis(r)).isBetween(4.5, 30.0);
    assertThat(clustering).isBetween(0.07, 0.4);
    assertThat(memory).isBetween(-0.06, 0.06);
    assertThat(leverage).isBetween(-0.35, -0.03);
  }

  @ParameterizedTest
  @ValueSource(longs = {SimulatedFeed.DEFAULT_SEED, 41, 58})
  void stocksMoveTogetherMoreSoWithinASector(long seed) {
    SimulatedMarket market = SimulatedMarket.of(seed);
    List<Stock> stocks = market.history.stocks();
    double within = 0;
    double across = 0;
    int pairsWithin = 0;
    int pairsAcross = 0;
    for (int i = 0; i < stocks.size(); i += 3) {
      for (int j = 1; j < i; j += 4) {
        double c =
            Statistics.correlation(
                market.returns(stocks.get(i).symbol()), market.returns(stocks.get(j).symbol()));
        boolean same = stocks.get(i).sector() == stocks.get(j).sector();
        within += same ? c : 0;
        across += same ? 0 : c;
        pairsWithin += same ? 1 : 0;
        pairsAcross += same ? 0 : 1;
      }
    }
    within /= pairsWithin;
    across /= pairsAcross;
    System.out.printf(
        "seed %d correlation of stocks: within a sector %.2f, across %.2f%n", seed, within, across);
    assertThat(within).isBetween(0.28, 0.6);
    assertThat(across).isBetween(0.15, 0.42);
    assertThat(within - across).isGreaterThan(0.08);
  }

  @ParameterizedTest
  @ValueSource(longs = {SimulatedFeed.DEFAULT_SEED, 41, 58})
  void stocksAreWilderThanTheIndexAndEachInItsWay(long seed) {
    SimulatedMarket market = SimulatedMarket.of(seed);
    List<Double> volatilities = new ArrayList<>();
    double kurtosis = 0;
    double clustering = 0;
    for (Stock stock : market.history.stocks()) {
      double[] r = market.returns(stock.symbol());
      double[] size = Statistics.absolute(r);
      volatilities.add(Statistics.deviation(r) * Math.sqrt(252));
      kurtosis += Statistics.kurtosis(r);
      clustering += Statistics.lagged(size, size, 1);
    }
    int n = volatilities.size();
    volatilities.sort(null);
    System.out.printf(
        "seed %d stocks: volatility %.2f to %.2f, median %.2f, kurtosis %.1f, |r| lag 1 %.2f%n",
        seed,
        volatilities.get(0),
        volatilities.get(n - 1),
        volatilities.get(n / 2),
        kurtosis / n,
        clustering / n);
    assertThat(volatilities.get(0)).isBetween(0.12, 0.25);
    assertThat(volatilities.get(n / 2)).isBetween(0.22, 0.4);
    assertThat(volatilities.get(n - 1)).isBetween(0.4, 0.9);
    assertThat(kurtosis / n).isBetween(5.0, 20.0);
    assertThat(clustering / n).isGreaterThan(0.05);
  }

  @ParameterizedTest
  @ValueSource(longs = {SimulatedFeed.DEFAULT_SEED, 41, 58})
  void vixIsAtRealLevelsFallsWhenStocksRiseAndForetells(long seed) {
    SimulatedMarket market = SimulatedMarket.of(seed);
    double[] vix = market.bars("VIX").close();
    double[] r = market.returns("SPY");
    double together = Statistics.correlation(r, market.returns("VIX"));
    int months = r.length / 21 - 1;
    double[] said = new double[months];
    double[] came = new double[months];
    for (int m = 0; m < months; m++) {
      said[m] = vix[21 * m];
      double squares = 0;
      for (int i = 21 * m; i < 21 * (m + 1); i++) {
        squares += r[i] * r[i];
      }
      came[m] = 100 * Math.sqrt(squares * 12);
    }
    double foretells = Statistics.correlation(said, came);
    double high = 0;
    for (double v : vix) {
      high += v >= 40 ? 1.0 / vix.length : 0;
    }
    System.out.printf(
        "seed %d VIX: median %.1f, 1%% %.1f, 99%% %.1f, highest %.1f, at 40 or more %.3f,"
            + " correlation with SPY %.2f, with the month that follows %.2f, mean %.1f against"
            + " %.1f realised%n",
        seed,
        Statistics.quantile(vix, 0.5),
        Statistics.quantile(vix, 0.01),
        Statistics.quantile(vix, 0.99),
        Statistics.quantile(vix, 1),
        high,
        together,
        foretells,
        Statistics.mean(said),
        Statistics.mean(came));
    assertThat(Statistics.quantile(vix, 0.5)).isBetween(14.5, 20.0);
    assertThat(Statistics.quantile(vix, 0)).isGreaterThan(8);
    assertThat(Statistics.quantile(vix, 1)).isBetween(38.0, 90.0);
    assertThat(high).isLessThan(0.05);
    assertThat(together).isBetween(-0.85, -0.55);
    assertThat(foretells).isGreaterThan(0.35);
    assertThat(Statistics.mean(said)).isGreaterThan(Statistics.mean(came));
  }

  @ParameterizedTest
  @ValueSource(longs = {SimulatedFeed.DEFAULT_SEED, 41, 58})
  void pricesJumpWhenCompaniesReport(long seed) {
    SimulatedMarket market = SimulatedMarket.of(seed);
    double reported = 0;
    double ordinary = 0;
    int reports = 0;
    int days = 0;
    for (int s = 0; s < market.history.stocks().size(); s++) {
      BarSeries bars = market.bars(market.history.stocks().get(s).symbol());
      double[] r = market.returns(bars.symbol());
      List<Integer> reactions = new ArrayList<>();
      for (YearTable year : market.history.between(SimulatedMarket.FROM, SimulatedMarket.TO)) {
        year.events().get(s).reports().forEach(report -> reactions.add(report.reaction()));
      }
      assertThat(reactions.size()).as("reports of %s", bars.symbol()).isBetween(62, 66);
      for (int i = 1; i < bars.size(); i++) {
        boolean answer = reactions.contains(bars.days()[i]);
        reported += answer ? r[i - 1] * r[i - 1] : 0;
        ordinary += answer ? 0 : r[i - 1] * r[i - 1];
        reports += answer ? 1 : 0;
        days += answer ? 0 : 1;
      }
    }
    double ratio = Math.sqrt(reported / reports / (ordinary / days));
    System.out.printf(
        "seed %d a report moves the price %.2f times as much as an ordinary day (%.1f %%)%n",
        seed, ratio, 100 * Math.sqrt(reported / reports));
    assertThat(ratio).isBetween(2.0, 4.5);
  }

  @ParameterizedTest
  @ValueSource(longs = {SimulatedFeed.DEFAULT_SEED, 41})
  void fundsFollowWhatTheyHold(long seed) {
    SimulatedMarket market = SimulatedMarket.of(seed);
    double[] spy = market.returns("SPY");
    assertThat(Statistics.correlation(spy, market.returns("VTI"))).isGreaterThan(0.98);
    assertThat(Statistics.correlation(spy, market.returns("QQQ"))).isBetween(0.85, 0.99);
    assertThat(Statistics.correlation(spy, market.returns("DIA"))).isBetween(0.85, 0.99);
    assertThat(Statistics.correlation(spy, market.returns("IWM"))).isBetween(0.7, 0.97);
    assertThat(Statistics.correlation(spy, market.returns("TLT"))).isBetween(-0.5, 0.0);
    assertThat(Statistics.correlation(market.returns("XOM"), market.returns("XLE")))
        .isGreaterThan(Statistics.correlation(market.returns("XOM"), market.returns("XLK")));
    assertThat(yearly(market, "BND")).isBetween(0.02, 0.08);
    assertThat(yearly(market, "TLT")).isBetween(0.08, 0.2);
    assertThat(yearly(market, "XLU")).isLessThan(yearly(market, "XLK"));
  }

  @ParameterizedTest
  @ValueSource(longs = {SimulatedFeed.DEFAULT_SEED, 41})
  void payersPayFourTimesAYearAboutTheirYield(long seed) {
    SimulatedMarket market = SimulatedMarket.of(seed);
    LocalDate from = LocalDate.of(2015, 1, 1);
    LocalDate to = LocalDate.of(2024, 12, 31);
    double ratios = 0;
    int payers = 0;
    for (Stock stock : market.history.stocks()) {
      var paid =
          market.feed.corporateActions(stock.symbol(), from, to, SimulatedMarket.AFTER).stream()
              .filter(a -> a.kind() == magnus.market.CorporateAction.Kind.DIVIDEND)
              .toList();
      if (stock.dividendYield() == 0) {
        assertThat(paid).isEmpty();
      } else {
        assertThat(paid.size()).as(stock.symbol()).isBetween(39, 41);
        BarSeries bars = market.bars(stock.symbol());
        double yield = 0;
        for (var dividend : paid) {
          yield +=
              dividend.amount().doubleValue()
                  / bars.close()[bars.indexOnOrBefore(dividend.exDate()) - 1]
                  / 10;
        }
        if (stock.dividendYield() > 0.01) {
          ratios += yield / stock.dividendYield();
          payers++;
        }
      }
    }
    assertThat(ratios / payers).isBetween(0.75, 1.3);
  }

  @ParameterizedTest
  @ValueSource(longs = {SimulatedFeed.DEFAULT_SEED, 41})
  void splitsChangeSharesNotWealth(long seed) {
    SimulatedMarket market = SimulatedMarket.of(seed);
    int splits = 0;
    for (Stock stock : market.history.stocks()) {
      double[] r = market.returns(stock.symbol());
      BarSeries bars = market.bars(stock.symbol());
      for (var action :
          market.feed.corporateActions(
              stock.symbol(), SimulatedMarket.FROM, SimulatedMarket.TO, SimulatedMarket.AFTER)) {
        if (action.kind() == magnus.market.CorporateAction.Kind.SPLIT) {
          splits++;
          assertThat(r[bars.indexOnOrBefore(action.exDate()) - 1]).isBetween(-0.4, 0.4);
        }
      }
    }
    assertThat(splits).isBetween(5, 150);
  }

  @ParameterizedTest
  @ValueSource(longs = {SimulatedFeed.DEFAULT_SEED, 41})
  void everyKindOfCatalystComes(long seed) {
    SimulatedMarket market = SimulatedMarket.of(seed);
    List<Catalyst> year =
        market.feed.catalysts(
            LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31), SimulatedMarket.AFTER);
    int stocks = market.history.stocks().size();
    assertThat(count(year, Catalyst.Kind.EARNINGS)).isBetween(4L * stocks - 40, 4L * stocks + 40);
    assertThat(count(year, Catalyst.Kind.FED_MEETING)).isEqualTo(8);
    assertThat(count(year, Catalyst.Kind.OPTIONS_EXPIRATION)).isEqualTo(12);
    assertThat(count(year, Catalyst.Kind.FDA_DECISION)).isBetween(3L, 40L);
    assertThat(count(year, Catalyst.Kind.EX_DIVIDEND)).isGreaterThan(600);
  }

  private static long count(List<Catalyst> catalysts, Catalyst.Kind kind) {
    return catalysts.stream().filter(c -> c.kind() == kind).count();
  }

  private static double yearly(SimulatedMarket market, String symbol) {
    return Statistics.deviation(market.returns(symbol)) * Math.sqrt(252);
  }
}
