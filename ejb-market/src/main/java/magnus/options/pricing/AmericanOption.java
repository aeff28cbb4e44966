package magnus.options.pricing;

import java.util.Optional;
import magnus.market.OptionChain.Right;

/**
 * American options on an asset with a continuous yield, truly accurate: spectral collocation of the
 * exercise boundary (Andersen, Lake, Offengenden, 2016), refined until two refinements agree. A
 * call is priced as the put on the other side of the trade: C(S, K, r, q) = P(K, S, q, r). Where
 * the equation of one boundary does not hold (both rates negative) or does not settle, a tree.
 *
 * <p>Plain functions of doubles: {@link #value} for reference, {@link #quick} where millions are
 * wanted (Monte Carlo, chains). Parameters as in {@link BlackScholesMerton}.
 */
public final class AmericanOption {

  /** Two refinements that differ by less, over the strike, are taken to agree. */
  private static final double AGREED = 1e-10;

  /** The finest is taken where it differs from the one before by less. */
  private static final double TOLERABLE = 1e-6;

  private static final BoundaryScheme[] QUICK_SCHEMES = {
    BoundaryScheme.QUICK, BoundaryScheme.ACCURATE[0]
  };
  private static final double UP = 1.002;
  private static final int STEPS = 4000;
  private static final int QUICK_STEPS = 200;

  private AmericanOption() {}

  /** What immediate exercise pays. */
  public static double intrinsic(Right right, double spot, double strike) {
    return Math.max(0, right == Right.CALL ? spot - strike : strike - spot);
  }

  /** Value per share with an error of about 1e-10 of the strike. */
  public static double value(
      Right right,
      double spot,
      double strike,
      double years,
      double rate,
      double dividendYield,
      double volatility) {
    return right == Right.PUT
        ? put(spot, strike, years, rate, dividendYield, volatility)
        : put(strike, spot, years, dividendYield, rate, volatility);
  }

  /** Value per share with an error of about 1e-6 of the strike, in some 20 µs. */
  public static double quick(
      Right right,
      double spot,
      double strike,
      double years,
      double rate,
      double dividendYield,
      double volatility) {
    return right == Right.PUT
        ? quickPut(spot, strike, years, rate, dividendYield, volatility)
        : quickPut(strike, spot, years, dividendYield, rate, volatility);
  }

  private static double put(
      double spot, double strike, double years, double rate, double yield, double volatility) {
    double exercised = Math.max(0, strike - spot);
    if (!(years > 0) || !(strike > 0)) {
      return exercised;
    }
    if (!(volatility > 0) || !(spot > 0)) {
      return EarlyExerciseTree.certain(Right.PUT, spot, strike, years, rate, yield);
    }
    double european =
        BlackScholesMerton.value(Right.PUT, spot, strike, years, rate, yield, volatility);
    if (neverEarly(rate, yield)) {
      return european;
    }
    if (PutBoundary.exists(rate, yield)) {
      double before = Double.NaN;
      double gap = Double.NaN;
      for (BoundaryScheme scheme : BoundaryScheme.ACCURATE) {
        Optional<PutBoundary> boundary = PutBoundary.of(scheme, years, rate, yield, volatility);
        if (boundary.isEmpty()) {
          before = Double.NaN;
          continue;
        }
        double value = value(boundary.get(), european, exercised, spot, strike);
        gap = Math.abs(value - before);
        if (gap <= AGREED * strike) {
          return value;
        }
        before = value;
      }
      if (gap <= TOLERABLE * strike) {
        return before;
      }
    }
    return EarlyExerciseTree.value(Right.PUT, spot, strike, years, rate, yield, volatility, STEPS);
  }

  /** Change of {@link #quick} per unit of spot, with the same boundary. */
  public static double quickDelta(
      Right right,
      double spot,
      double strike,
      double years,
      double rate,
      double dividendYield,
      double volatility) {
    if (right == Right.PUT) {
      return (quickPut(spot * UP, strike, years, rate, dividendYield, volatility)
              - quickPut(spot / UP, strike, years, rate, dividendYield, volatility))
          / (spot * (UP - 1 / UP));
    }
    return (quickPut(strike, spot * UP, years, dividendYield, rate, volatility)
            - quickPut(strike, spot / UP, years, dividendYield, rate, volatility))
        / (spot * (UP - 1 / UP));
  }

  private static double quickPut(
      double spot, double strike, double years, double rate, double yield, double volatility) {
    double exercised = Math.max(0, strike - spot);
    if (!(years > 0) || !(strike > 0)) {
      return exercised;
    }
    if (!(volatility > 0) || !(spot > 0)) {
      return EarlyExerciseTree.certain(Right.PUT, spot, strike, years, rate, yield);
    }
    double european =
        BlackScholesMerton.value(Right.PUT, spot, strike, years, rate, yield, volatility);
    if (neverEarly(rate, yield)) {
      return european;
    }
    for (BoundaryScheme scheme : QUICK_SCHEMES) {
      Optional<PutBoundary> boundary =
          PutBoundary.exists(rate, yield)
              ? PutBoundary.of(scheme, years, rate, yield, volatility)
              : Optional.empty();
      if (boundary.isPresent()) {
        return value(boundary.get(), european, exercised, spot, strike);
      }
    }
    return EarlyExerciseTree.value(
        Right.PUT, spot, strike, years, rate, yield, volatility, QUICK_STEPS);
  }

  private static boolean neverEarly(double rate, double yield) {
    return rate <= 0 && yield >= rate;
  }

  private static double value(
      PutBoundary boundary, double european, double exercised, double spot, double strike) {
    double moneyness = spot / strike;
    return moneyness <= boundary.now()
        ? exercised
        : Math.max(exercised, european + strike * boundary.premium(moneyness));
  }
}
