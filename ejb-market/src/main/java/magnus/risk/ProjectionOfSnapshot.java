package magnus.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import magnus.risk.scenario.HistoricalSimulation;

/** Computes {@link ProjectionReport}. */
final class ProjectionOfSnapshot {

  private static final List<Double> PRICES =
      List.of(-0.5, -0.4, -0.3, -0.2, -0.15, -0.1, -0.05, 0.0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5);
  private static final List<Double> VOLATILITIES = List.of(-0.1, 0.0, 0.1, 0.2, 0.4);
  private static final List<Integer> DAYS = List.of(0, 5, 21, 63);

  private ProjectionOfSnapshot() {}

  static ProjectionReport compute(RiskSnapshot snapshot) {
    HistoricalSimulation simulation = snapshot.simulation();
    List<ProjectionReport.Cell> cells = new ArrayList<>();
    for (int days : DAYS) {
      for (double volatility : VOLATILITIES) {
        for (double price : PRICES) {
          double gain = 0;
          for (String name : simulation.underlyings()) {
            gain += simulation.gain(name, price, volatility, days);
          }
          cells.add(
              new ProjectionReport.Cell(price, volatility, days, MetricsOfSnapshot.money(gain)));
        }
      }
    }
    Comparator<ProjectionReport.Cell> byGain = Comparator.comparing(ProjectionReport.Cell::gain);
    ProjectionReport.Cell worst = cells.stream().min(byGain).orElseThrow();
    double covered = simulation.coveredValue();
    NotComputed.Collector gaps = new NotComputed.Collector();
    snapshot.gaps().forEach(gaps::symbol);
    return new ProjectionReport(
        snapshot.holdings().asOf(),
        snapshot.holdings().currency(),
        MetricsOfSnapshot.money(covered),
        PRICES,
        VOLATILITIES,
        DAYS,
        List.copyOf(cells),
        worst,
        cells.stream().max(byGain).orElseThrow(),
        covered > 0 ? Math.max(0, -worst.gain().doubleValue() / covered) : 0,
        worst.price() == PRICES.get(0) || worst.price() == PRICES.get(PRICES.size() - 1),
        gaps.symbols());
  }
}
