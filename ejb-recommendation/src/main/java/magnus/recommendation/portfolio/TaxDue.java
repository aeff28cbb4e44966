package magnus.recommendation.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import magnus.portfolio.Lot;
import magnus.recommendation.Profile;

/** The tax that selling an equal part of every lot of a symbol makes due, at the user's rates. */
final class TaxDue {

  private TaxDue() {}

  /**
   * @param part of the position that is sold, 0 to 1
   * @param price per share
   * @return money, never negative
   */
  static double of(
      Profile profile,
      List<Lot> lots,
      String symbol,
      double part,
      BigDecimal price,
      LocalDate today) {
    if (!profile.taxed()) {
      return 0;
    }
    double tax = 0;
    for (Lot lot : lots) {
      BigDecimal basis = lot.costBasis();
      if (lot.symbol().equals(symbol) && lot.option() == null && basis != null) {
        double gain = lot.quantity().multiply(price).subtract(basis).doubleValue();
        LocalDate opened = lot.opened();
        boolean isLong = opened == null || opened.plusYears(1).isBefore(today);
        tax += gain * (isLong ? profile.longRate() : profile.shortRate());
      }
    }
    return Math.max(0, part * tax);
  }
}
