package magnus.options.pricing;

/**
 * A value per share and its sensitivities, as E. G. Haug defines them ("The Complete Guide to
 * Option Pricing Formulas", 2nd edition, chapter 2).
 *
 * @param value per share
 * @param delta change of value per unit of spot
 * @param gamma change of delta per unit of spot
 * @param vega change of value per 1.00 of volatility (100 points)
 * @param theta change of value per year that passes
 * @param rho change of value per 1.00 of the interest rate, the dividend yield unchanged
 * @param dividendRho change of value per 1.00 of the dividend yield
 * @param vanna change of delta per 1.00 of volatility
 * @param volga change of vega per 1.00 of volatility
 * @param strikeSlope change of value per unit of strike
 */
public record Greeks(
    double value,
    double delta,
    double gamma,
    double vega,
    double theta,
    double rho,
    double dividendRho,
    double vanna,
    double volga,
    double strikeSlope) {

  /** Relative change of value per relative change of spot. */
  public double elasticity(double spot) {
    return delta * spot / value;
  }

  /** Change of value per calendar day. */
  public double thetaPerDay() {
    return theta / 365;
  }
}
