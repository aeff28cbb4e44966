package magnus.risk;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import magnus.identity.Caller;
import magnus.market.MarketData;
import magnus.portfolio.Portfolios;
import magnus.runs.Operation;
import magnus.runs.Operations;
import magnus.runs.RunStep;
import magnus.runs.StepContext;

/**
 * Offers the streamed operation {@value #NAME}: {@code stress_scenarios} (crises, hypothetical and
 * reverse), {@code projection}, {@code exposures}, {@code risk_score}, each sent when it is ready.
 */
@Singleton
@Startup
public class StressTests {

  /** The streamed operation. */
  public static final String NAME = "stress_test";

  private static final String SNAPSHOT = "risk.snapshot";
  private static final String SCENARIOS = "risk.scenarios";

  @Inject private Operations operations;
  @EJB private Portfolios portfolios;
  @EJB private PortfolioRiskShelves shelves;
  @Inject private MarketData market;

  @PostConstruct
  void register() {
    operations.register(
        new Operation(
            NAME,
            "Puts one portfolio under stress: crises, invented and reverse scenarios, profit and"
                + " loss by price, volatility and time, factors, score. Parameters: portfolio (id),"
                + " sessions (look-back, 100 to 2520).",
            (caller, parameters) -> PortfolioAnalysis.check(portfolios, caller, parameters)),
        steps(new RiskReader(portfolios, () -> market), () -> market, this::keepWarm));
  }

  /** What was just tested is what its owner looks at next. */
  private void keepWarm(Caller caller, UUID portfolio) {
    shelves.stressTest(caller, portfolio);
  }

  /** What is told when a run has found its figures. */
  @FunctionalInterface
  interface Found {
    void by(Caller caller, UUID portfolio);
  }

  static List<RunStep> steps(RiskReader risk, Supplier<MarketData> market, Found found) {
    return List.of(
        new Step(
            "stress_scenarios",
            "Replaying crises, and looking for what would cost a fifth",
            context -> scenarios(risk, context)),
        new Step(
            "projection",
            "Revaluing by price, volatility and time",
            context -> ProjectionOfSnapshot.compute(snapshot(risk, context))),
        new Step(
            "exposures",
            "Asking what the returns follow",
            context -> ExposuresOfSnapshot.compute(snapshot(risk, context), market.get())),
        new Step(
            "risk_score",
            "Adding up the score",
            context -> {
              RiskScore score =
                  ScoreOfReports.compute(
                      MetricsOfSnapshot.compute(snapshot(risk, context)), scenarios(risk, context));
              found.by(context.caller(), portfolio(context.parameters()));
              return score;
            }));
  }

  private static UUID portfolio(Map<String, String> parameters) {
    return UUID.fromString(parameters.get(PortfolioAnalysis.PORTFOLIO));
  }

  private static RiskSnapshot snapshot(RiskReader risk, StepContext context) {
    return context
        .recall(SNAPSHOT, RiskSnapshot.class)
        .orElseGet(
            () -> {
              RiskSnapshot read =
                  risk.snapshot(
                      context.caller(),
                      portfolio(context.parameters()),
                      context.asOf(),
                      Integer.parseInt(context.parameters().get(PortfolioAnalysis.SESSIONS)));
              context.keep(SNAPSHOT, read);
              return read;
            });
  }

  private static StressReport scenarios(RiskReader risk, StepContext context) {
    return context
        .recall(SCENARIOS, StressReport.class)
        .orElseGet(
            () -> {
              StressReport report = StressOfSnapshot.compute(snapshot(risk, context));
              context.keep(SCENARIOS, report);
              return report;
            });
  }

  /** What a step finds. */
  @FunctionalInterface
  interface Work {
    Object by(StepContext context);
  }

  /** Reads the snapshot if none of the steps before did, works, and sends what it found. */
  record Step(String name, String title, Work work) implements RunStep {

    @Override
    public void run(StepContext context) {
      context.checkCancelled();
      Object found = work.by(context);
      context.checkCancelled();
      context.emit(found);
    }
  }
}
