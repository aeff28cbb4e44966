package magnus.portal.risk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import magnus.basics.time.MarketClock;
import magnus.portal.identity.CurrentCaller;
import magnus.risk.OptimisedPortfolio;
import magnus.risk.PortfolioOptimiser;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Target weights for a portfolio of the caller's. */
@Path("/portfolio/{id}/optimise")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Risk")
public class PortfolioOptimiseResource {

  @Inject private CurrentCaller current;
  @Inject private PortfolioOptimiser optimiser;
  @Inject private MarketClock clock;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "optimisePortfolio",
      summary = "Target weights, and what they would change",
      description =
          "Minimum volatility, mean and variance, risk parity, hierarchical risk parity or"
              + " Black-Litterman with your views, over the stocks and funds held and others that you"
              + " name; within limits of weight, sector and turnover, with trading costs, and without"
              + " selling what you want to keep. Beside it: the volatility that weights found a year"
              + " ago had since. Changes nothing; POST /api/portfolio/tax/plan takes the weights as"
              + " targets and says what to do after tax.")
  @APIResponse(
      responseCode = "200",
      description = "The weights",
      content = @Content(schema = @Schema(ref = "OptimisedPortfolio")))
  @APIResponse(responseCode = "400", description = "A value cannot be")
  @APIResponse(responseCode = "404", description = "No such portfolio, or no such symbol")
  @APIResponse(
      responseCode = "422",
      description = "Too little common history, or limits that contradict each other")
  public OptimisedPortfolio optimise(
      @Parameter(description = "The portfolio's id") @PathParam("id") UUID id,
      OptimiseRequest request) {
    return optimiser.optimise(current.caller(), id, request.wish(), clock.instant());
  }
}
