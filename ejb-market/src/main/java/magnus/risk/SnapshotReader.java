package magnus.risk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import magnus.basics.result.Result;
import magnus.basics.time.Session;
import magnus.basics.time.TradingCalendar;
import magnus.market.BarSeries;
import magnus.market.MarketData;
import magnus.market.Quote;
import magnus.market.Source;
import magnus.portfolio.Holding;
import magnus.portfolio.Holdings;
import magnus.portfolio.OptionContract;
import magnus.risk.metrics.DailyReturns;
import magnus.risk.scenario.HeldPosition;
import magnus.risk.scenario.HistoricalSimulation;
import magnus.risk.scenario.MarketHistory;

/** Reads what the market knows about a portfolio's holdings, all at the holdings' own as-of. */
final class SnapshotReader {

  /** Days of a year in an option's time to expiry. */
  private static final double DAYS_PER_YEAR = 365;

  /**
   * A loan cannot be told from a history that begins after the money was paid in, which is much
   * more common; the loss in money is the same either way.
   */
  private static final String OVERDRAWN =
      "Cash is negative: a loan, or money that came in before the history begins. Fractions refer to"
          + " what is held, without it.";

  private static final String SIMULATED_BESIDE_REAL =
      "It counts with simulated prices, beside imported ones of others: how they move together means"
          + " little.";

  private final MarketData market;
  private final TradingCalendar calendar = TradingCalendar.newYork();

  SnapshotReader(MarketData market) {
    this.market = market;
  }

  /**
   * @param sessions how many daily returns to simulate at most
   */
  RiskSnapshot read(Holdings holdings, int sessions) {
    Instant asOf = holdings.asOf();
    Map<String, String> gaps = new TreeMap<>();
    List<HeldPosition> positions = positions(holdings, gaps);
    TreeSet<String> symbols = new TreeSet<>();
    positions.forEach(p -> symbols.add(p.underlying()));

    LocalDate last = calendar.lastClosed(asOf).date();
    LocalDate first = calendar.plusSessions(last, -sessions).date();
    int[] days = epochDays(calendar.sessions(first, last));
    Map<String, Result<BarSeries>> bars = market.bars(symbols, first, last, asOf);
    MarketHistory history =
        MarketHistory.align(
            days, bars, symbol -> market.corporateActions(symbol, first, last, asOf));
    for (HeldPosition position : positions) {
      String reason = history.missing().get(position.underlying());
      if (reason != null) {
        gaps.putIfAbsent(position.symbol(), "No price history: " + reason);
      }
    }
    tellMixture(positions, bars, gaps);
    double cash = holdings.cash().doubleValue();
    if (cash < 0) {
      gaps.put("cash", OVERDRAWN);
    }
    String benchmark = market.benchmark();
    Result<DailyReturns> marketReturns =
        market
            .bars(benchmark, first, last, asOf)
            .map(b -> history.observed(b, market.corporateActions(benchmark, first, last, asOf)));
    double rate = market.riskFreeRate(asOf);
    return new RiskSnapshot(
        holdings,
        HistoricalSimulation.run(positions, Math.max(0, cash), Math.log1p(rate), history),
        gaps,
        benchmark,
        marketReturns,
        rate);
  }

  /** Simulated prices know nothing of what real ones did: joint moves of both mean little. */
  private static void tellMixture(
      List<HeldPosition> positions, Map<String, Result<BarSeries>> bars, Map<String, String> gaps) {
    Map<String, Source> sources = new TreeMap<>();
    bars.forEach((symbol, found) -> found.find().ifPresent(b -> sources.put(symbol, b.source())));
    if (sources.containsValue(Source.IMPORTED) && sources.containsValue(Source.SIMULATED)) {
      for (HeldPosition position : positions) {
        if (sources.get(position.underlying()) == Source.SIMULATED) {
          gaps.putIfAbsent(position.symbol(), SIMULATED_BESIDE_REAL);
        }
      }
    }
  }

  private List<HeldPosition> positions(Holdings holdings, Map<String, String> gaps) {
    Map<String, String> known = new HashMap<>();
    holdings.missing().forEach(m -> known.putIfAbsent(m.symbol(), m.reason()));
    Map<String, Result<Quote>> spots = spots(holdings);
    List<HeldPosition> positions = new ArrayList<>();
    for (Holding holding : holdings.items()) {
      if (!holding.currency().equals(holdings.currency())) {
        gaps.putIfAbsent(holding.symbol(), "It is in " + holding.currency() + ", not converted.");
      } else if (holding.price() == null || holding.value() == null) {
        gaps.putIfAbsent(
            holding.symbol(), known.getOrDefault(holding.symbol(), "It has no price."));
      } else if (holding.option() == null) {
        positions.add(
            new HeldPosition(
                holding.symbol(),
                holding.symbol(),
                holding.quantity().doubleValue(),
                holding.price().doubleValue(),
                Optional.empty()));
      } else {
        option(holding, holding.option(), holdings.asOf(), spots, gaps).ifPresent(positions::add);
      }
    }
    return positions;
  }

  private Map<String, Result<Quote>> spots(Holdings holdings) {
    TreeSet<String> underlyings = new TreeSet<>();
    for (Holding holding : holdings.items()) {
      if (holding.option() != null) {
        underlyings.add(holding.option().underlying());
      }
    }
    return underlyings.isEmpty() ? Map.of() : market.quotes(underlyings, holdings.asOf());
  }

  private Optional<HeldPosition> option(
      Holding holding,
      OptionContract contract,
      Instant asOf,
      Map<String, Result<Quote>> spots,
      Map<String, String> gaps) {
    Optional<Quote> spot =
        Optional.ofNullable(spots.get(contract.underlying())).flatMap(Result::find);
    if (spot.isEmpty() || spot.get().last().signum() <= 0 || holding.price() == null) {
      gaps.putIfAbsent(holding.symbol(), contract.underlying() + " has no price.");
      return Optional.empty();
    }
    return Optional.of(
        new HeldPosition(
            holding.symbol(),
            contract.underlying(),
            holding.quantity().doubleValue() * contract.multiplier(),
            holding.price().doubleValue(),
            Optional.of(
                new HeldPosition.Terms(
                    contract.right(),
                    spot.get().last().doubleValue(),
                    contract.strike().doubleValue(),
                    years(asOf, contract.expiry())))));
  }

  /** From the as-of to the closing bell of the last session on or before the expiry. */
  private double years(Instant asOf, LocalDate expiry) {
    Duration left = Duration.between(asOf, calendar.sessionOnOrBefore(expiry).close());
    return Math.max(0, left.toSeconds() / 86_400.0 / DAYS_PER_YEAR);
  }

  private static int[] epochDays(List<Session> sessions) {
    return sessions.stream().mapToInt(s -> (int) s.date().toEpochDay()).toArray();
  }
}
