package magnus.recommendation;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.basics.time.TradingCalendar;
import magnus.market.BarSeries;
import magnus.market.MarketData;
import magnus.portfolio.Holdings;
import magnus.portfolio.PortfolioSummary;
import magnus.portfolio.Portfolios;
import magnus.recommendation.portfolio.DailyReturns;
import magnus.recommendation.portfolio.Inspected;
import magnus.recommendation.portfolio.PortfolioAdvice;
import magnus.risk.PortfolioRisk;
import magnus.risk.RiskMetrics;

/** Offers what the user's own portfolios suggest ({@link PortfolioAdvice}). */
@Singleton
@Startup
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class PortfolioCandidates {

  private static final int DAYS = 370;

  @Inject private CandidateSources sources;
  @Inject private MarketData market;
  @EJB private Portfolios portfolios;
  @EJB private PortfolioRisk risk;

  @PostConstruct
  void register() {
    sources.register(
        new CandidateSource() {
          @Override
          public String name() {
            return "portfolios";
          }

          @Override
          public Result<List<Candidate>> candidates(Situation situation) {
            return PortfolioCandidates.this.candidates(situation);
          }
        });
  }

  private Result<List<Candidate>> candidates(Situation situation) {
    List<Candidate> all = new ArrayList<>();
    for (PortfolioSummary summary : situation.portfolios()) {
      if (summary.value().signum() > 0) {
        Optional<Inspected> inspected = inspect(situation, summary);
        if (inspected.isEmpty()) {
          return Result.failure(
              FailureReason.NO_DATA,
              "The market has no history of " + market.benchmark() + ", which all is measured by.");
        }
        all.addAll(PortfolioAdvice.of(inspected.get()));
      }
    }
    return Result.success(all);
  }

  private Optional<Inspected> inspect(Situation situation, PortfolioSummary summary) {
    UUID id = summary.portfolio().id();
    Instant asOf = situation.asOf();
    Holdings holdings = portfolios.holdings(situation.caller(), id, asOf);
    RiskMetrics figures = risk.metrics(situation.caller(), id, asOf, risk.defaultSessions());
    return returns(figures, asOf)
        .map(
            returns ->
                new Inspected(
                    id,
                    summary.portfolio().name(),
                    situation.profile(),
                    holdings,
                    figures,
                    portfolios.lots(situation.caller(), id, asOf),
                    returns,
                    market.riskFreeRate(asOf),
                    TradingCalendar.date(asOf)));
  }

  private Optional<DailyReturns> returns(RiskMetrics figures, Instant asOf) {
    LocalDate to = TradingCalendar.newYork().lastClosed(asOf).date();
    LocalDate from = to.minusDays(DAYS);
    TreeSet<String> symbols = new TreeSet<>();
    symbols.add(market.benchmark());
    figures.contributions().stream()
        .map(RiskMetrics.Contribution::symbol)
        .filter(s -> !s.equals("others"))
        .forEach(symbols::add);
    Map<String, Result<BarSeries>> bars = market.bars(symbols, from, to, asOf);
    Optional<BarSeries> benchmark =
        Optional.ofNullable(bars.get(market.benchmark())).flatMap(Result::find);
    if (benchmark.isEmpty() || benchmark.get().size() < 2) {
      return Optional.empty();
    }
    DailyReturns returns = new DailyReturns(benchmark.get());
    bars.forEach(
        (symbol, found) ->
            found
                .find()
                .ifPresent(b -> returns.add(b, market.corporateActions(symbol, from, to, asOf))));
    return Optional.of(returns);
  }
}
