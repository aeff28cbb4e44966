package magnus.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import magnus.portfolio.Missing;
import org.jspecify.annotations.Nullable;

/**
 * What a portfolio's simulated returns ({@link RiskMetrics}) follow, and what of it stands out.
 *
 * @param factors null with too short a history
 */
public record ExposureReport(
    Instant asOf,
    String currency,
    @Nullable Factors factors,
    Anomalies anomalies,
    List<Missing> missing,
    List<NotComputed> notComputed) {

  /**
   * Returns explained by what the market, its parts and bonds did on the same days, all at once.
   *
   * @param days that the returns and all factors have in common
   * @param rSquared share of the variance that the factors explain
   * @param alpha return a year that they do not explain
   * @param alphaError its standard error
   * @param lags days of autocorrelation that the standard errors allow for (Newey, West)
   */
  public record Factors(
      LocalDate from,
      LocalDate to,
      int days,
      double rSquared,
      double alpha,
      double alphaError,
      int lags,
      List<Factor> items) {}

  /**
   * One factor.
   *
   * @param name word of the factor
   * @param proxy whose returns it is made of
   * @param error standard error of the beta
   * @param t beta over error; beyond ±2 it is unlikely to be chance
   * @param inflation by how much the other factors blur the beta (variance inflation factor)
   * @param share of the variance; all add up to {@code rSquared}
   */
  public record Factor(
      String name,
      String proxy,
      double beta,
      double error,
      double t,
      double inflation,
      double share) {}

  /**
   * What is far from usual.
   *
   * @param rule in words
   * @param falseAlarms share of the look-back's symbol-days on which the rule of returns would have
   *     spoken: nobody knows which of them were more than chance, so that this is its most
   * @param tested symbol-days
   */
  public record Anomalies(String rule, double falseAlarms, int tested, List<Anomaly> items) {}

  /**
   * One finding.
   *
   * @param kind RETURN of the last session, or WEIGHT among the holdings
   * @param figure the return or the weight, fraction
   * @param score robust z-score
   */
  public record Anomaly(
      String symbol, String kind, double figure, double score, @Nullable LocalDate date) {}
}
