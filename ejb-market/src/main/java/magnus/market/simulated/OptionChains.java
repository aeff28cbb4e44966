package magnus.market.simulated;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.basics.time.OptionExpirations;
import magnus.basics.time.TradingCalendar;
import magnus.market.OptionChain;
import magnus.market.OptionChain.Contract;
import magnus.market.OptionChain.Right;
import magnus.market.Quote;
import magnus.market.Source;
import magnus.market.simulated.RandomStream.Purpose;

/**
 * Option chains: listed expiries and strikes around last evening's price, values from last
 * evening's surface at the current price.
 *
 * <p>The options are American; their middle prices are the highest of the European values of all
 * listed expiries up to their own and of what immediate exercise pays, which keeps prices convex in
 * strike and rising with time: no static arbitrage among the middles, so none between bids and
 * asks.
 */
final class OptionChains {

  private final History history;
  private final Quotes quotes;
  private final Seeds seeds;
  private final OptionExpirations expirations = new OptionExpirations(TradingCalendar.newYork());

  OptionChains(History history, Quotes quotes, Seeds seeds) {
    this.history = history;
    this.quotes = quotes;
    this.seeds = seeds;
  }

  Result<OptionChain> at(int instrument, String symbol, Moment moment) {
    Optional<Moment> evening =
        moment.isClosed() ? Optional.of(moment) : moment.eveningBefore(history);
    Optional<Underlying> underlying = evening.flatMap(e -> Underlying.of(history, instrument, e));
    if (evening.isEmpty() || underlying.isEmpty()) {
      return Result.failure(FailureReason.NO_DATA, symbol + " has no simulated options then");
    }
    Quote quote = quotes.at(instrument, symbol, moment);
    List<Contract> contracts = new ArrayList<>();
    List<ExpirySlice> slices =
        slices(instrument, moment, evening.get(), underlying.get(), quote.last().doubleValue());
    for (int i = 0; i < slices.size(); i++) {
      addContracts(instrument, symbol, moment, evening.get(), slices, i, contracts);
    }
    return Result.success(
        new OptionChain(symbol, quote.last(), quote.at(), Source.SIMULATED, contracts));
  }

  /** The listed expiries, ascending, each with what its prices need. */
  List<ExpirySlice> slices(
      int instrument, Moment moment, Moment evening, Underlying underlying, double spot) {
    double reference = evening.year().columns()[instrument].close()[evening.index()] / 100.0;
    if (!moment.isClosed()) {
      reference /= history.splitOn(instrument, moment.day());
    }
    double bill = evening.year().billRates()[evening.index()];
    double slope = (evening.year().yields()[evening.index()] - bill) / 10;
    List<ExpirySlice> slices = new ArrayList<>();
    for (LocalDate expiry : expirations.listedOn(moment.session().date())) {
      ExpirySlice slice = ExpirySlice.of(underlying, expiry, moment, spot, reference, bill, slope);
      if (slice.years() > 0) {
        slices.add(slice);
      }
    }
    return slices;
  }

  private void addContracts(
      int instrument,
      String symbol,
      Moment moment,
      Moment evening,
      List<ExpirySlice> slices,
      int at,
      List<Contract> contracts) {
    ExpirySlice slice = slices.get(at);
    boolean pennies = history.findFund(instrument).isPresent();
    double busy = evening.year().columns()[instrument].volume()[evening.index()];
    long subject = RandomStream.subject(symbol);
    double fraction = moment.session().elapsedFraction(moment.asOf());
    for (int cents : slice.strikes()) {
      for (Right right : Right.values()) {
        double strike = cents / 100.0;
        double middle = 0;
        for (int i = 0; i <= at; i++) {
          middle = Math.max(middle, slices.get(i).americanFloor(right, strike));
        }
        OptionSpread spread = OptionSpread.around(middle, pennies);
        OptionActivity activity =
            OptionActivity.of(
                new RandomStream(
                    seeds.on(moment.day()),
                    subject + 31L * cents + right.ordinal(),
                    slice.expiry().toEpochDay(),
                    Purpose.CONTRACTS),
                slice,
                strike,
                busy,
                Quotes.volumeShare(fraction));
        contracts.add(
            new Contract(
                slice.expiry(),
                BigDecimal.valueOf(cents, 2),
                right,
                spread.bid(),
                spread.ask(),
                BigDecimal.valueOf(Math.round(middle * 100), 2),
                activity.volume(),
                activity.openInterest(),
                slice.volatility(strike),
                slice.european(right, strike).delta()));
      }
    }
  }
}
