package magnus.recommendation;

import java.time.Instant;
import java.util.List;
import magnus.identity.Caller;
import magnus.portfolio.PortfolioSummary;

/**
 * For whom candidates are wanted.
 *
 * @param asOf market time
 * @param portfolios the caller's, with their values
 */
public record Situation(
    Caller caller, Profile profile, Instant asOf, List<PortfolioSummary> portfolios) {

  public Situation {
    portfolios = List.copyOf(portfolios);
  }
}
