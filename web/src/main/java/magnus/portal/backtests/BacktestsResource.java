package magnus.portal.backtests;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import magnus.backtests.BacktestReport;
import magnus.backtests.Backtests;
import magnus.portal.identity.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What runs of {@code strategy_backtest} found. */
@Path("/backtests")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Backtests")
public class BacktestsResource {

  @Inject private CurrentCaller current;
  @Inject private Backtests backtests;

  @GET
  @Path("/{run}")
  @Operation(
      operationId = "getBacktest",
      summary = "The result of a backtest",
      description =
          "Start one by POST /api/runs with the operation strategy_backtest, or watch it at"
              + " /api/ai/stream/strategy_backtest.")
  @APIResponse(
      responseCode = "200",
      description = "What the strategy made of past prices, and how much of it may be luck",
      content = @Content(schema = @Schema(ref = "BacktestReport")))
  @APIResponse(responseCode = "404", description = "No such run of yours, or it is no backtest")
  @APIResponse(responseCode = "409", description = "It has no result, or not yet")
  public BacktestReport get(@Parameter(description = "The run's id") @PathParam("run") UUID run) {
    return backtests.get(current.caller(), run);
  }
}
