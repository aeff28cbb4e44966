package magnus.market.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import magnus.basics.time.TradingCalendar;
import magnus.market.Catalyst;
import magnus.market.OptionChain;
import magnus.market.OptionChain.Contract;
import magnus.market.OptionChain.Right;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Chains that nobody can milk, shaped as real ones are. */
class OptionChainsTest {

  private static final SimulatedMarket MARKET = SimulatedMarket.of(SimulatedFeed.DEFAULT_SEED);

  record Case(String symbol, Instant at) {}

  /** Large, small, dear, cheap, funds; calm and wild days; an expiration's morning; a Sunday. */
  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (String symbol : List.of("AAPL", "KEY", "BMRN", "BKNG", "SNAP", "SPY", "XLE", "TLT")) {
      for (String at :
          List.of(
              "2012-05-18T14:00:00Z",
              "2016-02-11T20:59:59Z",
              "2020-03-15T12:00:00Z",
              "2023-08-01T15:17:03Z",
              wildest())) {
        cases.add(new Case(symbol, Instant.parse(at)));
      }
    }
    return cases.stream();
  }

  private static String wildest() {
    var vix = MARKET.bars("VIX");
    int at = 0;
    for (int i = 0; i < vix.size(); i++) {
      at = vix.close()[i] > vix.close()[at] ? i : at;
    }
    return TradingCalendar.newYork().getSession(vix.date(at)).open().plusSeconds(7200).toString();
  }

  /** Asks and bids of neighbours: spreads, butterflies and calendars never pay for nothing. */
  @ParameterizedTest
  @MethodSource("cases")
  void pricesAllowNoArbitrage(Case one) {
    OptionChain chain = chain(one.symbol(), one.at());
    for (Right right : Right.values()) {
      int sign = right == Right.CALL ? 1 : -1;
      for (List<Contract> slice : slices(chain, right).values()) {
        for (int i = 1; i < slice.size(); i++) {
          Contract low = slice.get(i - 1);
          Contract high = slice.get(i);
          double width = strike(high) - strike(low);
          double spread = sign * (last(low) - last(high));
          assertThat(spread).as("%s %s", low, high).isBetween(-0.011, width + 0.011);
          assertThat(sign > 0 ? ask(low) - bid(high) : ask(high) - bid(low)).isNotNegative();
          if (i > 1) {
            Contract lower = slice.get(i - 2);
            double share = width / (strike(high) - strike(lower));
            double wings = share * last(lower) + (1 - share) * last(high);
            assertThat(wings).as("butterfly at %s", low).isGreaterThan(last(low) - 0.011);
            assertThat(share * ask(lower) + (1 - share) * ask(high))
                .as("butterfly at %s", low)
                .isGreaterThanOrEqualTo(bid(low));
          }
        }
      }
      calendars(chain, right);
    }
  }

  private static void calendars(OptionChain chain, Right right) {
    Map<Double, Contract> shorter = new TreeMap<>();
    for (List<Contract> slice : slices(chain, right).values()) {
      for (Contract c : slice) {
        Contract before = shorter.put(strike(c), c);
        if (before != null) {
          assertThat(last(c)).as("%s after %s", c, before).isGreaterThan(last(before) - 0.011);
          assertThat(ask(c)).isGreaterThanOrEqualTo(bid(before));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyContractIsSane(Case one) {
    OptionChain chain = chain(one.symbol(), one.at());
    double spot = chain.spot().doubleValue();
    LocalDate today = TradingCalendar.date(chain.at());
    assertThat(chain.contracts().size()).isBetween(200, 3000);
    assertThat(chain.at()).isBeforeOrEqualTo(one.at());
    for (Contract c : chain.contracts()) {
      double exercised = Math.max(0, (c.right() == Right.CALL ? 1 : -1) * (spot - strike(c)));
      assertThat(c.expiry()).isAfterOrEqualTo(today);
      assertThat(bid(c)).isNotNegative().isLessThan(ask(c));
      assertThat(last(c)).isBetween(exercised - 0.006, Math.max(spot, strike(c)));
      assertThat(last(c)).isBetween(bid(c) - 0.006, ask(c) + 0.006);
      assertThat(c.impliedVolatility()).as("%s", c).isBetween(0.01, 3.5);
      assertThat(c.right() == Right.CALL ? c.delta() : -c.delta()).isBetween(0.0, 1.0);
      assertThat(c.volume()).isNotNegative();
      assertThat(c.openInterest()).isNotNegative();
    }
  }

  /** Durrleman's condition: the density that the smile implies is nowhere negative. */
  @Test
  void theSurfaceImpliesADensityForEverySkewInUse() {
    for (double skew : new double[] {-0.72, -0.4, -0.22, -0.1}) {
      Surface surface = new Surface(skew, skew < -0.5 ? 0.95 : 0.9);
      for (double total : new double[] {1e-5, 1e-4, 1e-3, 0.01, 0.05, 0.2, 1}) {
        double reach = 8 * Math.sqrt(total);
        double h = reach * 1e-3;
        for (double k = -reach; k <= reach; k += reach / 50) {
          double w = surface.total(k, total);
          double first = (surface.total(k + h, total) - surface.total(k - h, total)) / (2 * h);
          double second =
              (surface.total(k + h, total) - 2 * w + surface.total(k - h, total)) / h / h;
          double g =
              Math.pow(1 - k * first / (2 * w), 2)
                  - first * first / 4 * (1 / w + 0.25)
                  + second / 2;
          assertThat(g).as("skew %s total %s k %s", skew, total, k).isGreaterThan(-1e-6);
          assertThat(surface.total(k, total * 1.05)).isGreaterThanOrEqualTo(w);
        }
      }
    }
  }

  @Test
  void theIndexHasASkewAndAgreesWithVix() {
    for (String at : List.of("2013-06-04T20:00:00Z", "2018-09-05T20:00:00Z", wildest())) {
      OptionChain chain = chain("SPY", Instant.parse(at));
      double vix =
          MARKET.feed.quote("VIX", Instant.parse(at)).find().orElseThrow().last().doubleValue();
      double month = atTheMoney(chain, 24, 45);
      assertThat(100 * month / vix).as("at the money over VIX, %s", at).isBetween(0.7, 1.15);
      double put = volatility(chain, 24, 45, 0.93);
      double call = volatility(chain, 24, 45, 1.05);
      System.out.printf(
          "%s VIX %.1f, SPY one month: 93%% %.3f, 100%% %.3f, 105%% %.3f, half a year %.3f%n",
          at, vix, put, month, call, atTheMoney(chain, 150, 250));
      assertThat(put - month).isBetween(0.02, 0.15);
      assertThat(call).isLessThan(month);
    }
  }

  @Test
  void theTermStructureRisesInCalmAndFallsInPanic() {
    OptionChain panic = chain("SPY", Instant.parse(wildest()));
    assertThat(atTheMoney(panic, 5, 20)).isGreaterThan(atTheMoney(panic, 300, 500));
    var vix = MARKET.bars("VIX");
    int calmest = 0;
    for (int i = 0; i < vix.size(); i++) {
      calmest = vix.close()[i] < vix.close()[calmest] ? i : calmest;
    }
    Instant calm = TradingCalendar.newYork().getSession(vix.date(calmest)).close();
    OptionChain quiet = chain("SPY", calm);
    assertThat(atTheMoney(quiet, 5, 20)).isLessThan(atTheMoney(quiet, 300, 500));
  }

  @Test
  void aReportLiftsTheExpiriesThatSeeIt() {
    int lifted = 0;
    for (String symbol : List.of("MSFT", "NFLX", "INTC", "DIS", "CAT", "LLY")) {
      Catalyst report =
          MARKET
              .feed
              .catalysts(LocalDate.of(2023, 4, 1), LocalDate.of(2023, 6, 30), SimulatedMarket.AFTER)
              .stream()
              .filter(c -> c.kind() == Catalyst.Kind.EARNINGS && symbol.equals(c.symbol()))
              .findFirst()
              .orElseThrow();
      LocalDate before = TradingCalendar.newYork().plusSessions(report.date(), -7).date();
      OptionChain chain = chain(symbol, TradingCalendar.newYork().getSession(before).close());
      Map<LocalDate, Double> byExpiry = new TreeMap<>();
      slices(chain, Right.CALL).forEach((e, s) -> byExpiry.put(e, nearest(s, chain, 1)));
      double blind = 0;
      double seeing = 0;
      for (Map.Entry<LocalDate, Double> e : byExpiry.entrySet()) {
        blind = e.getKey().isBefore(report.date()) ? e.getValue() : blind;
        seeing = e.getKey().isAfter(report.date()) && seeing == 0 ? e.getValue() : seeing;
      }
      lifted += blind > 0 && seeing > 1.15 * blind ? 1 : 0;
    }
    assertThat(lifted).isGreaterThanOrEqualTo(5);
  }

  /** Black's formula against the integral of the payoff over the lognormal density. */
  @Test
  void valuesAreTheIntegralOfThePayoff() {
    for (double strike : new double[] {60, 90, 100, 115, 170}) {
      for (double total : new double[] {0.002, 0.04, 0.3}) {
        double deviation = Math.sqrt(total);
        double integral = 0;
        int n = 40_000;
        for (int i = 0; i < n; i++) {
          double z = -9 + 18 * (i + 0.5) / n;
          double price = 100 * Math.exp(deviation * z - total / 2);
          integral +=
              Math.max(0, price - strike) * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * 18 / n;
        }
        BlackPrice call = BlackPrice.of(true, 100, strike, total, 0.97, 0.99);
        BlackPrice put = BlackPrice.of(false, 100, strike, total, 0.97, 0.99);
        assertThat(call.value()).isCloseTo(0.97 * integral, within(2e-5));
        assertThat(call.value() - put.value()).isCloseTo(0.97 * (100 - strike), within(1e-10));
        assertThat(call.delta() - put.delta()).isCloseTo(0.99, within(1e-12));
      }
    }
  }

  private static OptionChain chain(String symbol, Instant at) {
    return MARKET.feed.optionChain(symbol, at).find().orElseThrow();
  }

  private static Map<LocalDate, List<Contract>> slices(OptionChain chain, Right right) {
    return chain.contracts().stream()
        .filter(c -> c.right() == right)
        .collect(Collectors.groupingBy(Contract::expiry, TreeMap::new, Collectors.toList()));
  }

  private static double atTheMoney(OptionChain chain, int fromDays, int toDays) {
    return volatility(chain, fromDays, toDays, 1);
  }

  private static double volatility(OptionChain chain, int fromDays, int toDays, double moneyness) {
    LocalDate today = TradingCalendar.date(chain.at());
    Function<LocalDate, Boolean> fits =
        e -> !e.isBefore(today.plusDays(fromDays)) && !e.isAfter(today.plusDays(toDays));
    return slices(chain, Right.CALL).entrySet().stream()
        .filter(e -> fits.apply(e.getKey()))
        .findFirst()
        .map(e -> nearest(e.getValue(), chain, moneyness))
        .orElseThrow();
  }

  /** Implied volatility of the strike nearest to that share of the price. */
  private static double nearest(List<Contract> slice, OptionChain chain, double moneyness) {
    double wanted = chain.spot().doubleValue() * moneyness;
    return slice.stream()
        .min((a, b) -> Double.compare(Math.abs(strike(a) - wanted), Math.abs(strike(b) - wanted)))
        .orElseThrow()
        .impliedVolatility();
  }

  private static double strike(Contract c) {
    return c.strike().doubleValue();
  }

  private static double bid(Contract c) {
    return c.bid().doubleValue();
  }

  private static double ask(Contract c) {
    return c.ask().doubleValue();
  }

  private static double last(Contract c) {
    return c.last().doubleValue();
  }
}
