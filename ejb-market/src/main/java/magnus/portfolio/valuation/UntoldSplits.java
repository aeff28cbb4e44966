package magnus.portfolio.valuation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import magnus.market.CorporateAction;
import magnus.market.ListedOption;
import magnus.portfolio.OptionContract;

/**
 * Splits of the simulated market that a broker's history does not know, since they never happened.
 * The broker's count of shares stands; prices are told per share as the broker counts them.
 */
public record UntoldSplits(List<CorporateAction> splits) {

  /** Where the history has every split of the market. */
  public static final UntoldSplits NONE = new UntoldSplits(List.of());

  public UntoldSplits {
    splits = List.copyOf(splits);
  }

  /**
   * The option of the market whose price times {@link #factor} is that of the broker's on that day.
   */
  public ListedOption listed(OptionContract option, LocalDate day) {
    BigDecimal factor = factor(option.underlying(), day);
    return new ListedOption(
        option.underlying(),
        option.expiry(),
        factor.compareTo(BigDecimal.ONE) == 0
            ? option.strike()
            : option.strike().divide(factor, MathContext.DECIMAL64),
        option.right());
  }

  /** The market's shares per share of the broker's on that day. */
  public BigDecimal factor(String symbol, LocalDate day) {
    BigDecimal factor = BigDecimal.ONE;
    for (CorporateAction split : splits) {
      if (split.symbol().equals(symbol) && !split.exDate().isAfter(day)) {
        factor = factor.multiply(split.amount());
      }
    }
    return factor;
  }
}
