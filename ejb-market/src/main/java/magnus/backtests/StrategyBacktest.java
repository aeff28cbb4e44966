package magnus.backtests;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import magnus.basics.time.MarketClock;
import magnus.identity.Caller;
import magnus.market.MarketData;
import magnus.runs.Operation;
import magnus.runs.Operations;
import magnus.runs.RunStep;
import magnus.runs.StepContext;

/** Offers the streamed operation {@value #NAME}. */
@Singleton
@Startup
public class StrategyBacktest {

  /** The operation's name. */
  public static final String NAME = "strategy_backtest";

  /** The type of the event that has the result. */
  public static final String RESULT = "backtest";

  @Inject private Operations operations;
  @Inject private MarketData market;
  @Inject private MarketClock clock;

  @PostConstruct
  void register() {
    operations.register(
        new Operation(
            NAME,
            "Walks a strategy over past prices with costs and says how much of the result may be"
                + " luck. Parameters: strategy (CALENDAR, BANDS, MINIMUM_VOLATILITY, RISK_PARITY,"
                + " COVERED_CALL, WHEEL), symbols (by commas; one for options), and as wished "
                + String.join(", ", BacktestWish.NAMES.subList(2, BacktestWish.NAMES.size()))
                + ".",
            this::check),
        List.of(new BacktestStep(market)));
  }

  /** Refuses before anything is journaled what could not be walked. */
  private Map<String, String> check(Caller caller, Map<String, String> given) {
    BacktestWish wish = BacktestWish.of(given);
    var unused = new BacktestWork(wish, PriceReading.of(market, wish, clock.instant()));
    return wish.parameters();
  }

  /** The one step. */
  record BacktestStep(MarketData market) implements RunStep {

    @Override
    public String name() {
      return RESULT;
    }

    @Override
    public String title() {
      return "Walking the strategy over past prices";
    }

    @Override
    public void run(StepContext context) {
      BacktestWish wish = BacktestWish.of(context.parameters());
      BacktestWork work = new BacktestWork(wish, PriceReading.of(market, wish, context.asOf()));
      int variants = Variants.of(wish).size();
      BacktestReport report =
          work.run(
              (name, number) -> {
                context.checkCancelled();
                context.progress((double) number / (variants + 1), name);
              });
      context.checkCancelled();
      context.emit(report);
    }
  }
}
