package magnus.risk;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import magnus.identity.Caller;
import magnus.market.MarketData;
import magnus.portfolio.Portfolios;

/**
 * All that a portfolio's risk is computed from, read in one transaction: in one it is known once
 * whether what is kept in memory is true, without one the database is asked about each symbol.
 */
@Stateless
public class SnapshotReads {

  @EJB private Portfolios portfolios;
  @Inject private MarketData market;

  /** For the container, which fills the fields. */
  public SnapshotReads() {}

  /** For use outside of a container. */
  public SnapshotReads(Portfolios portfolios, MarketData market) {
    this.portfolios = portfolios;
    this.market = market;
  }

  /**
   * What there is.
   *
   * @param sessions look-back in trading days, 100 to 2520
   */
  public RiskSnapshot read(Caller caller, UUID portfolio, Instant asOf, int sessions) {
    return new RiskReader(portfolios, () -> market).snapshot(caller, portfolio, asOf, sessions);
  }
}
