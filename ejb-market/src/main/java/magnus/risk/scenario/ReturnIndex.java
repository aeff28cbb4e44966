package magnus.risk.scenario;

import java.time.LocalDate;
import java.util.List;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.market.BarSeries;
import magnus.market.CorporateAction;

/** Total growth of a symbol between any two dates of its bars. */
public final class ReturnIndex {

  private final BarSeries bars;
  private final double[] index;

  private ReturnIndex(BarSeries bars, double[] index) {
    this.bars = bars;
    this.index = index;
  }

  /**
   * @param actions of the symbol in ascending order of ex-date
   */
  public static ReturnIndex of(BarSeries bars, List<CorporateAction> actions) {
    return new ReturnIndex(bars, TotalReturn.index(bars, actions));
  }

  /** Worth at each bar of one unit of money put in at the first; a copy. */
  public double[] values() {
    return index.clone();
  }

  /** Worth at one close of one unit of money put in at another, each the last on or before. */
  public Result<Double> growth(LocalDate from, LocalDate to) {
    int start = bars.indexOnOrBefore(from);
    int end = bars.indexOnOrBefore(to);
    if (start < 0) {
      return Result.failure(
          FailureReason.NO_DATA, bars.symbol() + " has no bar on or before " + from + ".");
    }
    return Result.success(index[end] / index[start]);
  }
}
