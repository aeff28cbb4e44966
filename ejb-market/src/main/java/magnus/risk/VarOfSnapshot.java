package magnus.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import magnus.basics.result.Result;
import magnus.risk.metrics.DailyReturns;
import magnus.risk.scenario.HistoricalSimulation;
import magnus.risk.simulation.GainGrid;
import magnus.risk.simulation.JointReturns;
import magnus.risk.simulation.MonteCarloVar;
import magnus.risk.var.Confidence;
import magnus.risk.var.Coverage;
import magnus.risk.var.PastReturns;
import magnus.risk.var.TailLoss;
import magnus.risk.var.VarBacktest;
import magnus.risk.var.VarMethod;
import org.jspecify.annotations.Nullable;

/** Computes {@link VarReport}. */
final class VarOfSnapshot {

  private static final int PATHS = 20_000;
  private static final long SEED = 1;
  private static final double DEGREES = 5;
  private static final int NODES = 65;

  /** A grid spans so many standard deviations; beyond, positions are revalued directly. */
  private static final double REACH = 10;

  private final RiskSnapshot snapshot;
  private final NotComputed.Collector gaps = new NotComputed.Collector();

  private VarOfSnapshot(RiskSnapshot snapshot) {
    this.snapshot = snapshot;
    snapshot.gaps().forEach(gaps::symbol);
  }

  static VarReport compute(RiskSnapshot snapshot) {
    return new VarOfSnapshot(snapshot).compute();
  }

  private VarReport compute() {
    HistoricalSimulation simulation = snapshot.simulation();
    VarMethod method = VarMethod.shipped();
    DailyReturns returns = gaps.take("returns", simulation.returns());
    Map<Confidence, VarBacktest> walked =
        returns == null
            ? null
            : gaps.take("record", VarBacktest.walk(method, returns.returns(), method.warmUp()));
    RecentMoves recent =
        returns == null ? null : gaps.take("simulated", RecentMoves.of(simulation));
    MonteCarloVar.@Nullable Tail simulated = recent == null ? null : simulated(simulation, recent);
    double covered = simulation.coveredValue();
    return new VarReport(
        snapshot.holdings().asOf(),
        snapshot.holdings().currency(),
        MetricsOfSnapshot.money(covered),
        method.name(),
        method.description(),
        returns == null ? Map.of() : levels(method, returns, walked),
        returns == null ? List.of() : compared(returns),
        returns == null || walked == null ? null : last(days(returns, walked)),
        returns == null || walked == null ? List.of() : days(returns, walked),
        simulated == null
            ? null
            : new VarReport.Simulated(
                PATHS,
                DEGREES,
                simulated.valueAtRisk() / covered,
                simulated.low() / covered,
                simulated.high() / covered,
                simulated.expectedShortfall() / covered),
        simulated == null || recent == null
            ? List.of()
            : contributions(simulation, recent.names(), simulated),
        gaps.symbols(),
        gaps.figures());
  }

  private Map<String, VarReport.Level> levels(
      VarMethod method, DailyReturns returns, @Nullable Map<Confidence, VarBacktest> walked) {
    PastReturns past = PastReturns.first(returns.size(), returns.returns());
    Map<String, VarReport.Level> levels = new LinkedHashMap<>();
    for (Confidence confidence : Confidence.values()) {
      TailLoss tail = gaps.take("levels." + confidence.label(), method.forecast(past, confidence));
      if (tail != null) {
        VarBacktest test = walked == null ? null : walked.get(confidence);
        levels.put(
            confidence.label(),
            new VarReport.Level(
                tail.valueAtRisk(), tail.expectedShortfall(), test == null ? null : graded(test)));
      }
    }
    return levels;
  }

