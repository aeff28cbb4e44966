package magnus.portfolio.valuation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import magnus.basics.money.Money;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.basics.time.TradingCalendar;
import magnus.market.Instrument;
import magnus.market.ListedOption;
import magnus.market.MarketData;
import magnus.market.OptionChain;
import magnus.market.OptionPrice;
import magnus.market.Quote;
import magnus.market.Source;
import magnus.portfolio.Holding;
import magnus.portfolio.Holdings;
import magnus.portfolio.Missing;
import magnus.portfolio.OptionContract;
import magnus.portfolio.Position;
import magnus.portfolio.ledger.LedgerState;
import org.jspecify.annotations.Nullable;

/**
 * Values positions at an instant of market time. The market's prices are in USD; nothing is
 * converted: what is in another currency stands beside the totals, and is named as missing from
 * them.
 */
public final class PositionValuer {

  /** The currency of all prices of the market data. */
  public static final String PRICE_CURRENCY = "USD";

  private static final int PRICE_DECIMALS = 6;

  private final MarketData market;
  private final UntoldSplits untold;

  public PositionValuer(MarketData market, UntoldSplits untold) {
    this.market = market;
    this.untold = untold;
  }

  /**
   * What the state's positions are worth.
   *
   * @param splitToday ratio of splits whose ex-date is the session of the quote, by symbol:
   *     yesterday's close is told in old shares
   */
  public Holdings value(
      LedgerState state, String currency, Instant asOf, Map<String, BigDecimal> splitToday) {
    List<Position> positions =
        state.positions().stream().filter(p -> p.quantity().signum() != 0).toList();
    Prices prices = prices(positions, asOf);
    List<Missing> missing = new ArrayList<>(state.notices());
    List<Holding> items = new ArrayList<>();
    BigDecimal cash = state.cash(currency);
    BigDecimal value = cash;
    BigDecimal unrealised = BigDecimal.ZERO;
    BigDecimal dayChange = BigDecimal.ZERO;
    for (Position position : positions) {
      Holding holding = holding(position, prices, splitToday, missing);
      items.add(holding);
      if (holding.value() != null && !position.currency().equals(currency)) {
        missing.add(new Missing(position.symbol(), noRate(position.currency(), currency)));
      } else if (holding.value() != null) {
        value = value.add(holding.value());
        unrealised = plus(unrealised, holding.unrealised());
        dayChange = plus(dayChange, holding.dayChange());
      }
      if (position.costBasis() == null) {
        missing.add(
            new Missing(
                position.symbol(),
                "Its cost is not in the history, so its gain is not in the totals."));
      }
    }
    if (cash.signum() < 0) {
      missing.add(new Missing("cash", overdrawn(cash, currency)));
    }
    List<Money> others = new ArrayList<>();
    for (Map.Entry<String, BigDecimal> other : new TreeMap<>(state.cash()).entrySet()) {
      if (!other.getKey().equals(currency) && other.getValue().signum() != 0) {
        others.add(new Money(other.getValue(), other.getKey()));
        missing.add(new Missing("cash " + other.getKey(), noRate(other.getKey(), currency)));
      }
    }
    items.sort(Comparator.comparing(Holding::symbol).thenComparing(Holding::currency));
    return new Holdings(
        asOf,
        currency,
        cents(cash, currency),
        others,
        cents(value, currency),
        cents(unrealised, currency),
        cents(state.realised(currency), currency),
        cents(state.income(currency), currency),
        cents(dayChange, currency),
        items,
        missing);
  }

  private static String overdrawn(BigDecimal cash, String currency) {
    return "The history pays out "
        + new Money(cash.negate(), currency).inWords()
        + " more than it brings in: an opening balance, a deposit or a loan is not in it.";
  }

  static String noRate(String from, String to) {
    return "There is no exchange rate from " + from + " to " + to + "; it is not in the totals.";
  }

