package magnus.risk;

import java.time.Instant;
import java.util.UUID;
import magnus.basics.problem.Refusal;
import magnus.identity.Caller;
import magnus.market.MarketData;
import magnus.portfolio.DailyValues;
import magnus.portfolio.Holdings;
import magnus.portfolio.Performance;
import magnus.portfolio.Portfolios;

/** Reads a portfolio and its markets, and computes answers from them; one code for all callers. */
final class RiskReader {

  private final Portfolios portfolios;
  private final MarketData market;

  RiskReader(Portfolios portfolios, MarketData market) {
    this.portfolios = portfolios;
    this.market = market;
  }

  RiskSnapshot snapshot(Caller caller, UUID portfolio, Instant asOf, int sessions) {
    checkSessions(sessions);
    return new SnapshotReader(market).read(portfolios.holdings(caller, portfolio, asOf), sessions);
  }

  PerformanceReport performance(Caller caller, UUID portfolio, Holdings holdings) {
    Instant asOf = holdings.asOf();
    Performance performance = portfolios.performance(caller, portfolio, null, null, asOf);
    DailyValues values =
        portfolios.dailyValues(caller, portfolio, performance.from(), performance.to(), asOf);
    return PerformanceOfPortfolio.compute(holdings, performance, values, market);
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
