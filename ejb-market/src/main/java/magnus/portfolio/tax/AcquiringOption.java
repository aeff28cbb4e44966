package magnus.portfolio.tax;

import magnus.market.OptionChain.Right;
import magnus.portfolio.OptionContract;
import magnus.portfolio.tax.TaxLot.Origin;

/** Whether an option is a contract to acquire shares, in the words of 26 USC 1091(a). */
final class AcquiringOption {

  private AcquiringOption() {}

  static boolean isOne(OptionContract option, Origin origin) {
    return option.right() == Right.CALL
        ? origin == Origin.BOUGHT
        : origin == Origin.WRITTEN_DEEP_IN_THE_MONEY;
  }
}
