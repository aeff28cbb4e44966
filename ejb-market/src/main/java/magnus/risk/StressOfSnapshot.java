package magnus.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import magnus.basics.result.Result;
import magnus.risk.metrics.DailyReturns;
import magnus.risk.metrics.Moments;
import magnus.risk.scenario.HistoricalSimulation;
import magnus.risk.scenario.ReverseStress;
import magnus.risk.simulation.GainGrid;

/** Computes {@link StressReport}. */
final class StressOfSnapshot {

  /** What is looked for, in per cent of what is covered. */
  private static final int[] REVERSE_LOSSES = {5, 10, 20, 40};

  /** Fewer common sessions tell no beta. */
  private static final int LEAST_COMMON = 63;

  private static final int NODES = 201;

  /** The fall whose loss the score counts. */
  static final double SCORED_FALL = -0.20;

  /** Closing levels of the S&amp;P 500 (S&amp;P Dow Jones Indices) from peak to trough. */
  private static final List<Shock> SHOCKS =
      List.of(
          crisis("Black Monday, 19 October 1987 (one day)", -0.205),
          crisis("Dot-com bust, 24 March 2000 to 9 October 2002", -0.491),
          crisis("Financial crisis, 9 October 2007 to 9 March 2009", -0.568),
          crisis("Euro debt and downgrade, 29 April to 3 October 2011", -0.194),
          crisis("Tightening, 20 September to 24 December 2018", -0.198),
          crisis("Pandemic, 19 February to 23 March 2020", -0.339),
          crisis("Inflation, 3 January to 12 October 2022", -0.254),
          new Shock("Market falls by a tenth", "HYPOTHETICAL", -0.10, 0),
          new Shock(
              "Market falls by a fifth, volatility up 20 points",
              "HYPOTHETICAL",
              SCORED_FALL,
              0.20),
          new Shock("Volatility up 15 points, prices unchanged", "HYPOTHETICAL", 0, 0.15),
          new Shock("Market rises by a tenth", "HYPOTHETICAL", 0.10, 0));

  private record Shock(String name, String kind, double market, double volatility) {

    String source() {
      return kind.equals("HISTORICAL")
          ? "S&P 500 closing levels, beta of each underlying, volatility unchanged"
          : "Assumption";
    }
  }

  private static Shock crisis(String name, double market) {
    return new Shock(name, "HISTORICAL", market, 0);
  }

  private final RiskSnapshot snapshot;
  private final HistoricalSimulation simulation;
  private final NotComputed.Collector gaps = new NotComputed.Collector();

  private StressOfSnapshot(RiskSnapshot snapshot) {
    this.snapshot = snapshot;
    this.simulation = snapshot.simulation();
    snapshot.gaps().forEach(gaps::symbol);
  }

  static StressReport compute(RiskSnapshot snapshot) {
    return new StressOfSnapshot(snapshot).compute();
  }

  private StressReport compute() {
    double covered = simulation.coveredValue();
    Map<String, Double> betas = gaps.take("scenarios", betas());
    List<StressReport.Scenario> scenarios =
        betas == null ? List.of() : SHOCKS.stream().map(s -> scenario(s, betas)).toList();
    double least = scenarios.stream().mapToDouble(x -> x.gain().doubleValue()).min().orElse(0);
    return new StressReport(
        snapshot.holdings().asOf(),
        snapshot.holdings().currency(),
        MetricsOfSnapshot.money(covered),
        snapshot.benchmark(),
        scenarios,
        reverse(covered),
        covered > 0 ? Math.max(0, -least / covered) : 0,
        gaps.symbols(),
        gaps.figures());
  }

  private StressReport.Scenario scenario(Shock shock, Map<String, Double> betas) {
    double sum = 0;
    double least = 0;
    String worst = null;
    for (String name : simulation.underlyings()) {
      double move = Math.max(-1, betas.getOrDefault(name, 1.0) * shock.market());
      double gain = simulation.gain(name, move, shock.volatility(), 0);
      sum += gain;
      if (gain < least) {
        least = gain;
        worst = name;
      }
    }
    return new StressReport.Scenario(
        shock.name(),
        shock.kind(),
        shock.market(),
        shock.volatility(),
        MetricsOfSnapshot.money(sum),
        simulation.coveredValue() > 0 ? sum / simulation.coveredValue() : 0,
        shock.source(),
        worst);
  }

  /** Of each underlying to the benchmark, on the sessions that both have. */
  private Result<Map<String, Double>> betas() {
    Result<DailyReturns> own = simulation.returns();
    if (!(own instanceof Result.Success<DailyReturns> all)) {
      return own.map(r -> Map.of());
    }
    return snapshot
        .market()
        .map(
            market -> {
              Map<Integer, Double> byDay = new TreeMap<>();
              for (int i = 0; i < market.size(); i++) {
                byDay.put(market.days()[i], market.get(i));
              }
              int[] days = all.value().days();
              int[] common =
                  IntStream.range(0, days.length).filter(i -> byDay.containsKey(days[i])).toArray();
              double[] benchmark =
                  Arrays.stream(common)
                      .mapToDouble(i -> byDay.getOrDefault(days[i], 0.0))
                      .toArray();
              Map<String, Double> betas = new TreeMap<>();
              if (common.length >= LEAST_COMMON && Moments.variance(benchmark) > 0) {
                for (String name : simulation.underlyings()) {
                  double[] moves = simulation.moves(name);
                  double[] some = Arrays.stream(common).mapToDouble(i -> moves[i]).toArray();
                  betas.put(
                      name, Moments.covariance(some, benchmark) / Moments.variance(benchmark));
                }
              }
              return betas;
            });
  }

  private List<StressReport.Reverse> reverse(double covered) {
    RecentMoves recent = gaps.take("reverse", RecentMoves.of(simulation));
    List<StressReport.Reverse> all = new ArrayList<>();
    if (recent != null && covered > 0) {
      List<GainGrid> grids =
          recent.names().stream()
              .map(name -> GainGrid.of(r -> simulation.gain(name, r), 1, NODES))
              .toList();
      for (int percent : REVERSE_LOSSES) {
        StressReport.Reverse found =
            gaps.take("reverse." + percent, reverse(percent / 100.0, covered, recent, grids));
        if (found != null) {
          all.add(found);
        }
      }
    }
    return List.copyOf(all);
  }

  /** Searched on the grids; what the found moves cost is revalued in full. */
  private Result<StressReport.Reverse> reverse(
      double loss, double covered, RecentMoves recent, List<GainGrid> grids) {
    return ReverseStress.likeliest(
            recent.covariance(), (i, move) -> grids.get(i).of(move), loss * covered)
        .map(
            found -> {
              List<StressReport.Move> told = new ArrayList<>();
              double gained = 0;
              for (int i = 0; i < recent.names().size(); i++) {
                String name = recent.names().get(i);
                double gain = simulation.gain(name, found.moves()[i]);
                gained += gain;
                told.add(
                    new StressReport.Move(name, found.moves()[i], MetricsOfSnapshot.money(gain)));
              }
              told.sort(Comparator.comparing(StressReport.Move::gain));
              return new StressReport.Reverse(
                  loss,
                  -gained / covered,
                  found.distance(),
                  found.distance() * found.distance() / DailyReturns.TRADING_DAYS,
                  told);
            });
  }
}
