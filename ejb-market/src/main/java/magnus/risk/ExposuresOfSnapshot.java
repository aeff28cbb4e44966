package magnus.risk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import magnus.market.MarketData;
import magnus.risk.metrics.DailyReturns;
import magnus.risk.metrics.RobustScore;
import magnus.risk.scenario.HistoricalSimulation;
import org.jspecify.annotations.Nullable;

/** Computes {@link ExposureReport}. */
final class ExposuresOfSnapshot {

  /** Days' returns are wild often: a score that would be one in millions, were they normal. */
  private static final double WILD_RETURN = 6;

  /** Iglewicz and Hoaglin's own. */
  private static final double WILD_WEIGHT = 3.5;

  private static final int YEAR = 252;
  private static final int LEAST_PAST = 60;
  private static final int LEAST_HOLDINGS = 5;
  private static final String RULE =
      "A return of the last session more than 6 robust deviations (1.4826 times the median absolute"
          + " deviation) from the median of the 252 sessions before; a weight more than 3.5 from the"
          + " median of five holdings or more.";

  private ExposuresOfSnapshot() {}

  static ExposureReport compute(RiskSnapshot snapshot, MarketData market) {
    NotComputed.Collector gaps = new NotComputed.Collector();
    snapshot.gaps().forEach(gaps::symbol);
    DailyReturns returns = gaps.take("factors", snapshot.simulation().returns());
    return new ExposureReport(
        snapshot.holdings().asOf(),
        snapshot.holdings().currency(),
        returns == null
            ? null
            : gaps.take("factors", new FactorProxies(market, snapshot, returns).explain()),
        anomalies(snapshot, returns == null ? null : returns.to()),
        gaps.symbols(),
        gaps.figures());
  }

  private static ExposureReport.Anomalies anomalies(
      RiskSnapshot snapshot, @Nullable LocalDate last) {
    HistoricalSimulation simulation = snapshot.simulation();
    List<ExposureReport.Anomaly> found = new ArrayList<>();
    int tested = 0;
    int alarms = 0;
    for (String symbol : simulation.underlyings()) {
      double[] moves = simulation.moves(symbol);
      // each fifth day: the rate is the same, and a fifth of the sorting
      for (int day = moves.length - 1; day >= LEAST_PAST; day -= 5) {
        double[] past = Arrays.copyOfRange(moves, Math.max(0, day - YEAR), day);
        double score = RobustScore.of(moves[day], past);
        boolean wild = Math.abs(score) > WILD_RETURN;
        if (day == moves.length - 1) {
          if (wild) {
            found.add(new ExposureReport.Anomaly(symbol, "RETURN", moves[day], score, last));
          }
        } else {
          tested++;
          alarms += wild ? 1 : 0;
        }
      }
    }
    found.addAll(weights(simulation.exposures()));
    found.sort(
        Comparator.comparingDouble((ExposureReport.Anomaly a) -> Math.abs(a.score())).reversed());
    return new ExposureReport.Anomalies(
        RULE, tested == 0 ? 0 : (double) alarms / tested, tested, List.copyOf(found));
  }

  private static List<ExposureReport.Anomaly> weights(Map<String, Double> exposures) {
    double whole = exposures.values().stream().mapToDouble(Math::abs).sum();
    List<ExposureReport.Anomaly> found = new ArrayList<>();
    if (exposures.size() >= LEAST_HOLDINGS && whole > 0) {
      double[] all = exposures.values().stream().mapToDouble(e -> e / whole).toArray();
      exposures.forEach(
          (symbol, exposure) -> {
            double score = RobustScore.of(exposure / whole, all);
            if (Math.abs(score) > WILD_WEIGHT) {
              found.add(
                  new ExposureReport.Anomaly(symbol, "WEIGHT", exposure / whole, score, null));
            }
          });
    }
    return found;
  }
}
