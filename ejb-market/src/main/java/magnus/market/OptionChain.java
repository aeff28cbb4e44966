package magnus.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All listed options of one underlying at one instant.
 *
 * @param spot the underlying's last price
 * @param contracts by expiry, strike, right
 */
public record OptionChain(
    String underlying, BigDecimal spot, Instant at, Source source, List<Contract> contracts) {

  /** Right of an option. */
  public enum Right {
    CALL,
    PUT
  }

  /**
   * One listed contract with its market.
   *
   * @param impliedVolatility annual, as a fraction; 0 where the source has none
   * @param delta per share
   * @param openInterest contracts
   */
  public record Contract(
      LocalDate expiry,
      BigDecimal strike,
      Right right,
      BigDecimal bid,
      BigDecimal ask,
      BigDecimal last,
      long volume,
      long openInterest,
      double impliedVolatility,
      double delta) {

    private static final BigDecimal TWO = new BigDecimal(2);

    /** The middle of bid and ask where both stand, else the last trade; empty without either. */
    public Optional<BigDecimal> price() {
      if (ask.signum() > 0 && bid.compareTo(ask) <= 0) {
        return Optional.of(bid.add(ask).divide(TWO, 4, RoundingMode.HALF_EVEN));
      }
      return last.signum() > 0 ? Optional.of(last) : Optional.empty();
    }
  }
}
