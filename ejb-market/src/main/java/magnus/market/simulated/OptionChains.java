package magnus.market.simulated;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.basics.time.OptionExpirations;
import magnus.basics.time.TradingCalendar;
import magnus.market.ListedOption;
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
    return at(instrument, symbol, moment, expiry -> true);
  }

  /** Of the listed expiries only those: each costs as much as there are before it. */
  Result<OptionChain> at(
      int instrument, String symbol, Moment moment, Predicate<LocalDate> expiries) {
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
      if (expiries.test(slices.get(i).expiry())) {
        addContracts(instrument, symbol, moment, evening.get(), slices, i, contracts);
      }
    }
    return Result.success(
        new OptionChain(symbol, quote.last(), quote.at(), Source.SIMULATED, contracts));
  }

  /** The listed expiries, ascending, each with what its prices need. */
  private List<ExpirySlice> slices(
      int instrument, Moment moment, Moment evening, Underlying underlying, double spot) {
    return slices(
        instrument,
        moment,
        evening,
        underlying,
        spot,
        expirations.listedOn(moment.session().date()));
  }

  private List<ExpirySlice> slices(
      int instrument,
      Moment moment,
      Moment evening,
      Underlying underlying,
      double spot,
      Collection<LocalDate> expiries) {
    double reference = evening.year().columns()[instrument].close()[evening.index()] / 100.0;
    if (!moment.isClosed()) {
      reference /= history.splitOn(instrument, moment.day());
    }
    double bill = evening.year().billRates()[evening.index()];
    double slope = (evening.year().yields()[evening.index()] - bill) / 10;
    List<ExpirySlice> slices = new ArrayList<>();
    for (LocalDate expiry : expiries) {
      ExpirySlice slice = ExpirySlice.of(underlying, expiry, moment, spot, reference, bill, slope);
      if (slice.years() > 0) {
        slices.add(slice);
      }
    }
    return slices;
  }

  /** What is listed on a day, ascending. */
  List<LocalDate> listedOn(LocalDate date) {
    return expirations.listedOn(date);
  }

  /**
   * Prices of some options on one underlying, the same as those of the chain, without the rest of
   * it; also of strikes and expiries that are not listed. At the close of its last day an option is
   * worth what exercise pays; after it, and without a surface, it has no price.
   *
   * @param listed the expiries listed on the moment's day
   */
  Map<ListedOption, Double> prices(
      int instrument,
      String symbol,
      Moment moment,
      List<LocalDate> listed,
      Collection<ListedOption> options) {
    Optional<Moment> evening =
        moment.isClosed() ? Optional.of(moment) : moment.eveningBefore(history);
    Optional<Underlying> underlying = evening.flatMap(e -> Underlying.of(history, instrument, e));
    if (evening.isEmpty() || underlying.isEmpty()) {
      return Map.of();
    }
    double spot = quotes.last(instrument, symbol, moment);
    TreeSet<LocalDate> expiries = new TreeSet<>();
    options.forEach(option -> expiries.add(lastDay(option)));
    expiries.addAll(listed.stream().filter(e -> e.isBefore(expiries.last())).toList());
    List<ExpirySlice> slices =
        slices(instrument, moment, evening.get(), underlying.get(), spot, expiries);
    boolean pennies = history.findFund(instrument).isPresent();
    Map<ListedOption, Double> prices = new HashMap<>();
    for (ListedOption option : options) {
      LocalDate lastDay = lastDay(option);
      double strike = option.strike().doubleValue();
      if (TradingCalendar.newYork().getSession(lastDay).close().isAfter(moment.asOf())) {
        double middle = 0;
        for (ExpirySlice slice : slices) {
          boolean own = slice.expiry().equals(lastDay);
          boolean before = slice.expiry().isBefore(lastDay) && listed.contains(slice.expiry());
          if (own || before) {
            middle = Math.max(middle, slice.americanFloor(option.right(), strike));
          }
        }
        OptionSpread spread = OptionSpread.around(middle, pennies);
        prices.put(option, spread.bid().add(spread.ask()).doubleValue() / 2);
      } else if (!lastDay.isBefore(moment.session().date())) {
        prices.put(
            option, Math.max(0, option.right() == Right.CALL ? spot - strike : strike - spot));
      }
    }
    return prices;
  }

  private static LocalDate lastDay(ListedOption option) {
    return TradingCalendar.newYork().sessionOnOrBefore(option.expiry()).date();
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
