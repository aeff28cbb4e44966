package magnus.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import magnus.basics.problem.Refusal;
import magnus.basics.time.TradingCalendar;
import magnus.identity.Caller;
import magnus.market.MarketData;
import magnus.portfolio.DailyPerformance;
import magnus.portfolio.Holdings;
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
    DailyPerformance daily =
        portfolios.dailyPerformance(caller, portfolio, null, null, holdings.asOf());
    LocalDate base = TradingCalendar.newYork().previousSession(daily.performance().from()).date();
    return PerformanceOfPortfolio.compute(
        holdings, daily.performance(), base, daily.values(), market.get());
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
