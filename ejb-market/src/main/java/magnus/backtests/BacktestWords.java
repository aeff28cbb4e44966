package magnus.backtests;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a backtest found, as sentences. */
final class BacktestWords {

  static final String PRICING =
      "Options are priced by Black and Scholes at a volatility forecast from past prices, and the"
          + " figures hold for such prices only: no past chains are looked at, what option markets"
          + " paid above that is not counted, and one volatility for all strikes makes calls dearer"
          + " and puts cheaper than they were.";

  private static final double BELIEVED = 0.95;

  private BacktestWords() {}

  static List<String> of(
      BacktestWish wish,
      BacktestReport.Figures strategy,
      BacktestReport.Figures hold,
      BacktestReport.Significance luck,
      BacktestReport.@Nullable Figures atIndex) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        words(
            "It grew by %.1f %% a year at %.1f %% volatility, holding by %.1f %% at %.1f %%; the"
                + " deepest falls were %.0f %% and %.0f %%.",
            100 * strategy.yearly(),
            100 * strategy.volatility(),
            100 * hold.yearly(),
            100 * hold.volatility(),
            100 * strategy.drawdown(),
            100 * hold.drawdown()));
    sentences.add(
        words(
            "Against holding that is %+.1f points a year, 95 %% interval %+.1f to %+.1f: %s"
                + " (chance %s).",
            100 * luck.difference(),
            100 * luck.low(),
            100 * luck.high(),
            luck.distinguishable() ? "more than luck gives" : "not distinguishable from luck",
            chance(luck.chance())));
    sentences.add(
        words(
            "Of %d variants tried, the best worthless one would show a Sharpe ratio of %.2f by luck;"
                + " that its own %.2f is truly above that has a probability of %.0f %%%s.",
            luck.trials(),
            luck.luckySharpe(),
            strategy.sharpe(),
            100 * luck.deflatedSharpe(),
            luck.deflatedSharpe() >= BELIEVED ? "" : ", too little to believe it"));
    sentences.add(
        words(
            "Choosing the variant each year from what had been seen: %+.1f points a year against"
                + " holding (chance %s).",
            100 * luck.walkedDifference(), chance(luck.walkedChance())));
    sentences.add(
        words(
            "Costs of %.0f basis points a trade%s are counted, taxes are not. The past is no promise.",
            10_000 * wish.cost(),
            wish.kind().isOptions()
                ? words(" and %.0f %% of each premium", 100 * wish.spread())
                : ""));
    if (wish.kind().isOptions()) {
      sentences.add(PRICING);
    }
    if (atIndex != null) {
      sentences.add(
          words(
              "Priced at VIX, which is dearer still than the calls that are sold, it would have grown"
                  + " by %.1f %% a year.",
              100 * atIndex.yearly()));
    }
    return sentences;
  }

  private static String chance(double p) {
    return p < 0.01 ? "below 0.01" : words("%.2f", p);
  }

  private static String words(String format, Object... figures) {
    return String.format(Locale.ROOT, format, figures);
  }
}
