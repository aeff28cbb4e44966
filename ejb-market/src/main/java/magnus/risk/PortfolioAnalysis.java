package magnus.risk;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import magnus.basics.problem.Refusal;
import magnus.identity.Caller;
import magnus.market.MarketData;
import magnus.portfolio.Portfolios;
import magnus.runs.Operation;
import magnus.runs.Operations;
import magnus.runs.RunStep;
import org.jspecify.annotations.Nullable;

/**
 * Offers the streamed operation {@value #NAME}: {@code risk_metrics}, {@code sector_exposure},
 * {@code performance}, {@code summary}, each sent when it is ready.
 */
@Singleton
@Startup
public class PortfolioAnalysis {

  public static final String NAME = "portfolio_analysis";

  static final String PORTFOLIO = "portfolio";
  static final String SESSIONS = "sessions";

  @Inject private Operations operations;
  @EJB private Portfolios portfolios;
  @Inject private MarketData market;

  @PostConstruct
  void register() {
    operations.register(
        new Operation(
            NAME,
            "Analyses one portfolio: risk, sectors, performance, summary. Parameters: portfolio"
                + " (id), sessions (look-back, 100 to 2520).",
            (caller, parameters) -> check(portfolios, caller, parameters)),
        steps(new RiskReader(portfolios, () -> market)));
  }

  static List<RunStep> steps(RiskReader risk) {
    return List.of(
        new AnalysisSteps.RiskMetricsStep(risk),
        new AnalysisSteps.SectorStep(risk),
        new AnalysisSteps.PerformanceStep(risk),
        new AnalysisSteps.SummaryStep(risk));
  }

  /** The parameters of an operation about one portfolio of the caller's, complete. */
  static Map<String, String> check(
      Portfolios portfolios, Caller caller, Map<String, String> parameters) {
    String portfolio = parameters.getOrDefault(PORTFOLIO, "");
    UUID id;
    try {
      id = UUID.fromString(portfolio);
    } catch (IllegalArgumentException e) {
      throw Refusal.malformed(PORTFOLIO, portfolio, "the id of a portfolio");
    }
    int sessions = sessions(parameters.get(SESSIONS));
    portfolios.get(caller, id);
    Map<String, String> complete = new TreeMap<>();
    complete.put(PORTFOLIO, id.toString());
    complete.put(SESSIONS, Integer.toString(sessions));
    return complete;
  }

  private static int sessions(@Nullable String text) {
    if (text == null) {
      return RiskSettings.lookBack();
    }
    int sessions;
    try {
      sessions = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw Refusal.malformed(SESSIONS, text, "a whole number from 100 to 2520");
    }
    RiskReader.checkSessions(sessions);
    return sessions;
  }
}
