package magnus.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.basics.time.TradingCalendar;
import magnus.market.BarSeries;
import magnus.market.Catalyst;
import magnus.market.CorporateAction;
import magnus.market.DateRange;
import magnus.market.Instrument;
import magnus.market.ListedOption;
import magnus.market.MarketData;
import magnus.market.OptionChain;
import magnus.market.OptionCloses;
import magnus.market.OptionPrice;
import magnus.market.Quote;
import magnus.market.Source;
import magnus.market.feed.ChainPrices;
import magnus.options.pricing.BlackScholes;

/**
 * A market in memory for tests, made of daily closes. Quotes are the last known close; option
 * chains are Black–Scholes at one volatility. Keeps the port's promise: nothing after the as-of is
 * told.
 */
public final class BarsMarket implements MarketData {

  static final double VOLATILITY = 0.3;

  private final Map<String, TreeMap<LocalDate, Double>> closes = new TreeMap<>();
  private final Map<String, String> sectors = new TreeMap<>();
  private final List<CorporateAction> actions = new ArrayList<>();
  private double rate = 0.02;

  public BarsMarket symbol(String symbol, String sector, Map<LocalDate, Double> series) {
    closes.put(symbol, new TreeMap<>(series));
    sectors.put(symbol, sector);
    return this;
  }

  BarsMarket action(CorporateAction action) {
    actions.add(action);
    return this;
  }

  BarsMarket rate(double annual) {
    rate = annual;
    return this;
  }

  /** The same up to a date; after it every price is another, and new actions appear. */
  BarsMarket withAnotherFutureAfter(LocalDate known) {
    BarsMarket other = new BarsMarket().rate(rate);
    closes.forEach(
        (symbol, series) -> {
          TreeMap<LocalDate, Double> changed = new TreeMap<>(series);
          changed.replaceAll((d, c) -> d.isAfter(known) ? 7 * c + 3 : c);
          other.symbol(symbol, sectors.get(symbol), changed);
          other.action(
              new CorporateAction(
                  symbol,
                  known.plusDays(1),
                  CorporateAction.Kind.SPLIT,
                  BigDecimal.TEN,
                  Source.IMPORTED));
        });
    actions.forEach(other::action);
    return other;
  }

  private static LocalDate known(Instant asOf) {
    return TradingCalendar.newYork().lastClosed(asOf).date();
  }

  private static <T> Map<String, T> each(Collection<String> symbols, Function<String, T> answer) {
    return symbols.stream().distinct().collect(Collectors.toMap(s -> s, answer));
  }

  @Override
  public Optional<Instrument> findInstrument(String symbol, Instant asOf) {
    return Optional.ofNullable(sectors.get(symbol))
        .map(sector -> new Instrument(symbol, symbol, sector, "", Instrument.Kind.STOCK));
  }

  @Override
  public List<Instrument> searchInstruments(String text, int limit, Instant asOf) {
    return List.of();
  }

  @Override
  public Result<BarSeries> bars(String symbol, LocalDate from, LocalDate to, Instant asOf) {
    TreeMap<LocalDate, Double> series = closes.get(symbol);
    if (series == null) {
      return Result.failure(FailureReason.NO_DATA, "There is no symbol " + symbol + ".");
    }
    LocalDate last = to.isAfter(known(asOf)) ? known(asOf) : to;
    if (from.isAfter(last)) {
      return Result.success(BarSeries.empty(symbol, Source.IMPORTED));
    }
    Map<LocalDate, Double> part = series.subMap(from, true, last, true);
    int[] days = part.keySet().stream().mapToInt(d -> (int) d.toEpochDay()).toArray();
    double[] c = part.values().stream().mapToDouble(Double::doubleValue).toArray();
    double[] volume = new double[c.length];
    Arrays.fill(volume, 1000);
    return Result.success(new BarSeries(symbol, Source.IMPORTED, days, c, c, c, c, volume));
  }

  @Override
  public Map<String, Result<BarSeries>> bars(
      Collection<String> symbols, LocalDate from, LocalDate to, Instant asOf) {
    return each(symbols, s -> bars(s, from, to, asOf));
  }

  @Override
  public Result<Quote> quote(String symbol, Instant asOf) {
    TreeMap<LocalDate, Double> series = closes.get(symbol);
    Map.Entry<LocalDate, Double> last = series == null ? null : series.floorEntry(known(asOf));
    if (last == null) {
      return Result.failure(FailureReason.NO_DATA, "There is no price for " + symbol + ".");
    }
    BigDecimal price = decimal(last.getValue());
    return Result.success(
        new Quote(symbol, price, price, price, price, 1000, asOf, Source.IMPORTED));
  }

  static BigDecimal decimal(double price) {
    return BigDecimal.valueOf(price).setScale(6, RoundingMode.HALF_EVEN);
  }

  @Override
  public Map<String, Result<Quote>> quotes(Collection<String> symbols, Instant asOf) {
    return each(symbols, s -> quote(s, asOf));
  }

  /** One expiry, two strikes around the spot. */
  @Override
  public Result<OptionChain> optionChain(String underlying, Instant asOf) {
    LocalDate expiry = LocalDate.of(2017, 6, 16);
    return quote(underlying, asOf)
        .map(
            q -> {
              List<OptionChain.Contract> contracts = new ArrayList<>();
              double spot = q.last().doubleValue();
              for (int strike : new int[] {90, 100, 110}) {
                for (OptionChain.Right right : OptionChain.Right.values()) {
                  double years =
                      java.time.Duration.between(
                                  asOf, TradingCalendar.newYork().getSession(expiry).close())
                              .toSeconds()
                          / 86_400.0
                          / 365;
                  double model =
                      BlackScholes.value(right, spot, strike, years, Math.log1p(rate), VOLATILITY);
                  BigDecimal price = BigDecimal.valueOf(model).setScale(4, RoundingMode.HALF_EVEN);
                  contracts.add(
                      new OptionChain.Contract(
                          expiry,
                          BigDecimal.valueOf(strike),
                          right,
                          price,
                          price,
                          price,
                          1,
                          1,
                          VOLATILITY,
                          0));
                }
              }
              return new OptionChain(underlying, q.last(), asOf, Source.IMPORTED, contracts);
            });
  }

  @Override
  public Map<ListedOption, Result<OptionPrice>> optionPrices(
      Collection<ListedOption> options, Instant asOf) {
    return new ChainPrices(this::optionChain).prices(options, asOf);
  }

  @Override
  public Map<ListedOption, Result<OptionCloses>> optionCloses(
      Map<ListedOption, DateRange> options, Instant asOf) {
    return new ChainPrices(this::optionChain).closes(options, asOf);
  }

  @Override
  public Result<BarSeries> vix(LocalDate from, LocalDate to, Instant asOf) {
    return Result.failure(FailureReason.NO_DATA, "There is no VIX.");
  }

  @Override
  public String benchmark() {
    return "SPY";
  }

  @Override
  public double riskFreeRate(Instant asOf) {
    return rate;
  }

  @Override
  public List<CorporateAction> corporateActions(
      String symbol, LocalDate from, LocalDate to, Instant asOf) {
    LocalDate today = TradingCalendar.date(asOf);
    return actions.stream()
        .filter(a -> a.symbol().equals(symbol))
        .filter(a -> !a.exDate().isBefore(from) && !a.exDate().isAfter(to))
        .filter(a -> !a.exDate().isAfter(today))
        .sorted(java.util.Comparator.comparing(CorporateAction::exDate))
        .toList();
  }

  @Override
  public List<Catalyst> catalysts(LocalDate from, LocalDate to, Instant asOf) {
    return List.of();
  }
}
