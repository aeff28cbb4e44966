package magnus.risk;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import magnus.basics.problem.Refusal;
import magnus.runs.RunStep;
import magnus.runs.StepContext;

/**
 * The steps of {@link PortfolioAnalysis}. Each reads what the ones before left in memory, or works
 * it out again when the run went on after a restart.
 */
final class AnalysisSteps {

  private static final String SNAPSHOT = "risk.snapshot";
  private static final String METRICS = "risk.metrics";
  private static final String SECTORS = "risk.sectors";
  private static final String PERFORMANCE = "risk.performance";

  private AnalysisSteps() {}

  private static RiskSnapshot snapshot(RiskReader risk, StepContext context) {
    RiskSnapshot known = context.recall(SNAPSHOT, RiskSnapshot.class).orElse(null);
    if (known != null) {
      return known;
    }
    RiskSnapshot read =
        risk.snapshot(
            context.caller(),
            portfolio(context),
            context.asOf(),
            Integer.parseInt(context.parameters().get(PortfolioAnalysis.SESSIONS)));
    context.keep(SNAPSHOT, read);
    return read;
  }

  private static UUID portfolio(StepContext context) {
    return UUID.fromString(context.parameters().get(PortfolioAnalysis.PORTFOLIO));
  }

  private static RiskMetrics metrics(RiskReader risk, StepContext context) {
    return context
        .recall(METRICS, RiskMetrics.class)
        .orElseGet(() -> MetricsOfSnapshot.compute(snapshot(risk, context)));
  }

  private static SectorExposure sectors(RiskReader risk, StepContext context) {
    return context
        .recall(SECTORS, SectorExposure.class)
        .orElseGet(() -> SectorsOfSnapshot.compute(snapshot(risk, context)));
  }

  private static PerformanceReport performance(RiskReader risk, StepContext context) {
    return context
        .recall(PERFORMANCE, PerformanceReport.class)
        .orElseGet(
            () ->
                risk.performance(
                    context.caller(), portfolio(context), snapshot(risk, context).holdings()));
  }

  /** The part, unless it was refused: its own step has said so, and words can do without. */
  private static <T> Optional<T> part(Supplier<T> computation) {
    try {
      return Optional.of(computation.get());
    } catch (Refusal e) {
      return Optional.empty();
    }
  }

  /** Sends {@link RiskMetrics}. */
  record RiskMetricsStep(RiskReader risk) implements RunStep {

    @Override
    public String name() {
      return "risk_metrics";
    }

    @Override
    public String title() {
      return "Reading holdings and their price histories";
    }

    @Override
    public boolean optional() {
      return true;
    }

    @Override
    public void run(StepContext context) {
      snapshot(risk, context);
      context.checkCancelled();
      context.progress(0.7, "Simulating past sessions");
      RiskMetrics metrics = metrics(risk, context);
      context.keep(METRICS, metrics);
      context.emit(metrics);
    }
  }

  /** Sends {@link SectorExposure}. */
  record SectorStep(RiskReader risk) implements RunStep {

    @Override
    public String name() {
      return "sector_exposure";
    }

    @Override
    public String title() {
      return "Adding up sectors";
    }

    @Override
    public boolean optional() {
      return true;
    }

    @Override
    public void run(StepContext context) {
      SectorExposure sectors = sectors(risk, context);
      context.keep(SECTORS, sectors);
      context.emit(sectors);
    }
  }

  /** Sends {@link PerformanceReport}. */
  record PerformanceStep(RiskReader risk) implements RunStep {

    @Override
    public String name() {
      return "performance";
    }

    @Override
    public String title() {
      return "Valuing the portfolio session by session";
    }

    @Override
    public boolean optional() {
      return true;
    }

    @Override
    public void run(StepContext context) {
      PerformanceReport performance = performance(risk, context);
      context.checkCancelled();
      context.keep(PERFORMANCE, performance);
      context.emit(performance);
    }
  }

  /** Sends {@link AnalysisSummary}. */
  record SummaryStep(RiskReader risk) implements RunStep {

    @Override
    public String name() {
      return "summary";
    }

    @Override
    public String title() {
      return "Putting it into words";
    }

    @Override
    public void run(StepContext context) {
      context.emit(
          SummaryRules.compose(
              part(() -> metrics(risk, context)),
              part(() -> sectors(risk, context)),
              part(() -> performance(risk, context))));
    }
  }
}
