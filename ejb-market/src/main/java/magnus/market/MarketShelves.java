package magnus.market;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import magnus.basics.result.Result;
import magnus.basics.time.TradingCalendar;
import magnus.cache.Codec;
import magnus.cache.DataType;
import magnus.cache.Exposure;
import magnus.cache.Ingredient;
import magnus.cache.Served;
import magnus.cache.Shelf;
import magnus.cache.ShelfPlan;
import magnus.cache.Shelves;

/**
 * Quotes and option chains at market time, from shelves that all nodes share. What needs a fixed
 * as-of, such as the steps of a run, asks {@link MarketData} itself.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MarketShelves {

  /** The shelf of quotes, by symbol. */
  public static final String QUOTES = "quotes";

  /** The shelf of option chains, by underlying. */
  public static final String OPTION_CHAINS = "option-chains";

  /** Symbols in one call of the market: two statements of the database however many they are. */
  public static final int MOST_QUOTES = 200;

  private static final double BASIS_POINTS = 10_000;

  @Inject private Shelves shelves;
  @Inject private MarketData market;
  @Inject private MarketMood mood;
  @Inject private Event<QuoteSeen> seen;
  @Resource private ManagedExecutorService threads;

  private Shelf<String, Quote> quotes;
  private Shelf<String, OptionChain> chains;

  @PostConstruct
  void open() {
    shelves.sense(mood);
    quotes =
        shelves.open(
            ShelfPlan.of(
                    QUOTES,
                    DataType.QUOTE,
                    Codec.json(Quote.class),
                    (symbol, asOf) ->
                        Objects.requireNonNull(
                            loadQuotes(Set.of(symbol), asOf).get(symbol), symbol),
                    (symbol, quote) -> Set.of(Ingredient.symbol(symbol)))
                .withStale(Duration.ofSeconds(2), Duration.ofMinutes(15))
                .withSound(quote -> quote.last().signum() > 0)
                .withError((served, truth) -> apart(served.last(), truth.last()))
                .withExposure((symbol, quote) -> priceOf(symbol, quote.last()))
                .withRiding(MOST_QUOTES, this::loadQuotes)
                .withRoom(20_000, 32L << 20));
    chains =
        shelves.open(
            ShelfPlan.of(
                    OPTION_CHAINS,
                    DataType.OPTION_CHAIN,
                    Codec.json(OptionChain.class),
                    market::optionChain,
                    (underlying, chain) -> Set.of(Ingredient.symbol(underlying)))
                .withStale(Duration.ofSeconds(30), Duration.ofMinutes(15))
                .withSound(chain -> chain.spot().signum() > 0)
                .withError((served, truth) -> apart(served.spot(), truth.spot()))
                .withExposure((underlying, chain) -> priceOf(underlying, chain.spot()))
                .withRoom(2_000, 256L << 20));
  }

  private static double apart(BigDecimal one, BigDecimal other) {
    return Math.abs(Math.log(one.doubleValue() / other.doubleValue())) * BASIS_POINTS;
  }

  private static List<Exposure> priceOf(String symbol, BigDecimal price) {
    return List.of(Exposure.price(symbol, price.doubleValue()));
  }

  private Map<String, Result<Quote>> loadQuotes(Set<String> symbols, Instant asOf) {
    Map<String, Result<Quote>> loaded = market.quotes(symbols, asOf);
    loaded.forEach(
        (symbol, result) -> result.find().ifPresent(quote -> tellLater(symbol, quote, asOf)));
    return loaded;
  }

  /** On another thread: what a price means for other entries is no part of its own load. */
  private void tellLater(String symbol, Quote quote, Instant asOf) {
    try {
      threads.execute(() -> tell(symbol, quote, asOf));
    } catch (RejectedExecutionException e) {
      MarketLog.LOG.priceNotWatched(symbol, e.toString());
    }
  }

  private void tell(String symbol, Quote quote, Instant asOf) {
    shelves.priceSeen(symbol, quote.last().doubleValue(), asOf);
    seen.fire(new QuoteSeen(symbol, quote.last(), asOf));
    OptionalDouble usual = mood.usualVolume(symbol, asOf);
    if (usual.isPresent()) {
      LocalDate session = TradingCalendar.newYork().lastOpened(asOf).date();
      shelves.volumeSeen(symbol, quote.volume(), usual.getAsDouble(), session, asOf);
    }
  }

  /** The latest price known at market time. */
  public Result<Served<Quote>> quote(String symbol) {
    return quotes.get(symbol);
  }

  /** The same of many symbols in their order; all that are not fresh come in one call. */
  public Map<String, Result<Served<Quote>>> quotes(Collection<String> symbols) {
    return quotes.getAll(symbols);
  }

  /** The option chain with quotes as of market time. */
  public Result<Served<OptionChain>> optionChain(String underlying) {
    return chains.get(underlying);
  }
}