  /**
   * Simpler methods over the same days, so that the shipped one's record can be judged by theirs.
   */
  private static List<VarReport.Compared> compared(DailyReturns returns) {
    List<VarReport.Compared> all = new ArrayList<>();
    int first = VarMethod.shipped().warmUp();
    PastReturns past = PastReturns.first(returns.size(), returns.returns());
    for (VarMethod method : VarMethod.simpler()) {
      Map<String, VarReport.Level> levels = new LinkedHashMap<>();
      Map<Confidence, VarBacktest> walked =
          VarBacktest.walk(method, returns.returns(), first).find().orElse(Map.of());
      for (Confidence confidence : Confidence.values()) {
        VarBacktest test = walked.get(confidence);
        method
            .forecast(past, confidence)
            .find()
            .ifPresent(
                tail ->
                    levels.put(
                        confidence.label(),
                        new VarReport.Level(
                            tail.valueAtRisk(),
                            tail.expectedShortfall(),
                            test == null ? null : graded(test))));
      }
      if (!levels.isEmpty()) {
        all.add(new VarReport.Compared(method.name(), method.description(), levels));
      }
    }
    return List.copyOf(all);
  }

  private static VarReport.Record graded(VarBacktest test) {
    return new VarReport.Record(
        test.days(),
        test.breaches(),
        test.days() * test.confidence().tail(),
        p(test.kupiec()),
        p(test.conditional()),
        test.shortfall().pValue());
  }

  private static @Nullable Double p(Result<Coverage.Outcome> outcome) {
    return outcome.find().map(Coverage.Outcome::pValue).orElse(null);
  }

  private static List<VarReport.GradedDay> days(
      DailyReturns returns, Map<Confidence, VarBacktest> walked) {
    List<TailLoss> wide = forecasts(walked, Confidence.P95);
    List<TailLoss> far = forecasts(walked, Confidence.P99);
    int first = returns.size() - wide.size();
    List<VarReport.GradedDay> days = new ArrayList<>();
    for (int i = Math.max(0, wide.size() - VarReport.MOST_DAYS); i < wide.size(); i++) {
      days.add(
          new VarReport.GradedDay(
              returns.date(first + i),
              returns.get(first + i),
              wide.get(i).valueAtRisk(),
              far.get(i).valueAtRisk()));
    }
    return days;
  }

  private static List<TailLoss> forecasts(
      Map<Confidence, VarBacktest> walked, Confidence confidence) {
    VarBacktest test = walked.get(confidence);
    return test == null ? List.of() : test.forecasts();
  }

  private static VarReport.LastSession last(List<VarReport.GradedDay> days) {
    VarReport.GradedDay day = days.get(days.size() - 1);
    double loss = -day.profit();
    String verdict =
        loss > day.valueAtRisk99()
            ? "beyond the 99 % value at risk"
            : loss > day.valueAtRisk95() ? "beyond the 95 % value at risk" : "within";
    return new VarReport.LastSession(
        day.date(), day.profit(), day.valueAtRisk95(), day.valueAtRisk99(), verdict);
  }

  private static MonteCarloVar.Tail simulated(HistoricalSimulation simulation, RecentMoves recent) {
    double[][] covariance = recent.covariance();
    List<GainGrid> grids = new ArrayList<>();
    for (int i = 0; i < covariance.length; i++) {
      String name = recent.names().get(i);
      double reach = REACH * Math.sqrt(covariance[i][i]);
      grids.add(GainGrid.of(r -> simulation.gain(name, r), reach, NODES));
    }
    return new MonteCarloVar(grids, JointReturns.of(covariance, DEGREES))
        .simulate(PATHS, SEED, Runnable::run)
        .tail(Confidence.P99.tail());
  }

  private static List<VarReport.Contribution> contributions(
      HistoricalSimulation simulation, List<String> names, MonteCarloVar.Tail tail) {
    double covered = simulation.coveredValue();
    List<VarReport.Contribution> all = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      double exposure = simulation.exposures().getOrDefault(names.get(i), 0.0);
      all.add(
          new VarReport.Contribution(
              names.get(i),
              tail.valueParts()[i] / covered,
              tail.shortfallParts()[i] / covered,
              exposure == 0 ? null : tail.valueParts()[i] / exposure));
    }
    all.sort(Comparator.comparingDouble(VarReport.Contribution::valueAtRisk).reversed());
    return List.copyOf(all);
  }
}
