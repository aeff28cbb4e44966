package magnus.backtests;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import magnus.backtests.strategy.OptionSelling;
import magnus.backtests.strategy.OptionTerms;
import magnus.backtests.strategy.Rebalancing;
import magnus.backtests.strategy.Strategy;
import magnus.backtests.strategy.Weighting;

/** What is tried beside the strategy that was asked for: its neighbours. */
final class Variants {

  private Variants() {}

  /** The asked-for one first, none twice. */
  static List<Strategy> of(BacktestWish wish) {
    List<Strategy> all = new ArrayList<>();
    switch (wish.kind()) {
      case CALENDAR -> {
        for (int every : with(wish.every(), 5, 21, 63, 252)) {
          all.add(calendar(wish, new Weighting.Fixed(wish.weights()), every));
        }
      }
      case BANDS -> {
        for (double band : with(wish.band(), 0.02, 0.05, 0.1, 0.2)) {
          all.add(
              new Rebalancing(
                  words("bands of %.0f points", 100 * band),
                  new Weighting.Fixed(wish.weights()),
                  wish.every(),
                  band,
                  wish.cost()));
        }
      }
      case MINIMUM_VOLATILITY, RISK_PARITY -> {
        for (int lookBack : with(wish.lookBack(), 126, 252, 504)) {
          Weighting weighting =
              wish.kind() == StrategyKind.RISK_PARITY
                  ? new Weighting.EqualRisk(lookBack)
                  : new Weighting.MinimumVolatility(lookBack);
          for (int every : with(wish.every(), 21, 63)) {
            all.add(calendar(wish, weighting, every));
          }
        }
      }
      case COVERED_CALL, WHEEL -> {
        for (double delta : with(wish.delta(), 0.16, 0.3, 0.45)) {
          for (int expiry : with(wish.expiry(), 21, 42)) {
            all.add(
                new OptionSelling(
                    words("delta %.2f, %d sessions", delta, expiry),
                    wish.kind() == StrategyKind.WHEEL,
                    new OptionTerms(delta, expiry, wish.spread(), wish.cost()),
                    false));
          }
        }
      }
    }
    return all;
  }

  private static Strategy calendar(BacktestWish wish, Weighting weighting, int every) {
    return new Rebalancing(
        words("every %d sessions", every)
            + (weighting.lookBack() > 1 ? words(", from the last %d", weighting.lookBack()) : "")
            + (wish.band() > 0 ? words(", beyond %.0f points", 100 * wish.band()) : ""),
        weighting,
        every,
        wish.band(),
        wish.cost());
  }

  /** The asked-for sale of options, at the market's index of volatility. */
  static Strategy atIndex(BacktestWish wish) {
    return new OptionSelling(
        words("delta %.2f, %d sessions, priced at VIX", wish.delta(), wish.expiry()),
        wish.kind() == StrategyKind.WHEEL,
        new OptionTerms(wish.delta(), wish.expiry(), wish.spread(), wish.cost()),
        true);
  }

  /** Bought once in these weights and left alone. */
  static Strategy holding(BacktestWish wish) {
    return new Rebalancing(
        "bought and held", new Weighting.Fixed(wish.weights()), 0, 0, wish.cost());
  }

  private static List<Integer> with(int first, int... others) {
    List<Integer> all = new ArrayList<>(List.of(first));
    for (int other : others) {
      if (!all.contains(other)) {
        all.add(other);
      }
    }
    return all;
  }

  private static List<Double> with(double first, double... others) {
    List<Double> all = new ArrayList<>(List.of(first));
    for (double other : others) {
      if (!all.contains(other)) {
        all.add(other);
      }
    }
    return all;
  }

  private static String words(String format, Object... figures) {
    return String.format(Locale.ROOT, format, figures);
  }
}
