package magnus.market.imported;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.function.Supplier;
import magnus.market.DateRange;
import magnus.market.ListedOption;
import magnus.market.OptionChain;
import magnus.market.OptionCloses;
import magnus.market.OptionPrice;
import magnus.market.Source;
import magnus.persistence.market.StoredChain;
import magnus.persistence.market.StoredContract;

/** A stored chain in the market's own words. */
final class ImportedChain {

  /** Strikes are stored to 1/10,000. */
  private static final double HALF_A_TICK = 0.00005;

  private ImportedChain() {}

  /**
   * The underlying's price: the chain's own, else the day's close, else by put–call parity, K + C −
   * P, at the strike of the nearest expiry where call and put are closest (rates and dividends of
   * some days are left out).
   */
  static OptionalDouble spot(StoredChain chain, Supplier<OptionalDouble> closeOfDay) {
    if (chain.spot().isPresent()) {
      return chain.spot();
    }
    OptionalDouble close = closeOfDay.get();
    return close.isPresent() ? close : parity(chain);
  }

  private static OptionalDouble parity(StoredChain chain) {
    for (List<StoredContract> expiry : chain.contracts().values()) {
      Map<Double, Double> calls = new HashMap<>();
      for (StoredContract contract : expiry) {
        if (contract.call() && !Double.isNaN(price(contract))) {
          calls.put(contract.strike(), price(contract));
        }
      }
      double closest = Double.MAX_VALUE;
      double spot = Double.NaN;
      for (StoredContract put : expiry) {
        Double call = put.call() ? null : calls.get(put.strike());
        if (call != null && Math.abs(call - price(put)) < closest) {
          closest = Math.abs(call - price(put));
          spot = put.strike() + call - price(put);
        }
      }
      if (spot > 0) {
        return OptionalDouble.of(spot);
      }
    }
    return OptionalDouble.empty();
  }

  private static double price(StoredContract contract) {
    return contract.bid() > 0 && contract.ask() > 0
        ? (contract.bid() + contract.ask()) / 2
        : contract.last();
  }

  static OptionChain toChain(StoredChain chain, double spot, Instant at) {
    List<OptionChain.Contract> contracts = new ArrayList<>();
    for (Map.Entry<LocalDate, List<StoredContract>> expiry : chain.contracts().entrySet()) {
      for (StoredContract stored : expiry.getValue()) {
        contracts.add(contract(expiry.getKey(), stored));
      }
    }
    return new OptionChain(
        chain.underlying(), Prices.decimal(spot), at, Source.IMPORTED, contracts);
  }

  /** What a chain says of each of its options that has a price. */
  static Map<ListedOption, OptionPrice> prices(OptionChain chain) {
    Map<ListedOption, OptionPrice> prices = new HashMap<>();
    for (OptionChain.Contract contract : chain.contracts()) {
      ListedOption option =
          new ListedOption(
              chain.underlying(), contract.expiry(), contract.strike(), contract.right());
      contract
          .price()
          .ifPresent(
              price ->
                  prices.putIfAbsent(
                      option, new OptionPrice(option, price, chain.at(), chain.source())));
    }
    return prices;
  }

  /** One option's prices out of the contracts by day and expiry. */
  static OptionCloses closes(
      ListedOption option,
      DateRange range,
      SortedMap<LocalDate, SortedMap<LocalDate, List<StoredContract>>> days) {
    OptionCloses.Builder closes = new OptionCloses.Builder(option);
    double strike = option.strike().doubleValue();
    boolean call = option.right() == OptionChain.Right.CALL;
    days.forEach(
        (day, chain) -> {
          if (range.contains(day) && !day.isAfter(option.expiry())) {
            chain.getOrDefault(option.expiry(), List.of()).stream()
                .filter(c -> c.call() == call && Math.abs(c.strike() - strike) < HALF_A_TICK)
                .findFirst()
                .flatMap(c -> contract(option.expiry(), c).price())
                .ifPresent(price -> closes.add(day, price.doubleValue(), Source.IMPORTED));
          }
        });
    return closes.build();
  }

  private static OptionChain.Contract contract(LocalDate expiry, StoredContract stored) {
    return new OptionChain.Contract(
        expiry,
        Prices.decimal(stored.strike()),
        stored.call() ? OptionChain.Right.CALL : OptionChain.Right.PUT,
        Prices.decimalOrZero(stored.bid()),
        Prices.decimalOrZero(stored.ask()),
        Prices.decimalOrZero(stored.last()),
        count(stored.volume()),
        count(stored.openInterest()),
        figure(stored.impliedVolatility()),
        figure(stored.delta()));
  }

  private static long count(double value) {
    return Double.isNaN(value) ? 0 : Math.round(value);
  }

  private static double figure(double value) {
    return Double.isNaN(value) ? 0 : value;
  }
}
