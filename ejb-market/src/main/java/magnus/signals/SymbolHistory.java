package magnus.signals;

import java.time.Instant;
import java.time.LocalDate;
import magnus.basics.problem.Refusal;
import magnus.basics.time.TradingCalendar;
import magnus.market.BarSeries;
import magnus.market.MarketData;
import magnus.signals.indicator.AdjustedBars;

/** Reads a symbol's past prices. */
final class SymbolHistory {

  /** Longer ago markets were others. */
  private static final int YEARS = 20;

  private SymbolHistory() {}

  /**
   * All closes known at that time, up to twenty years.
   *
   * @throws Refusal where there are fewer than {@code least}
   */
  static AdjustedBars read(MarketData market, String symbol, Instant asOf, int least) {
    LocalDate to = TradingCalendar.date(asOf);
    LocalDate from = to.minusYears(YEARS);
    BarSeries bars =
        market
            .bars(symbol, from, to, asOf)
            .find()
            .filter(b -> b.size() > 0)
            .orElseThrow(() -> Refusal.unknown("symbol", symbol));
    AdjustedBars adjusted = AdjustedBars.of(bars, market.corporateActions(symbol, from, to, asOf));
    if (adjusted.size() < least) {
      throw Refusal.of(
          Refusal.Kind.UNACCEPTABLE,
          "too-few-prices",
          symbol
              + " has "
              + adjusted.size()
              + " daily closes up to "
              + to
              + "; at least "
              + least
              + " are needed. Import more of its history.");
    }
    return adjusted;
  }
}
