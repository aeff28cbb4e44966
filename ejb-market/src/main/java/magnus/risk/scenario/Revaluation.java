package magnus.risk.scenario;

import java.util.OptionalDouble;
import magnus.market.OptionChain.Right;
import magnus.options.pricing.BlackScholes;
import magnus.risk.metrics.DailyReturns;

/**
 * What a position gains when its underlying returns so much in one session.
 *
 * <p>Shares gain in proportion. Options are revalued in full by Black–Scholes at the moved spot,
 * one trading day nearer to expiry, at the volatility that today's price implies; where no
 * volatility gives that price (at or below intrinsic value) the option moves like its intrinsic
 * value. Volatility itself is held constant.
 */
interface Revaluation {

  /** One session in years. */
  double SESSION = 1.0 / DailyReturns.TRADING_DAYS;

  /** Gain in money for that return of the underlying (a fraction, total return) in one session. */
  default double gain(double underlyingReturn) {
    return gain(underlyingReturn, 0, SESSION);
  }

  /**
   * Gain in money for a return after some time.
   *
   * @param shift added to the implied volatility; where a fall would end below zero, it ends there
   * @param years from now
   */
  double gain(double underlyingReturn, double shift, double years);

  /** Money in the underlying that would gain as much for a small move (units · delta · spot). */
  double exposure();

  /**
   * @param rate risk-free, per year, compounded continuously
   */
  static Revaluation of(HeldPosition position, double rate) {
    return position
        .option()
        .<Revaluation>map(terms -> Option.of(position, terms, rate))
        .orElseGet(() -> new Shares(position.value()));
  }

  /** Anything whose value is proportional to its own price. */
  record Shares(double value) implements Revaluation {

    @Override
    public double gain(double underlyingReturn, double shift, double years) {
      return value * underlyingReturn;
    }

    @Override
    public double exposure() {
      return value;
    }
  }

  /**
   * @param volatility per year; 0 for intrinsic value
   * @param now model value per share today
   */
  record Option(double units, HeldPosition.Terms terms, double rate, double volatility, double now)
      implements Revaluation {

    static Option of(HeldPosition position, HeldPosition.Terms t, double rate) {
      OptionalDouble implied =
          BlackScholes.impliedVolatility(
              t.right(), position.price(), t.spot(), t.strike(), t.years(), rate);
      double volatility = implied.orElse(0);
      double carry = implied.isPresent() ? rate : 0;
      double now =
          BlackScholes.value(t.right(), t.spot(), t.strike(), t.years(), carry, volatility);
      return new Option(position.units(), t, carry, volatility, now);
    }

    @Override
    public double gain(double underlyingReturn, double shift, double years) {
      double moved = Math.max(0, terms.spot() * (1 + underlyingReturn));
      double left = Math.max(0, terms.years() - years);
      double shifted = volatility > 0 ? Math.max(0, volatility + shift) : 0;
      Right right = terms.right();
      return units * (BlackScholes.value(right, moved, terms.strike(), left, rate, shifted) - now);
    }

    @Override
    public double exposure() {
      return units
          * terms.spot()
          * BlackScholes.delta(
              terms.right(), terms.spot(), terms.strike(), terms.years(), rate, volatility);
    }
  }
}
