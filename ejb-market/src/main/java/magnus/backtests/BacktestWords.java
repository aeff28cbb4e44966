package magnus.backtests;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a backtest found, as sentences. */
final class BacktestWords {

  private static final double BELIEVED = 0.95;

  private BacktestWords() {}

  static List<String> of(
      BacktestWish wish,
      BacktestReport.Figures strategy,
      BacktestReport.Figures hold,
      BacktestReport.Significance luck,
      String pricing) {
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
                + " (chance %.2f).",
            100 * luck.difference(),
            100 * luck.low(),
            100 * luck.high(),
            luck.distinguishable() ? "more than luck gives" : "not distinguishable from luck",
            luck.chance()));
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
                + " holding (chance %.2f).",
            100 * luck.walkedDifference(), luck.walkedChance()));
    sentences.add(
        words(
            "Costs of %.0f basis points a trade%s are counted, taxes are not. The past is no promise.",
            10_000 * wish.cost(),
            wish.kind().isOptions()
                ? words(" and %.0f %% of each premium", 100 * wish.spread())
                : ""));
    if (!pricing.isEmpty()) {
      sentences.add("Options: " + pricing);
    }
    return sentences;
  }

  private static String words(String format, Object... figures) {
    return String.format(Locale.ROOT, format, figures);
  }
}
