package magnus.signals;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import magnus.basics.problem.Refusal;
import magnus.basics.result.Result;
import magnus.basics.time.MarketClock;
import magnus.cache.Codec;
import magnus.cache.DataType;
import magnus.cache.Ingredient;
import magnus.cache.Served;
import magnus.cache.Shelf;
import magnus.cache.ShelfPlan;
import magnus.cache.Shelves;

/**
 * Signals and forecasts at market time, from shelves that all nodes share. They are made from
 * closes, so that no price of the day moves them; a close does, an import, and news of the symbol.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignalShelves {

  private static final int NO_WINDOW = 0;

  @Inject private Shelves shelves;
  @Inject private MarketClock market;
  @EJB private SymbolSignals signals;
  @EJB private SymbolForecasts forecasts;

  private Shelf<AfterClose, SignalReport> told;
  private Shelf<AfterClose, ForecastReport> ranges;

  @PostConstruct
  void open() {
    told =
        shelves.open(
            ShelfPlan.of(
                    "signals",
                    DataType.RESEARCH,
                    AfterClose::text,
                    AfterClose::parse,
                    Codec.json(SignalReport.class),
                    (AfterClose key, Instant asOf) ->
                        Result.success(signals.signals(key.symbol(), asOf, key.window())),
                    (key, report) -> madeOf(key))
                .withStale(Duration.ZERO, Duration.ofHours(1))
                .withError((served, truth) -> served.items().equals(truth.items()) ? 0 : 1)
                .withRoom(5_000, 64L << 20));
    ranges =
        shelves.open(
            ShelfPlan.of(
                    "forecasts",
                    DataType.RESEARCH,
                    AfterClose::text,
                    AfterClose::parse,
                    Codec.json(ForecastReport.class),
                    (AfterClose key, Instant asOf) ->
                        Result.success(forecasts.forecast(key.symbol(), asOf)),
                    (key, report) -> madeOf(key))
                .withStale(Duration.ZERO, Duration.ofHours(1))
                .withError((served, truth) -> served.horizons().equals(truth.horizons()) ? 0 : 1)
                .withRoom(5_000, 64L << 20));
  }

  /** An import may change any symbol's past, and tells so of the market as a whole. */
  private static Set<Ingredient> madeOf(AfterClose key) {
    return Set.of(Ingredient.symbol(key.symbol()), Ingredient.WHOLE_MARKET);
  }

  /**
   * The signals after the last close.
   *
   * @param window sessions after which claims are judged, 1 to 63
   * @throws Refusal as {@link SymbolSignals#signals}
   */
  public Result<Served<SignalReport>> signals(String symbol, int window) {
    SymbolSignals.checkWindow(window);
    return told.get(AfterClose.at(market.instant(), symbol, window));
  }

  /**
   * Ranges of the return from the last close.
   *
   * @throws Refusal as {@link SymbolForecasts#forecast}
   */
  public Result<Served<ForecastReport>> forecast(String symbol) {
    return ranges.get(AfterClose.at(market.instant(), symbol, NO_WINDOW));
  }
}
