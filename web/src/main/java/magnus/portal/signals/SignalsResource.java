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
import magnus.portal.freshness.ShelfAnswer;
import magnus.signals.SignalReport;
import magnus.signals.SignalShelves;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a symbol's past prices are said to tell, each with its measured record. */
@Path("/market/symbols/{symbol}/signals")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Signals")
public class SignalsResource {

  @Inject private SignalShelves shelves;
  @Inject private ShelfAnswer answer;

  @GET
  @Operation(
      operationId = "getSignals",
      summary = "Technical signals with the record of what they said before",
      description =
          "RSI, MACD, moving averages, Bollinger bands, trend and average true range after the last"
              + " close; of each claim how often it came true on this symbol, against how often that"
              + " outcome came anyway.")
  @APIResponse(
      responseCode = "200",
      description = "The signals",
      content = @Content(schema = @Schema(ref = "SignalReport")))
  @APIResponse(responseCode = "400", description = "The window cannot be")
  @APIResponse(responseCode = "404", description = "No such symbol, or no price of it is known")
  @APIResponse(responseCode = "422", description = "Too few prices of it are known")
  public SignalReport signals(
      @PathParam("symbol") String symbol,
      @Parameter(description = "Sessions after which claims are judged, 1 to 63")
          @QueryParam("window")
          @DefaultValue("5")
          int window) {
    return answer.of(shelves.signals(symbol.toUpperCase(Locale.ROOT), window), "no-signals");
  }
}
