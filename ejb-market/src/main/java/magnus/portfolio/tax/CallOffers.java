package magnus.portfolio.tax;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import magnus.market.BarSeries;
import magnus.market.OptionChain;
import magnus.market.OptionChain.Contract;
import magnus.market.OptionChain.Right;
import magnus.options.pricing.BlackScholes;
import magnus.portfolio.OptionContract;
import magnus.portfolio.tax.plan.CallChoice;

/**
 * The covered call on a holding that pays most over what it is worth by the volatility that the
 * shares themselves have shown: bid − Black–Scholes value at that volatility. Income that is only
 * the price of the upside given away counts for nothing.
 */
public final class CallOffers {

  private static final int LEAST_DAYS = 20;
  private static final int MOST_DAYS = 60;
  private static final double LEAST_DELTA = .10;
  private static final double MOST_DELTA = .40;
  private static final double COMMISSION = .65;
  private static final double DAYS_OF_A_YEAR = 365;
  private static final int SESSIONS_OF_A_YEAR = 252;

  private CallOffers() {}

  /** The annual volatility of daily log returns; 0 where there are too few. */
  public static double volatility(BarSeries bars) {
    double sum = 0;
    double squares = 0;
    int n = bars.size() - 1;
    for (int i = 1; i <= n; i++) {
      double r = Math.log(bars.close()[i] / bars.close()[i - 1]);
      sum += r;
      squares += r * r;
    }
    return n < 2 ? 0 : Math.sqrt((squares - sum * sum / n) / (n - 1) * SESSIONS_OF_A_YEAR);
  }

  /**
   * The best call, if one is worth writing.
   *
   * @param volatility that the shares have shown, annual, as a fraction
   * @param interest risk-free, a year
   * @param tax on a short-term gain
   * @param most contracts
   */
  public static Optional<CallChoice> best(
      OptionChain chain,
      LocalDate today,
      double volatility,
      double interest,
      double tax,
      int most) {
    if (!(volatility > 0)) {
      return Optional.empty();
    }
    CallChoice best = null;
    for (Contract c : chain.contracts()) {
      long days = ChronoUnit.DAYS.between(today, c.expiry());
      if (c.right() != Right.CALL
          || days < LEAST_DAYS
          || days > MOST_DAYS
          || c.delta() < LEAST_DELTA
          || c.delta() > MOST_DELTA
          || c.bid().signum() <= 0) {
        continue;
      }
      double worth =
          BlackScholes.value(
              Right.CALL,
              chain.spot().doubleValue(),
              c.strike().doubleValue(),
              days / DAYS_OF_A_YEAR,
              interest,
              volatility);
      double premium = c.bid().doubleValue() * 100 - COMMISSION;
      double benefit = (premium - worth * 100) * (1 - tax);
      if (benefit > 0 && (best == null || benefit > best.benefit())) {
        String id =
            OptionContract.of(chain.underlying(), c.expiry(), c.strike(), Right.CALL).symbol();
        best = new CallChoice(id, chain.underlying(), 100, most, premium, benefit);
      }
    }
    return Optional.ofNullable(best);
  }
}
