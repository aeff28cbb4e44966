package magnus.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import magnus.basics.problem.Refusal;
import magnus.basics.time.TradingCalendar;
import magnus.identity.Caller;
import magnus.market.MarketData;
import magnus.portfolio.DailyValues;
import magnus.portfolio.Holdings;
import magnus.portfolio.Performance;
import magnus.portfolio.Portfolios;

/** Reads a portfolio and its markets, and computes answers from them; one code for all callers. */
final class RiskReader {

  private final Portfolios portfolios;
  private final Supplier<MarketData> market;

  RiskReader(Portfolios portfolios, Supplier<MarketData> market) {
    this.portfolios = portfolios;
    this.market = market;
  }

  RiskSnapshot snapshot(Caller caller, UUID portfolio, Instant asOf, int sessions) {
    checkSessions(sessions);
    return new SnapshotReader(market.get())
        .read(portfolios.holdings(caller, portfolio, asOf), sessions);
  }

  PerformanceReport performance(Caller caller, UUID portfolio, Holdings holdings) {
    Instant asOf = holdings.asOf();
    Performance performance = portfolios.performance(caller, portfolio, null, null, asOf);
    LocalDate base = TradingCalendar.newYork().previousSession(performance.from()).date();
    DailyValues values =
        base.isAfter(performance.to())
            ? new DailyValues(performance.currency(), List.of(), List.of())
            : portfolios.dailyValues(caller, portfolio, base, performance.to(), asOf);
    return PerformanceOfPortfolio.compute(holdings, performance, base, values, market.get());
  }

  PerformanceReport performance(Caller caller, UUID portfolio, Instant asOf) {
    return performance(caller, portfolio, portfolios.holdings(caller, portfolio, asOf));
  }

  static void checkSessions(int sessions) {
    if (sessions < RiskSettings.LEAST_SESSIONS || sessions > RiskSettings.MOST_SESSIONS) {
      throw Refusal.malformed(
          "sessions",
          sessions,
          "a whole number from "
              + RiskSettings.LEAST_SESSIONS
              + " to "
              + RiskSettings.MOST_SESSIONS);
    }
  }
}
