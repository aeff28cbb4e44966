package magnus.backtests;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ObjIntConsumer;
import magnus.backtests.significance.DeflatedSharpe;
import magnus.backtests.significance.StationaryBootstrap;
import magnus.backtests.strategy.Outcome;
import magnus.backtests.strategy.PastPrices;
import magnus.backtests.strategy.Strategy;
import magnus.basics.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Walks a strategy and its neighbours, and judges what came of it. */
final class BacktestWork {

  private static final int LEAST_SESSIONS = 252;
  private static final int YEAR = 252;
  private static final double SURE = 0.05;

  private final BacktestWish wish;
  private final PriceReading reading;
  private final PastPrices prices;
  private final List<Strategy> strategies;
  private final int first;

  BacktestWork(BacktestWish wish, PriceReading reading) {
    this.wish = wish;
    this.reading = reading;
    this.prices = reading.prices();
    this.strategies = Variants.of(wish);
    this.first = strategies.stream().mapToInt(Strategy::warmUp).max().orElse(1);
    if (prices.size() - first < LEAST_SESSIONS) {
      throw Refusal.of(
          Refusal.Kind.UNACCEPTABLE,
          "too-few-prices",
          String.join(", ", wish.symbols())
              + ": "
              + prices.size()
              + " common sessions; at least "
              + (first + LEAST_SESSIONS)
              + " are needed. Import more history, or look back less far.");
    }
  }

  /**
   * @param progress is told each variant's name and its number, before it is walked; may throw
   */
  BacktestReport run(ObjIntConsumer<String> progress) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Strategy strategy : strategies) {
      progress.accept(strategy.name(), outcomes.size());
      outcomes.add(strategy.walk(prices, first));
    }
    Outcome hold = Variants.holding(wish).walk(prices, first);
    Outcome chosen = chosen(outcomes);
    double[] excess = outcomes.get(0).excess(prices, first);
    double[] holdExcess = hold.excess(prices, first);
    StationaryBootstrap luck = StationaryBootstrap.of(excess, holdExcess);
    StationaryBootstrap walked = StationaryBootstrap.of(chosen.excess(prices, first), holdExcess);
    List<Double> sharpes =
        outcomes.stream().map(o -> Measures.sharpe(o.excess(prices, first))).toList();
    DeflatedSharpe deflated = DeflatedSharpe.of(excess, sharpes);
    double root = Math.sqrt(PastPrices.YEAR);
    BacktestReport.Significance significance =
        new BacktestReport.Significance(
            luck.meanDifference() * PastPrices.YEAR,
            luck.low() * PastPrices.YEAR,
            luck.high() * PastPrices.YEAR,
            luck.meanChance(),
            luck.sharpeDifference() * root,
            luck.sharpeChance(),
            outcomes.size(),
            deflated.lucky() * root,
            deflated.probability(),
            walked.meanDifference() * PastPrices.YEAR,
            walked.meanChance(),
            luck.meanChance() < SURE);
    List<BacktestReport.Figures> variants = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      variants.add(Measures.of(strategies.get(i).name(), outcomes.get(i), prices));
    }
    BacktestReport.Figures held = Measures.of("bought and held", hold, prices);
    BacktestReport.Figures atIndex = atIndex();
    return new BacktestReport(
        wish.kind().name(),
        wish.symbols(),
        reading.sources(),
        date(first),
        date(prices.size() - 1),
        prices.size() - first,
        wish.cost(),
        wish.kind().isOptions() ? BacktestWords.PRICING : "",
        variants.get(0),
        held,
        Measures.of("chosen each year from what had been seen", chosen, prices),
        significance,
        variants,
        atIndex,
        series(outcomes.get(0), hold, chosen),
        BacktestWords.of(wish, variants.get(0), held, significance, atIndex),
        List.of());
  }

  private LocalDate date(int day) {
    return LocalDate.ofEpochDay(prices.days()[day]);
  }

  private BacktestReport.@Nullable Figures atIndex() {
    boolean known = Arrays.stream(prices.implied()).skip(first).anyMatch(v -> v > 0);
    if (!wish.kind().isOptions() || !known) {
      return null;
    }
    Strategy strategy = Variants.atIndex(wish);
    return Measures.of(strategy.name(), strategy.walk(prices, first), prices);
  }

  /**
   * Each year that variant which had the best Sharpe ratio until then, the asked-for one in the
   * first; a change of variants costs one sale and one purchase of everything.
   */
  private Outcome chosen(List<Outcome> outcomes) {
    int n = prices.size() - first;
    double[] wealth = new double[n];
    wealth[0] = outcomes.get(0).wealth()[0];
    int now = 0;
    int changes = 0;
    double costs = outcomes.get(0).costs();
    for (int i = 1; i < n; i++) {
      double[] path = outcomes.get(now).wealth();
      wealth[i] = wealth[i - 1] * path[i] / path[i - 1];
      if (i % YEAR == 0) {
        int best = now;
        double most = Double.NEGATIVE_INFINITY;
        for (int v = 0; v < outcomes.size(); v++) {
          double sharpe = Measures.sharpe(Arrays.copyOf(outcomes.get(v).excess(prices, first), i));
          if (sharpe > most) {
            most = sharpe;
            best = v;
          }
        }
        if (best != now) {
          double paid = wealth[i] * 2 * wish.cost();
          wealth[i] -= paid;
          costs += paid;
          changes++;
          now = best;
        }
      }
    }
    return new Outcome(first, wealth, costs, changes * 2 * PastPrices.YEAR / n, changes, 0);
  }

  private List<BacktestReport.Point> series(Outcome asked, Outcome hold, Outcome chosen) {
    List<BacktestReport.Point> points = new ArrayList<>();
    for (int i = 0; i < prices.size() - first; i++) {
      LocalDate day = date(first + i);
      boolean last = i == prices.size() - first - 1;
      if (i == 0 || last || date(first + i + 1).getMonth() != day.getMonth()) {
        points.add(
            new BacktestReport.Point(day, asked.wealth()[i], hold.wealth()[i], chosen.wealth()[i]));
      }
    }
    return points;
  }
}
