package magnus.portal.risk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import magnus.portal.freshness.ShelfAnswer;
import magnus.portal.identity.CurrentCaller;
import magnus.risk.ExposureReport;
import magnus.risk.PortfolioRisk;
import magnus.risk.PortfolioRiskShelves;
import magnus.risk.PortfolioShelves;
import magnus.risk.ProjectionReport;
import magnus.risk.RiskMetrics;
import magnus.risk.RiskScore;
import magnus.risk.StressReport;
import magnus.risk.VarReport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Risk of what the caller's portfolio holds now, in market time. */
@Path("/portfolio/{id}/risk")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Risk")
public class PortfolioRiskResource {

  @Inject private CurrentCaller current;
  @Inject private PortfolioRisk risk;
  @Inject private PortfolioShelves shelves;
  @Inject private PortfolioRiskShelves heavy;
  @Inject private ShelfAnswer answer;

  @GET
  @Operation(
      operationId = "getRisk",
      summary = "Risk of a portfolio's present holdings",
      description =
          "A historical simulation of today's holdings over the last sessions: volatility, beta,"
              + " Sharpe, Sortino, maximum drawdown, value at risk and expected shortfall at 95 and"
              + " 99 %, concentration. The same figures as the event risk_metrics of the operation"
              + " portfolio_analysis. What cannot be computed is absent and named in notComputed.")
  @APIResponse(
      responseCode = "200",
      description = "The figures",
      content = @Content(schema = @Schema(ref = "RiskMetrics")))
  public RiskMetrics metrics(
      @Parameter(description = "The portfolio's id") @PathParam("id") UUID id,
      @Parameter(
              description = "Look-back in trading days, 100 to 2520; a setting where absent",
              example = "756")
          @QueryParam("sessions")
          @Nullable Integer sessions) {
    return answer.of(
        shelves.metrics(current.caller(), id, sessions == null ? risk.defaultSessions() : sessions),
        "no-risk-figures");
  }

  @GET
  @Path("/var")
  @Operation(
      operationId = "getValueAtRisk",
      summary = "Value at risk of the next session, and how such forecasts fared",
      description =
          "Filtered historical simulation of today's holdings with GJR-GARCH volatility, the last"
              + " session's result against the evening before's forecast, Kupiec's, Christoffersen's"
              + " and an expected-shortfall test of the days before, and what each underlying adds"
              + " by Monte Carlo with all options revalued.")
  @APIResponse(
      responseCode = "200",
      description = "The figures",
      content = @Content(schema = @Schema(ref = "VarReport")))
  public VarReport valueAtRisk(
      @Parameter(description = "The portfolio's id") @PathParam("id") UUID id,
      @Parameter(
              description = "Look-back in trading days, 100 to 2520; a setting where absent",
              example = "756")
          @QueryParam("sessions")
          @Nullable Integer sessions) {
    return answer.of(
        heavy.valueAtRisk(
            current.caller(), id, sessions == null ? risk.defaultSessions() : sessions),
        "no-risk-figures");
  }

  @GET
  @Path("/stress")
  @Operation(
      operationId = "getStress",
      summary = "What the present holdings would lose in crises",
      description =
          "Crises of the past and invented ones by each underlying's beta, the likeliest moves"
              + " that lose 5, 10, 20 and 40 %; options revalued in full.")
  @APIResponse(
      responseCode = "200",
      description = "The figures",
      content = @Content(schema = @Schema(ref = "StressReport")))
  public StressReport stress(
      @Parameter(description = "The portfolio's id") @PathParam("id") UUID id) {
    return answer.of(heavy.stressTest(current.caller(), id), "no-risk-figures").scenarios();
  }

  @GET
  @Path("/projection")
  @Operation(
      operationId = "getProjection",
      summary = "Profit and loss by price, implied volatility and time",
      description =
          "A grid over which all options are revalued, with the maximum loss and where it lies.")
  @APIResponse(
      responseCode = "200",
      description = "The grid",
      content = @Content(schema = @Schema(ref = "ProjectionReport")))
  public ProjectionReport projection(
      @Parameter(description = "The portfolio's id") @PathParam("id") UUID id) {
    return answer.of(heavy.stressTest(current.caller(), id), "no-risk-figures").projection();
  }

  @GET
  @Path("/exposures")
  @Operation(
      operationId = "getExposures",
      summary = "What the present holdings follow, and what of them stands out",
      description =
          "Betas to the market, its parts, bonds and gold by one regression with Newey-West standard"
              + " errors; wild returns and weights by robust z-scores, with the rule's false alarms.")
  @APIResponse(
      responseCode = "200",
      description = "The figures",
      content = @Content(schema = @Schema(ref = "ExposureReport")))
  public ExposureReport exposures(
      @Parameter(description = "The portfolio's id") @PathParam("id") UUID id) {
    return answer.of(heavy.exposures(current.caller(), id), "no-risk-figures");
  }

  @GET
  @Path("/score")
  @Operation(
      operationId = "getRiskScore",
      summary = "How risky the present holdings are, 0 to 100",
      description = "By fixed rules; the parts add up to the score, each with its figure.")
  @APIResponse(
      responseCode = "200",
      description = "The score",
      content = @Content(schema = @Schema(ref = "RiskScore")))
  public RiskScore score(@Parameter(description = "The portfolio's id") @PathParam("id") UUID id) {
    return answer.of(heavy.score(current.caller(), id), "no-risk-figures");
  }
}
