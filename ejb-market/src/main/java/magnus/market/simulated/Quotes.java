package magnus.market.simulated;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import magnus.basics.time.Session;
import magnus.market.Quote;
import magnus.market.Source;

/** Prices within the day: the last trade, what is bid and asked, the volume so far. */
final class Quotes {

  private static final double LARGE = 50e9;
  private static final double HUGE = 250e9;

  private final History history;
  private final Seeds seeds;

  Quotes(History history, Seeds seeds) {
    this.history = history;
    this.seeds = seeds;
  }

  /** The quote of one instrument at a moment. */
  Quote at(int instrument, String symbol, Moment moment) {
    Session session = moment.session();
    Instant trade = lastTrade(instrument, moment);
    double fraction = session.elapsedFraction(trade);
    int last = cents(instrument, symbol, moment, fraction);
    Columns columns = moment.year().columns()[instrument];
    int spread = spread(instrument, last);
    int bid = Math.max(1, last - spread / 2);
    return new Quote(
        symbol,
        money(bid),
        money(bid + spread),
        money(last),
        previousClose(instrument, moment),
        Math.round(columns.volume()[moment.index()] * volumeShare(fraction)),
        trade,
        Source.SIMULATED);
  }

  /** The last price in dollars, the same as the quote's. */
  double last(int instrument, String symbol, Moment moment) {
    double fraction = moment.session().elapsedFraction(lastTrade(instrument, moment));
    return cents(instrument, symbol, moment, fraction) / 100.0;
  }

  /** The last price in cents after a share of the session. */
  int cents(int instrument, String symbol, Moment moment, double fraction) {
    Columns columns = moment.year().columns()[instrument];
    int i = moment.index();
    if (fraction >= 1) {
      return columns.close()[i];
    }
    IntradayPath path =
        new IntradayPath(
            StrictMath.log(columns.open()[i]),
            StrictMath.log(columns.high()[i]),
            StrictMath.log(columns.low()[i]),
            StrictMath.log(columns.close()[i]),
            seeds.on(moment.day()),
            RandomStream.subject(symbol),
            moment.day());
    int cents = (int) Math.rint(StrictMath.exp(path.at(fraction)));
    return Math.max(columns.low()[i], Math.min(columns.high()[i], cents));
  }

  /** Busy instruments trade every second, small ones every few. */
  private Instant lastTrade(int instrument, Moment moment) {
    if (moment.isClosed()) {
      return moment.session().close();
    }
    long every = history.findStock(instrument).map(Quotes::secondsBetweenTrades).orElse(1);
    long passed = moment.asOf().getEpochSecond() - moment.session().open().getEpochSecond();
    return moment.session().open().plusSeconds(passed - passed % every);
  }

  private static int secondsBetweenTrades(Stock stock) {
    return stock.capitalisation() > LARGE ? 1 : stock.capitalisation() > LARGE / 4 ? 3 : 7;
  }

  /** In cents: one basis point for the largest, up to four for the small; none for an index. */
  private int spread(int instrument, int last) {
    if (history.findStock(instrument).isEmpty() && history.findFund(instrument).isEmpty()) {
      return 0;
    }
    double size = history.findStock(instrument).map(Stock::capitalisation).orElse(HUGE);
    double points = size >= HUGE ? 1 : size >= LARGE ? 2 : 4;
    return (int) Math.max(1, Math.rint(last * points * 1e-4));
  }

  /** Adjusted for a split of this morning, so that the day's change is one. */
  private BigDecimal previousClose(int instrument, Moment moment) {
    Optional<Moment> before = moment.eveningBefore(history);
    if (before.isEmpty()) {
      return money(moment.year().columns()[instrument].open()[moment.index()]);
    }
    Moment evening = before.get();
    double cents = evening.year().columns()[instrument].close()[evening.index()];
    cents /= history.splitOn(instrument, moment.day());
    return money(Math.rint(cents));
  }

  /** Trading is busiest after the opening and before the close. */
  static double volumeShare(double fraction) {
    return fraction * (1.5 + fraction * (fraction - 1.5));
  }

  private static BigDecimal money(double cents) {
    return BigDecimal.valueOf((long) cents, 2);
  }
}
