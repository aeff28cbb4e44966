package magnus.recommendation;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import magnus.risk.PortfolioAnalysis;
import magnus.runs.Operations;
import magnus.runs.RunStep;
import magnus.runs.StepContext;

/**
 * Adds the step {@value #NAME} to the streamed analysis of a portfolio: the cards of the caller's
 * list that are about it.
 */
@Singleton
@Startup
@DependsOn("ejb-market.jar#PortfolioAnalysis")
public class RecommendationStep {

  static final String NAME = "recommendations";

  private static final String BEFORE = "summary";

  @Inject private Operations operations;
  @EJB private Recommendations recommendations;

  /**
   * What is sent.
   *
   * @param others cards of the list that are about something else
   */
  public record Sent(List<Recommendation> items, int others) {}

  @PostConstruct
  void register() {
    operations.insertBefore(PortfolioAnalysis.NAME, BEFORE, new Step(recommendations));
  }

  private record Step(Recommendations recommendations) implements RunStep {

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public String title() {
      return "Looking for what would help";
    }

    @Override
    public boolean optional() {
      return true;
    }

    @Override
    public void run(StepContext context) {
      UUID portfolio = UUID.fromString(context.parameters().get("portfolio"));
      List<Recommendation> all = recommendations.list(context.caller()).items();
      List<Recommendation> items =
          all.stream().filter(r -> portfolio.equals(r.portfolio())).toList();
      context.emit(new Sent(items, all.size() - items.size()));
    }
  }
}
