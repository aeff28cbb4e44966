package magnus.risk;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import magnus.basics.problem.Refusal;
import magnus.identity.Caller;
import magnus.market.MarketData;
import magnus.portfolio.Portfolios;

/**
 * Risk and performance of one portfolio at one as-of. Every method refuses with {@code
 * unknown-portfolio} what does not exist or belongs to somebody else; what the market cannot tell
 * is named in the answers' {@code missing}.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class PortfolioRisk {

  @EJB private Portfolios portfolios;
  @EJB private SnapshotReads snapshots;
  @Inject private MarketData market;

  /** For the container, which fills the fields. */
  public PortfolioRisk() {}

  /** For use outside of a container. */
  public PortfolioRisk(Portfolios portfolios, MarketData market) {
    this.portfolios = portfolios;
    this.market = market;
    this.snapshots = new SnapshotReads(portfolios, market);
  }

  /** The look-back where the caller names none. */
  public int defaultSessions() {
    return RiskSettings.lookBack();
  }

  /**
   * Risk of today's holdings.
   *
   * @param sessions look-back in trading days, 100 to 2520
   * @throws Refusal MALFORMED for another look-back
   */
  public RiskMetrics metrics(Caller caller, UUID portfolio, Instant asOf, int sessions) {
    return MetricsOfSnapshot.compute(snapshots.read(caller, portfolio, asOf, sessions));
  }

  /**
   * Tomorrow's value at risk of today's holdings, and how such forecasts fared.
   *
   * @param sessions look-back in trading days, 100 to 2520
   * @throws Refusal MALFORMED for another look-back
   */
  public VarReport valueAtRisk(Caller caller, UUID portfolio, Instant asOf, int sessions) {
    return VarOfSnapshot.compute(snapshots.read(caller, portfolio, asOf, sessions));
  }

  /**
   * What today's holdings would lose in crises, what it takes to lose so much, and profit and loss
   * by price, implied volatility and time.
   *
   * @param sessions look-back in trading days, 100 to 2520
   */
  public StressTest stressTest(Caller caller, UUID portfolio, Instant asOf, int sessions) {
    RiskSnapshot snapshot = snapshots.read(caller, portfolio, asOf, sessions);
    return new StressTest(
        StressOfSnapshot.compute(snapshot), ProjectionOfSnapshot.compute(snapshot));
  }

  /**
   * What today's holdings follow, and what of them stands out.
   *
   * @param sessions look-back in trading days, 100 to 2520
   */
  public ExposureReport exposures(Caller caller, UUID portfolio, Instant asOf, int sessions) {
    return shelvedExposures(caller, portfolio, asOf, sessions).report();
  }

  /** The same as {@link #exposures} with the symbols that it is made from. */
  public Shelved.Exposures shelvedExposures(
      Caller caller, UUID portfolio, Instant asOf, int sessions) {
    RiskSnapshot snapshot = snapshots.read(caller, portfolio, asOf, sessions);
    return new Shelved.Exposures(
        ExposuresOfSnapshot.compute(snapshot, market), Shelved.symbols(snapshot));
  }

  /**
   * How risky today's holdings are, 0 to 100.
   *
   * @param sessions look-back in trading days, 100 to 2520
   */
  public RiskScore score(Caller caller, UUID portfolio, Instant asOf, int sessions) {
    return shelvedScore(caller, portfolio, asOf, sessions).report();
  }

  /** The same as {@link #score} with the symbols that it is made from. */
  public Shelved.Score shelvedScore(Caller caller, UUID portfolio, Instant asOf, int sessions) {
    RiskSnapshot snapshot = snapshots.read(caller, portfolio, asOf, sessions);
    return new Shelved.Score(
        ScoreOfReports.compute(
            MetricsOfSnapshot.compute(snapshot), StressOfSnapshot.compute(snapshot)),
        Shelved.symbols(snapshot));
  }

  /** Today's holdings by sector. */
  public SectorExposure sectors(Caller caller, UUID portfolio, Instant asOf) {
    return SectorsOfSnapshot.compute(
        snapshots.read(caller, portfolio, asOf, RiskSettings.LEAST_SESSIONS));
  }

  /** What was earned from the portfolio's first transaction to the as-of. */
  public PerformanceReport performance(Caller caller, UUID portfolio, Instant asOf) {
    return reader().performance(caller, portfolio, asOf);
  }

  private RiskReader reader() {
    return new RiskReader(portfolios, () -> market);
  }
}