  /** A total, to the currency's smallest unit. */
  static BigDecimal cents(BigDecimal total, String currency) {
    int digits = Money.zero(currency).amount().scale();
    return total.setScale(digits, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal plus(BigDecimal sum, @Nullable BigDecimal more) {
    return more == null ? sum : sum.add(more);
  }

  /** All that the market says about the positions. */
  private record Prices(
      Instant asOf,
      LocalDate today,
      Map<String, Result<Quote>> quotes,
      Map<ListedOption, Result<OptionPrice>> options,
      Map<String, Optional<Instrument>> instruments) {}

  private Prices prices(List<Position> positions, Instant asOf) {
    LocalDate today = TradingCalendar.date(asOf);
    Set<String> symbols = new TreeSet<>();
    Set<ListedOption> options = new LinkedHashSet<>();
    Map<String, Optional<Instrument>> instruments = new HashMap<>();
    for (Position p : positions) {
      OptionContract option = p.option();
      if (option == null) {
        symbols.add(p.symbol());
      } else if (!option.expiry().isBefore(today)) {
        options.add(untold.listed(option, today));
      }
      instruments.computeIfAbsent(
          option == null ? p.symbol() : option.underlying(),
          symbol -> market.findInstrument(symbol, asOf));
    }
    return new Prices(
        asOf,
        today,
        symbols.isEmpty() ? Map.of() : market.quotes(symbols, asOf),
        options.isEmpty() ? Map.of() : market.optionPrices(options, asOf),
        instruments);
  }

  private Holding holding(
      Position p, Prices prices, Map<String, BigDecimal> splitToday, List<Missing> missing) {
    OptionContract option = p.option();
    Optional<Instrument> instrument =
        prices
            .instruments()
            .getOrDefault(option == null ? p.symbol() : option.underlying(), Optional.empty());
    Result<Priced> found =
        !p.currency().equals(PRICE_CURRENCY)
            ? Result.failure(
                FailureReason.NO_DATA,
                "There are prices in " + PRICE_CURRENCY + " only, not in " + p.currency() + ".")
            : option == null ? stock(p, prices, splitToday) : option(option, prices);
    found.findFailure().ifPresent(f -> missing.add(new Missing(p.symbol(), f.detail())));
    Priced priced = found.find().orElse(Priced.NONE);
    BigDecimal units = p.quantity().multiply(BigDecimal.valueOf(p.multiplier()));
    BigDecimal value = priced.price == null ? null : units.multiply(priced.price);
    BigDecimal basis = p.costBasis();
    BigDecimal unrealised = value == null || basis == null ? null : value.subtract(basis);
    return new Holding(
        p.symbol(),
        instrument.map(i -> option == null ? i.name() : describe(option)).orElse(p.symbol()),
        kind(p, instrument),
        p.currency(),
        p.quantity(),
        basis == null ? null : basis.divide(units, PRICE_DECIMALS, RoundingMode.HALF_EVEN),
        basis == null ? null : cents(basis, p.currency()),
        priced.price,
        priced.source,
        value == null ? null : cents(value, p.currency()),
        unrealised == null ? null : cents(unrealised, p.currency()),
        unrealised == null || basis == null || basis.signum() == 0
            ? null
            : 100 * unrealised.divide(basis.abs(), MathContext.DECIMAL64).doubleValue(),
        priced.change == null ? null : cents(units.multiply(priced.change), p.currency()),
        instrument.map(Instrument::sector).orElse("Unknown"),
        option);
  }

  private static String describe(OptionContract option) {
    return option.underlying()
        + " "
        + option.expiry()
        + " "
        + option.strike().toPlainString()
        + " "
        + (option.right() == OptionChain.Right.CALL ? "call" : "put");
  }

  private static Holding.Kind kind(Position p, Optional<Instrument> instrument) {
    if (p.option() != null) {
      return Holding.Kind.OPTION;
    }
    if (instrument.isPresent()) {
      return switch (instrument.get().kind()) {
        case STOCK -> Holding.Kind.STOCK;
        case ETF -> Holding.Kind.ETF;
        case INDEX -> Holding.Kind.OTHER;
      };
    }
    // Nasdaq gives mutual and money-market funds five letters ending in X.
    return p.symbol().matches("[A-Z]{4}X") ? Holding.Kind.FUND : Holding.Kind.OTHER;
  }

  /** A price, and how much it has changed since the previous close. */
  private record Priced(
      @Nullable BigDecimal price, @Nullable Source source, @Nullable BigDecimal change) {
    static final Priced NONE = new Priced(null, null, null);
  }

  private Result<Priced> stock(Position p, Prices prices, Map<String, BigDecimal> splitToday) {
    Result<Quote> quote = prices.quotes().get(p.symbol());
    if (quote == null) {
      return Result.failure(FailureReason.NO_DATA, "There is no price for " + p.symbol() + ".");
    }
    return quote.map(
        q -> {
          BigDecimal before = q.previousClose();
          BigDecimal ratio = splitToday.get(p.symbol());
          if (ratio != null) {
            before = before.divide(ratio, MathContext.DECIMAL64);
          }
          LocalDate day = TradingCalendar.date(q.at());
          BigDecimal last = q.last().multiply(untold.factor(p.symbol(), day));
          before = before.multiply(untold.factor(p.symbol(), day.minusDays(1)));
          return new Priced(last, q.source(), last.subtract(before));
        });
  }

  private Result<Priced> option(OptionContract option, Prices prices) {
    if (option.expiry().isBefore(prices.today())) {
      return Result.failure(
          FailureReason.NOT_COMPUTABLE,
          "It expired on " + option.expiry() + ", and the history does not say how it ended.");
    }
    Result<OptionPrice> found = prices.options().get(untold.listed(option, prices.today()));
    if (found == null) {
      return Result.failure(FailureReason.NO_DATA, "There is no price for it.");
    }
    BigDecimal factor = untold.factor(option.underlying(), prices.today());
    return found.map(p -> new Priced(p.price().multiply(factor), p.source(), null));
  }
}
