package magnus.risk.scenario;

import java.util.List;
import magnus.market.BarSeries;
import magnus.market.CorporateAction;

/**
 * What one unit of money, put into a symbol at its first bar, is worth at each later bar: closes
 * with splits undone and cash dividends reinvested on their ex-dates. Actions count only when they
 * come from the same source as the bars, since another source's prices do not know them.
 */
final class TotalReturn {

  private TotalReturn() {}

  /**
   * One entry per bar, the first is 1; a bar without a positive close repeats the one before.
   *
   * @param actions of the symbol in ascending order of ex-date
   */
  static double[] index(BarSeries bars, List<CorporateAction> actions) {
    double[] index = new double[bars.size()];
    double lastClose = 0;
    double worth = 1;
    double shares = 1;
    double cash = 0;
    int next = 0;
    for (int i = 0; i < index.length; i++) {
      for (; next < actions.size() && exDay(actions.get(next)) <= bars.days()[i]; next++) {
        CorporateAction action = actions.get(next);
        boolean counts = lastClose > 0 && action.source() == bars.source();
        if (counts && action.kind() == CorporateAction.Kind.SPLIT) {
          shares *= action.amount().doubleValue();
        } else if (counts) {
          cash += shares * action.amount().doubleValue();
        }
      }
      double close = bars.close()[i];
      if (close > 0 && Double.isFinite(close)) {
        worth *= lastClose > 0 ? (shares * close + cash) / lastClose : 1;
        lastClose = close;
        shares = 1;
        cash = 0;
      }
      index[i] = worth;
    }
    return index;
  }

  private static long exDay(CorporateAction action) {
    return action.exDate().toEpochDay();
  }
}
