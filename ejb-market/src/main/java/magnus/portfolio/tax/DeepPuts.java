package magnus.portfolio.tax;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import magnus.market.BarSeries;
import magnus.market.MarketData;
import magnus.market.OptionChain.Right;
import magnus.portfolio.OptionContract;
import magnus.portfolio.Transaction;

/**
 * Tells puts that were written so deep in the money that they would as good as surely be exercised.
 * Rev. Rul. 85-87 names objective factors but no figures; here it is a strike at least a sixth
 * above the day's close with at most a tenth of the premium for time.
 */
public final class DeepPuts {

  private static final double LEAST_DEPTH = 1 / 6.0;
  private static final double MOST_TIME_VALUE = .1;
  private static final int LOOK_BACK_DAYS = 7;

  private final MarketData market;
  private final Instant asOf;

  public DeepPuts(MarketData market, Instant asOf) {
    this.market = market;
    this.asOf = asOf;
  }

  /** Whether the writing was of such a put; not, where no close is known. */
  public boolean isDeep(Transaction writing) {
    OptionContract option = writing.option();
    BigDecimal premium = writing.price();
    if (option == null || option.right() != Right.PUT || premium == null) {
      return false;
    }
    LocalDate day = writing.date();
    BarSeries bars =
        market
            .bars(option.underlying(), day.minusDays(LOOK_BACK_DAYS), day, asOf)
            .find()
            .orElse(null);
    if (bars == null || bars.size() == 0) {
      return false;
    }
    return isDeep(
        option.strike().doubleValue(), bars.close()[bars.size() - 1], premium.doubleValue());
  }

  static boolean isDeep(double strike, double close, double premium) {
    double intrinsic = strike - close;
    return intrinsic >= LEAST_DEPTH * close && premium - intrinsic <= MOST_TIME_VALUE * premium;
  }
}
