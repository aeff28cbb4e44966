package magnus.market.simulated;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import magnus.market.BarSeries;
import magnus.market.CorporateAction;

/** Sixteen years of one seed, as the tests look at them. */
final class SimulatedMarket {

  static final LocalDate FROM = LocalDate.of(2010, 1, 4);
  static final LocalDate TO = LocalDate.of(2025, 12, 31);
  static final Instant AFTER = Instant.parse("2026-01-01T00:00:00Z");

  private static final Map<Long, SimulatedMarket> BY_SEED = new ConcurrentHashMap<>();

  final SimulatedFeed feed;
  final History history;
  private final Map<String, double[]> returns = new ConcurrentHashMap<>();

  private SimulatedMarket(long seed) {
    feed = new SimulatedFeed(seed);
    history = new History(Seeds.constant(seed));
  }

  static SimulatedMarket of(long seed) {
    return BY_SEED.computeIfAbsent(seed, SimulatedMarket::new);
  }

  BarSeries bars(String symbol) {
    return feed.bars(symbol, FROM, TO, AFTER).find().orElseThrow();
  }

  /** Daily logarithmic returns from close to close, splits undone. */
  double[] returns(String symbol) {
    return returns.computeIfAbsent(symbol, this::workOut);
  }

  private double[] workOut(String symbol) {
    BarSeries bars = bars(symbol);
    double[] found = new double[bars.size() - 1];
    for (int i = 1; i < bars.size(); i++) {
      found[i - 1] = Math.log(bars.close()[i] / bars.close()[i - 1]);
    }
    for (CorporateAction action : feed.corporateActions(symbol, FROM, TO, AFTER)) {
      if (action.kind() == CorporateAction.Kind.SPLIT) {
        int at = bars.indexOnOrBefore(action.exDate());
        found[at - 1] += Math.log(action.amount().doubleValue());
      }
    }
    return found;
  }
}
