package magnus.signals;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import magnus.basics.problem.Refusal;
import magnus.basics.time.TradingCalendar;
import magnus.market.MarketData;
import magnus.signals.forecast.ChanceGrade;
import magnus.signals.forecast.ForecastGrade;
import magnus.signals.forecast.ForecastMethod;
import magnus.signals.forecast.Prices;
import magnus.signals.forecast.Walk;
import magnus.signals.indicator.AdjustedBars;
import org.jspecify.annotations.Nullable;

/** Ranges and chances of a symbol's coming prices, each with its measured record. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class SymbolForecasts {

  private static final int[] HORIZONS = {1, 5, 21};
  private static final int LONGEST = 126;

  /** Closes before the first forecast that is graded. */
  private static final int WARM_UP = 252;

  private static final int LEAST_BARS = WARM_UP + 63;
  private static final double YEAR = 252;

  @Inject private MarketData market;

  /** For the container, which fills the fields. */
  public SymbolForecasts() {}

  /** For use outside of a container. */
  public SymbolForecasts(MarketData market) {
    this.market = market;
  }

  /**
   * Ranges of the return over 1, 5 and 21 sessions from the last close that is known.
   *
   * @throws Refusal UNKNOWN for a symbol without prices, UNACCEPTABLE for one with too few
   */
  public ForecastReport forecast(String symbol, Instant asOf) {
    AdjustedBars bars = SymbolHistory.read(market, symbol, asOf, LEAST_BARS);
    Prices prices = prices(bars);
    ForecastMethod method = ForecastMethod.shipped();
    List<ForecastReport.Horizon> horizons = new ArrayList<>();
    for (int sessions : HORIZONS) {
      horizons.add(horizon(method, bars, prices, sessions));
    }
    int last = bars.size() - 1;
    return new ForecastReport(
        symbol,
        asOf,
        bars.source(),
        bars.date(last),
        bars.close()[last],
        method.name(),
        method.words(),
        horizons);
  }

  private static Prices prices(AdjustedBars bars) {
    return new Prices(bars.close(), bars.high(), bars.low());
  }

  private static ForecastReport.Horizon horizon(
      ForecastMethod method, AdjustedBars bars, Prices prices, int sessions) {
    int last = bars.size() - 1;
    Walk walk = new Walk(method, prices, sessions, false);
    walk.to(last);
    List<ForecastReport.Quantile> quantiles = new ArrayList<>();
    for (double level : ForecastGrade.LEVELS) {
      double growth = Math.expm1(walk.quantile(level));
      quantiles.add(new ForecastReport.Quantile(level, growth, bars.close()[last] * (1 + growth)));
    }
    ForecastGrade grade = ForecastGrade.of(method, prices, sessions, WARM_UP, bars.size());
    double[] interval = grade.skillInterval();
    return new ForecastReport.Horizon(
        sessions,
        TradingCalendar.newYork().plusSessions(bars.date(last), sessions).date(),
        walk.deviation() * Math.sqrt(YEAR / sessions),
        quantiles,
        new ForecastReport.Record(
            grade.days(),
            grade.coverage90(),
            grade.coverage50(),
            Arrays.stream(grade.below()).boxed().toList(),
            grade.loss(),
            grade.walkLoss(),
            grade.skill(),
            interval[0],
            interval[1],
            words(grade, interval)));
  }

  private static String words(ForecastGrade grade, double[] interval) {
    return String.format(
        Locale.ROOT,
        "Over %d past days %.1f %% of outcomes fell into the 90 %% range and %.1f %% into the 50 %%"
            + " range. Its loss differs from a random walk's by %+.1f %% (95 %% interval %+.1f to %+.1f"
            + " %%): %s.",
        grade.days(),
        100 * grade.coverage90(),
        100 * grade.coverage50(),
        -100 * grade.skill(),
        -100 * interval[1],
        -100 * interval[0],
        interval[0] > 0
            ? "better than one"
            : interval[1] < 0 ? "worse than one" : "not distinguishable from one");
  }

  /**
   * The chances of ending above a price and of touching it.
   *
   * @param price above 0, at most ten times the last close
   * @param sessions 1 to 126
   * @throws Refusal MALFORMED for other values; else as {@link #forecast}
   */
  public ChanceReport chances(String symbol, Instant asOf, @Nullable Double price, int sessions) {
    if (sessions < 1 || sessions > LONGEST) {
      throw Refusal.malformed("sessions", sessions, "a whole number from 1 to " + LONGEST);
    }
    AdjustedBars bars = SymbolHistory.read(market, symbol, asOf, LEAST_BARS + LONGEST);
    int last = bars.size() - 1;
    double close = bars.close()[last];
    if (price == null || !(price >= close / 10 && price <= close * 10)) {
      throw Refusal.malformed(
          "price",
          price == null ? "" : price,
          "a price from a tenth of the last close (" + close + ") to its tenfold");
    }
    ChanceGrade grade =
        ChanceGrade.of(
            ForecastMethod.shipped(), prices(bars), sessions, Math.log(price / close), WARM_UP);
    ChanceReport.Chance above = chance(grade.above());
    ChanceReport.Chance touch = chance(grade.touch());
    return new ChanceReport(
        symbol,
        asOf,
        bars.source(),
        bars.date(last),
        close,
        price,
        price / close - 1,
        sessions,
        TradingCalendar.newYork().plusSessions(bars.date(last), sessions).date(),
        above,
        touch,
        String.format(
            Locale.ROOT,
            "It ends above %.2f in %d sessions with %.0f %%, and touches it with %.0f %%. For prices"
                + " as far away, %.0f %% and %.0f %% were told on average on %d past days; %.0f %%"
                + " and %.0f %% came true.",
            price,
            sessions,
            100 * above.probability(),
            100 * touch.probability(),
            100 * above.told(),
            100 * touch.told(),
            above.days(),
            100 * above.came(),
            100 * touch.came()));
  }

  private static ChanceReport.Chance chance(ChanceGrade.Told told) {
    return new ChanceReport.Chance(
        told.now(), told.days(), told.mean(), told.came(), told.brier(), told.walkBrier());
  }
}
