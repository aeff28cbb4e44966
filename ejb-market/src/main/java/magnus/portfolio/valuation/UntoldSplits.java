package magnus.portfolio.valuation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import magnus.market.CorporateAction;

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
