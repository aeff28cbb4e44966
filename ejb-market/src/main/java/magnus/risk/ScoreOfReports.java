package magnus.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Computes {@link RiskScore} from what the other analyses say. The figures that count in full are
 * settled by what is usual: a volatility of 40 % a year is a single stock's, an index halved in its
 * worst crises.
 */
final class ScoreOfReports {

  /** A loss of a bad day (99 %) that counts in full. */
  private static final double FULL_TAIL = 0.08;

  private static final double FULL_VOLATILITY = 0.4;
  private static final double FULL_DRAWDOWN = 0.6;
  private static final double FULL_STRESS = 0.4;

  /** Twenty equal names or more count for nothing. */
  private static final double SPREAD = 0.05;

  /** What one part counts when it is computed. */
  private record Measured(
      String name, double weight, @Nullable Double figure, double full, String words, String at) {}

  private ScoreOfReports() {}

  static RiskScore compute(RiskMetrics metrics, StressReport stress) {
    List<Measured> all =
        List.of(
            new Measured(
                "Volatility",
                25,
                metrics.volatility(),
                FULL_VOLATILITY,
                "How much the value swings in a year: " + percent(metrics.volatility()) + ".",
                "risk_metrics.volatility"),
            tail(metrics),
            drawdown(metrics),
            concentration(metrics),
            stressed(stress));
    NotComputed.Collector gaps = new NotComputed.Collector();
    metrics.missing().forEach(m -> gaps.symbol(m.symbol(), m.reason()));
    double computed =
        all.stream().filter(m -> m.figure() != null).mapToDouble(Measured::weight).sum();
    List<RiskScore.Part> parts = new ArrayList<>();
    List<NotComputed> absent = new ArrayList<>();
    double score = 0;
    for (Measured one : all) {
      Double figure = one.figure();
      if (figure == null) {
        absent.add(
            new NotComputed(
                "parts." + one.name(), "Its figure is not known; the other parts count for it."));
      } else {
        double most = 100 * one.weight() / computed;
        double points = most * Math.max(0, Math.min(1, figure / one.full()));
        score += points;
        parts.add(
            new RiskScore.Part(
                one.name(), figure, one.full(), points, most, one.words(), one.at()));
      }
    }
    return new RiskScore(
        metrics.asOf(),
        score,
        parts.isEmpty() ? "UNKNOWN" : RiskScore.bandOf(score),
        List.copyOf(parts),
        gaps.symbols(),
        List.copyOf(absent));
  }

  private static Measured tail(RiskMetrics metrics) {
    RiskMetrics.Tail tail = metrics.var().get("99");
    Double figure =
        tail == null
            ? null
            : tail.filteredShortfall() == null
                ? Double.valueOf(tail.expectedShortfall())
                : tail.filteredShortfall();
    return new Measured(
        "Bad days",
        25,
        figure,
        FULL_TAIL,
        "What the worst day in a hundred costs on average: " + percent(figure) + ".",
        "risk_metrics.var.99");
  }

  private static Measured drawdown(RiskMetrics metrics) {
    RiskMetrics.MaximumDrawdown fall = metrics.maximumDrawdown();
    Double depth = fall == null ? null : Double.valueOf(fall.depth());
    return new Measured(
        "Drawdown",
        15,
        depth,
        FULL_DRAWDOWN,
        "The deepest fall of the look-back, with today's holdings: " + percent(depth) + ".",
        "risk_metrics.maximumDrawdown");
  }

  private static Measured concentration(RiskMetrics metrics) {
    RiskMetrics.ConcentrationFigures c = metrics.concentration();
    Double figure =
        c == null ? null : Double.valueOf(Math.max(0, c.herfindahl() - SPREAD) / (1 - SPREAD));
    return new Measured(
        "Concentration",
        15,
        figure,
        1,
        c == null
            ? ""
            : String.format(
                Locale.ROOT,
                "It is spread as %.1f equal names would be; twenty or more count for nothing.",
                c.effectiveHoldings()),
        "risk_metrics.concentration");
  }

  private static Measured stressed(StressReport stress) {
    Double loss =
        stress.scenarios().stream()
            .filter(s -> s.market() == StressOfSnapshot.SCORED_FALL && s.volatility() > 0)
            .map(s -> Math.max(0, -s.fraction()))
            .findFirst()
            .orElse(null);
    return new Measured(
        "Stress",
        20,
        loss,
        FULL_STRESS,
        "What is lost when the market falls by a fifth and volatility rises by 20 points: "
            + percent(loss)
            + ".",
        "stress.scenarios");
  }

  private static String percent(@Nullable Double fraction) {
    return fraction == null ? "unknown" : String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
  }
}
