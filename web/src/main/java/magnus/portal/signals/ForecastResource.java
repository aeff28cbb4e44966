package magnus.portal.signals;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import magnus.market.MarketTime;
import magnus.portal.freshness.ShelfAnswer;
import magnus.signals.ChanceReport;
import magnus.signals.ForecastReport;
import magnus.signals.SignalShelves;
import magnus.signals.SymbolForecasts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where a symbol's price may go, each with how such forecasts fared. */
@Path("/market/symbols/{symbol}/forecast")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Signals")
public class ForecastResource {

  @Inject private SymbolForecasts forecasts;
  @Inject private MarketTime time;
  @Inject private SignalShelves shelves;
  @Inject private ShelfAnswer answer;

  @GET
  @Operation(
      operationId = "getForecast",
      summary = "Ranges of the return over 1, 5 and 21 sessions",
      description =
          "Quantiles at 5, 25, 50, 75 and 95 %, with the share of past outcomes that fell into such"
              + " ranges and their loss beside a random walk's.")
  @APIResponse(
      responseCode = "200",
      description = "The ranges",
      content = @Content(schema = @Schema(ref = "ForecastReport")))
  @APIResponse(responseCode = "404", description = "No such symbol, or no price of it is known")
  @APIResponse(responseCode = "422", description = "Too few prices of it are known")
  public ForecastReport forecast(@PathParam("symbol") String symbol) {
    return answer.of(shelves.forecast(symbol.toUpperCase(Locale.ROOT)), "no-forecast");
  }

  @GET
  @Path("/chance")
  @Operation(
      operationId = "getChance",
      summary = "The chance of ending above a price, and of touching it",
      description = "With what was told and what came true for prices as far away in the past.")
  @APIResponse(
      responseCode = "200",
      description = "The chances",
      content = @Content(schema = @Schema(ref = "ChanceReport")))
  @APIResponse(responseCode = "400", description = "A value is missing or cannot be")
  @APIResponse(responseCode = "404", description = "No such symbol, or no price of it is known")
  @APIResponse(responseCode = "422", description = "Too few prices of it are known")
  public ChanceReport chance(
      @PathParam("symbol") String symbol,
      @Parameter(description = "The price", required = true) @QueryParam("price")
          @Nullable Double price,
      @Parameter(description = "Sessions from the last close, 1 to 126")
          @QueryParam("sessions")
          @DefaultValue("21")
          int sessions) {
    return forecasts.chances(symbol.toUpperCase(Locale.ROOT), time.instant(), price, sessions);
  }
}
